import type { Document } from 'yaml';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { findUnclosedBracket, findUnclosedQuote } from './find-unclosed.js';
import { measureIndent, searchLinesBefore } from './search-lines-before.js';
import { EXPLANATIONS } from './yaml-error-explanations.js';

type YamlError = Document['errors'][number];

/** A value that starts with {{, after its key or as an item of a list. */
const DOUBLE_BRACES = /^(\s*(?:(?:- +)+(?:[\p{L}\p{N}-]+:\s+)?|[\p{L}\p{N}-]+:\s+))\{\{/u;
/** The same with one brace missing. */
const SINGLE_BRACE =
  /^(\s*(?:(?:- +)+(?:[\p{L}\p{N}-]+:\s+)?|[\p{L}\p{N}-]+:\s+))\{[a-z][\w-]*(?:\.[\w-]+|\s+["'(]|\s+\w[\w-]*\.\w)[^{}:]*\}/u;
/** A line of text that starts with {{. */
const BARE_BRACES = /^(\s*)\{\{/;

/** Mistakes with braces, the most likely first. `maxLinesAbove` limits the search for their line. */
const BRACE_MISTAKES = [
  {
    pattern: DOUBLE_BRACES,
    maxLinesAbove: 1,
    message: 'the value starts with {{, which YAML reads as a map',
    hint: 'Put the value in quotes: "{{…}}".',
  },
  {
    pattern: SINGLE_BRACE,
    maxLinesAbove: 0,
    message: 'the value starts with {, which YAML reads as a map',
    hint: 'To print a figure, use two braces and put the whole value in quotes: "{{…}} …".',
  },
  {
    pattern: BARE_BRACES,
    maxLinesAbove: 1,
    message: 'the text starts with {{ but is not under a |',
    hint: 'Put a | after the key above, and indent the text below it.',
  },
];

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

/** The first error. For a comma missing inside { } the parser reports several errors, and this code names the cause. */
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

function explainBraces(lines: readonly string[], place: Place): Problem | null {
  for (const { pattern, maxLinesAbove, message, hint } of BRACE_MISTAKES) {
    const cause = searchLinesBefore(pattern, lines, place, maxLinesAbove);
    if (cause) return makeError('yaml-is-valid', cause, message, { hint });
  }
  return null;
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
