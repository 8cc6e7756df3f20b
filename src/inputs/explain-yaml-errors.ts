import type { Document } from 'yaml';
import { fault, type Place, type Problem } from '../model/problem.js';

type YamlError = Document['errors'][number];

/** A value that begins with {{, after its key or as an item of a list. */
const BRACES = /^(\s*(?:- +)?(?:[\p{L}\p{N}-]+:\s+)?)\{\{/u;
const OPEN_QUOTE = /^(\s*(?:- +)?[\p{L}\p{N}-]+:\s+)(?:"[^"]*|'[^']*)$/u;

/** What went wrong in words that an author knows, by the parser's code. */
const EXPLAINED: Partial<Record<YamlError['code'], { message: string; hint?: string }>> = {
  DUPLICATE_KEY: { message: 'the same key stands twice here', hint: 'Rename one of them, or delete it.' },
  TAB_AS_INDENT: { message: 'a tab stands where YAML needs spaces', hint: 'Indent with two spaces a level.' },
  BAD_INDENT: {
    message: 'the indentation does not fit',
    hint: 'Keys of one level start in the same column.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a value runs on over a line break, or a key has no value',
    hint: 'Long text belongs under a `|`, indented; a text with ": " in it belongs in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second ": " stands on the line',
    hint: 'Put the whole value in quotes.',
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
  const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  return [...twice, ...(first ? [first] : [])].map((error) =>
    explain(error, text.split('\n'), placeAt(error.pos[0])),
  );
}

/** The parser complains where it stumbles; the cause, where it can be told, is on a line before. */
function explain(error: YamlError, lines: string[], place: Place): Problem {
  const braces = findCause(BRACES, lines, place, 1);
  if (braces)
    return fault('yaml-is-valid', braces, 'a value begins with {{, which YAML takes for a map', {
      hint: 'Put the value in quotes: "{{…}}".',
    });
  const quote = error.code === 'MISSING_CHAR' ? findCause(OPEN_QUOTE, lines, place, lines.length) : null;
  if (quote)
    return fault('yaml-is-valid', quote, 'a quote is opened here and not closed', {
      hint: 'A text that has quotes in it belongs in the other kind of quotes, or under a |.',
    });
  if (/must be sufficiently indented and end with/.test(error.message))
    return fault(
      'yaml-is-valid',
      openBracket(lines, place) ?? place,
      'a [ or { is opened here and not closed',
      { hint: 'Close it with ] or }, or put the value in quotes.' },
    );
  const tab = error.code === 'BAD_INDENT' && /^ *\t/.test(lines[place.line - 1] ?? '');
  const { message, hint } = EXPLAINED[tab ? 'TAB_AS_INDENT' : error.code] ?? {
    message: `this is not valid YAML: ${(error.message.split('\n')[0] ?? '').toLowerCase()}`,
  };
  return fault('yaml-is-valid', place, message, { hint });
}

/** The end of what a pattern finds: on the place's own line, or up to `back` lines of text before it. */
function findCause(pattern: RegExp, lines: string[], place: Place, back: number): Place | null {
  const candidates = lines
    .slice(0, place.line)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .slice(-1 - back)
    .reverse();
  for (const { text, line } of candidates) {
    const before = pattern.exec(text)?.[1];
    if (before !== undefined) return { ...place, line, column: before.length + 1 };
  }
  return null;
}

/** The nearest bracket before a place, on a line that closes fewer than it opens. */
function openBracket(lines: string[], place: Place): Place | null {
  for (let line = Math.min(place.line, lines.length); line > 0; line--) {
    const text = lines[line - 1] ?? '';
    const open: number[] = [];
    for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g))
      if (bracket === '[' || bracket === '{') open.push(index);
      else open.pop();
    const last = open.at(-1);
    if (last !== undefined) return { ...place, line, column: last + 1 };
  }
  return null;
}
