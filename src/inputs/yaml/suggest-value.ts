import type * as z from 'zod';
import { suggestName } from '../../model/suggest-name.js';
import { listOptions } from './describe-expected.js';
import { suggestDate } from './suggest-date.js';
import { suggestNumber } from './suggest-number.js';
import { suggestQuotedBraces } from './suggest-quoted-braces.js';

type Issue = z.core.$ZodIssue;

/** Suggests how to write a value that does not fit its schema. `line` is the line of the file that it is on. */
export function suggestValue(
  value: unknown,
  issue: Issue,
  expected: string,
  line: string,
): string | undefined {
  if (typeof value === 'string') return suggestForText(value, issue, expected);
  if (Array.isArray(value) && /^a map\b/.test(expected)) return 'Remove the dash at the start of each line.';
  if (typeof value === 'number' && /^text\b/.test(expected)) return 'Put it in quotes.';
  if (value === null && /:\s+#/.test(line))
    return 'A # after a space starts a comment. Put the value in quotes.';
  return suggestQuotedBraces(value);
}

function suggestForText(text: string, issue: Issue, expected: string): string | undefined {
  if (/^a (?:map|list)\b/.test(expected)) return suggestSpace(text);
  if (/YYYY-MM-DD/.test(expected)) return suggestDate(text);
  if (!expectsNumber(issue)) return suggestName(text, listOptions(issue));
  return /^-?\d+(\.\d+)?$/.test(text) ? `Write it without the quotes: ${text}.` : suggestNumber(text);
}

/** Suggests the space after a colon: YAML reads `confidence:64` as a text. */
export function suggestSpace(text: string): string | undefined {
  const [, key, value] = /^([\p{L}\p{N}-]+):([^\s:/].*)$/u.exec(text) ?? [];
  return key === undefined || value === undefined
    ? undefined
    : `Put a space after the colon: ${key}: ${value}`;
}

function expectsNumber(issue: Issue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.flat().some(expectsNumber);
  return issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected);
}
