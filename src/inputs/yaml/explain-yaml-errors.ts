import type { Document } from 'yaml';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { explainBraces } from './explain-braces.js';
import { explainKeyMistake } from './explain-key-mistake.js';
import { findUnclosedBracket, findUnclosedQuote } from './find-unclosed.js';
import { measureIndent } from './search-lines-before.js';
import { EXPLANATIONS } from './yaml-error-explanations.js';

type YamlError = Document['errors'][number];

/**
 * Turns the parser's errors into Problems. Reports every duplicate key, but only the first of the other errors:
 * the parser's later errors only follow from the first.
 */
export function explainYamlErrors(
  errors: readonly YamlError[],
  text: string,
  placeAt: (offset: number) => Place,
): Problem[] {
  const duplicates = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const others = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const lines = text.split('\n');
  const first = findMainError(others, placeAt);
  return [
    ...duplicates.map((error) => explainByCode(error, lines, placeAt(error.pos[0]))),
    ...(first ? [explainError(first, lines, skipEmptyLines(lines, placeAt(first.pos[0])))] : []),
  ];
}

/**
 * Finds the error that names the cause: usually the first. If a comma is missing inside { },
 * the parser reports several errors on the line, and BLOCK_IN_FLOW is the cause.
 */
function findMainError(
  errors: readonly YamlError[],
  placeAt: (offset: number) => Place,
): YamlError | undefined {
  const [first] = errors;
  if (!first) return undefined;
  const lineOf = (error: YamlError): number => placeAt(error.pos[0]).line;
  return errors.find((error) => error.code === 'BLOCK_IN_FLOW' && lineOf(error) === lineOf(first)) ?? first;
}

/** The parser reports wrong indentation at the empty line before it. The author needs the indented line. */
function skipEmptyLines(lines: readonly string[], place: Place): Place {
  if ((lines[place.line - 1] ?? '').slice(place.column - 1).trim() !== '') return place;
  const next = lines.findIndex((text, index) => index >= place.line && text.trim() !== '');
  return next < 0 ? place : { ...place, line: next + 1, column: measureIndent(lines[next] ?? '') + 1 };
}

/** The parser reports where it failed. The cause is often on an earlier line. */
function explainError(error: YamlError, lines: readonly string[], place: Place): Problem {
  return (
    explainUnclosedQuote(error, lines, place) ??
    explainBraces(lines, place) ??
    explainUnclosedBracket(error, lines, place) ??
    explainKeyMistake(error.code, lines, place) ??
    explainByCode(error, lines, place)
  );
}

function explainUnclosedQuote(error: YamlError, lines: readonly string[], place: Place): Problem | null {
  const quote = findUnclosedQuote(lines, place, error.code === 'MISSING_CHAR');
  return (
    quote &&
    makeError('yaml-is-valid', quote, 'this quote is not closed', {
      hint: 'Close it. If the text itself contains quotes, use the other kind around it, or put it under a |.',
    })
  );
}

function explainUnclosedBracket(error: YamlError, lines: readonly string[], place: Place): Problem | null {
  if (!/must be sufficiently indented and end with/.test(error.message)) return null;
  return makeError(
    'yaml-is-valid',
    findUnclosedBracket(lines, place) ?? place,
    'this bracket is not closed',
    {
      hint: 'Close it with ] or }, or put the value in quotes.',
    },
  );
}

function explainByCode(error: YamlError, lines: readonly string[], place: Place): Problem {
  const isTab = error.code === 'BAD_INDENT' && /^ *\t/.test(lines[place.line - 1] ?? '');
  const { message, hint } = EXPLANATIONS[isTab ? 'TAB_AS_INDENT' : error.code] ?? {
    message: `this is not valid YAML: ${(error.message.split('\n')[0] ?? '').toLowerCase()}`,
  };
  return makeError('yaml-is-valid', place, message, { hint });
}
