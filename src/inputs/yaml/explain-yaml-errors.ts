import type { Document } from 'yaml';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { findCause, indentOf, openBracket, openQuote } from './find-yaml-cause.js';

type YamlError = Document['errors'][number];

/** A value that begins with {{, after its key or as an item of a list. */
const BRACES = /^(\s*(?:(?:- +)+(?:[\p{L}\p{N}-]+:\s+)?|[\p{L}\p{N}-]+:\s+))\{\{/u;
/** The same, where one of the braces is missing. */
const SINGLE_BRACE =
  /^(\s*(?:(?:- +)+(?:[\p{L}\p{N}-]+:\s+)?|[\p{L}\p{N}-]+:\s+))\{[a-z][\w-]*(?:\.[\w-]+|\s+["'(]|\s+\w[\w-]*\.\w)[^{}:]*\}/u;
const BARE_BRACES = /^(\s*)\{\{/;

/** What braces do to YAML, the likeliest first; `offset` as `findCause` takes it. */
const BRACE_CAUSES = [
  {
    pattern: BRACES,
    offset: 1,
    message: 'a value begins with {{, which YAML takes for a map',
    hint: 'Put the value in quotes: "{{…}}".',
  },
  {
    pattern: SINGLE_BRACE,
    offset: 0,
    message: 'a value begins with {, which YAML takes for a map',
    hint: 'To print a figure, write it in two braces, and the whole value in quotes: "{{…}} …".',
  },
  {
    pattern: BARE_BRACES,
    offset: 1,
    message: 'a text begins with {{ and does not stand under a |',
    hint: 'Write the key above it with a |, and the text below it, indented.',
  },
];

/** What went wrong in words that an author knows, by the parser's code. */
const EXPLAINED: Partial<Record<YamlError['code'], { message: string; hint?: string }>> = {
  DUPLICATE_KEY: { message: 'the same key stands twice here', hint: 'Rename one of them, or delete it.' },
  TAB_AS_INDENT: { message: 'a tab stands where YAML needs spaces', hint: 'Indent with two spaces a level.' },
  BAD_INDENT: {
    message: 'the indentation does not fit',
    hint: 'Keys of one level start in the same column, and the text under a | further in.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a value runs on over a line break, or a key has no value',
    hint: 'Long text belongs under a `|`, indented; a text with ": " in it belongs in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second ": " stands on the line',
    hint: 'Put the whole value in quotes.',
  },
  BLOCK_IN_FLOW: {
    message: 'a second ": " stands in one entry of { }',
    hint: 'A comma parts entries inside { }: put one before the next key. A text with ": " in it belongs in quotes.',
  },
  BAD_SCALAR_START: { message: 'a value cannot begin with this character', hint: 'Put the value in quotes.' },
  MISSING_CHAR: {
    message: 'something is not closed',
    hint: 'Look for a quote or a bracket that is opened only.',
  },
  UNEXPECTED_TOKEN: {
    message: 'the value goes on after its end',
    hint: 'A quote within a quoted text ends it: put the text in the other kind of quotes, or under a |.',
  },
  MULTIPLE_DOCS: {
    message: 'a line of dashes begins a second file within the file',
    hint: 'Delete it.',
  },
  RESOURCE_EXHAUSTION: { message: 'brackets stand within brackets too deeply to be read' },
};

/**
 * Turns the parser's errors into Problems. Each key that stands twice is one; of the others only the first, since the parser
 * has lost its way after it, and what it says of the lines below is not to be believed.
 */
export function explainYamlErrors(
  errors: readonly YamlError[],
  text: string,
  placeAt: (offset: number) => Place,
): Problem[] {
  const twice = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const others = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const lines = text.split('\n');
  const lineOf = (error: YamlError | undefined): number => (error ? placeAt(error.pos[0]).line : 0);
  // Of a comma forgotten inside { } the parser says several things: this one is the cause.
  const comma = others.find((one) => one.code === 'BLOCK_IN_FLOW' && lineOf(one) === lineOf(others[0]));
  return [
    ...twice.map((error) => named(error, lines, placeAt(error.pos[0]))),
    ...others.slice(0, 1).map((first) => {
      const error = comma ?? first;
      return explain(error, lines, firstWord(lines, placeAt(error.pos[0])));
    }),
  ];
}

/** The parser finds fault with the empty line before what is indented wrongly: the author needs the line itself. */
function firstWord(lines: string[], place: Place): Place {
  if ((lines[place.line - 1] ?? '').slice(place.column - 1).trim() !== '') return place;
  const next = lines.findIndex((text, index) => index >= place.line && text.trim() !== '');
  return next < 0 ? place : { ...place, line: next + 1, column: indentOf(lines[next] ?? '') + 1 };
}

/** The parser complains where it stumbles; the cause, where it can be told, is on a line before. */
function explain(error: YamlError, lines: string[], place: Place): Problem {
  const quote = openQuote(lines, place, error.code === 'MISSING_CHAR');
  if (quote)
    return makeError('yaml-is-valid', quote, 'a quote is opened here and not closed', {
      hint: 'A text that has quotes in it belongs in the other kind of quotes, or under a |.',
    });
  for (const { pattern, offset, message, hint } of BRACE_CAUSES) {
    const cause = findCause(pattern, lines, place, offset);
    if (cause) return makeError('yaml-is-valid', cause, message, { hint });
  }
  if (/must be sufficiently indented and end with/.test(error.message))
    return makeError(
      'yaml-is-valid',
      openBracket(lines, place) ?? place,
      'a [ or { is opened here and not closed',
      { hint: 'Close it with ] or }, or put the value in quotes.' },
    );
  return named(error, lines, place);
}

function named(error: YamlError, lines: string[], place: Place): Problem {
  const tab = error.code === 'BAD_INDENT' && /^ *\t/.test(lines[place.line - 1] ?? '');
  const { message, hint } = EXPLAINED[tab ? 'TAB_AS_INDENT' : error.code] ?? {
    message: `this is not valid YAML: ${(error.message.split('\n')[0] ?? '').toLowerCase()}`,
  };
  return makeError('yaml-is-valid', place, message, { hint });
}
