import { formatCodePoint } from '../../format/words.js';
import { makeError, makeWarning, type Place, type Problem } from '../../model/problem.js';
import type { PlaceInLine } from './find-markdown-mistakes.js';

/** Soft hyphens, spaces without width and direction marks. They break searching and the words around them. */
const INVISIBLE = /[\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff]/;
/** Control characters except tabs and line breaks. */
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const PRIVATE_USE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u;
/** Any of these. */
const UNUSUAL = new RegExp([INVISIBLE, CONTROL, PRIVATE_USE].map(({ source }) => source).join('|'), 'u');

/**
 * Finds characters in a YAML file that YAML reads differently from how they look.
 * Also finds characters that no text may contain.
 */
export function findUnusualYamlCharacters(file: string, text: string): Problem[] {
  return flatMapLines(file, text, (line, placeAt) => [
    ...findNoBreakIndentation(line, placeAt),
    ...findInLine(line, placeAt),
    ...findCurlyQuotes(line, placeAt),
  ]);
}

/** Finds characters that no text may contain: invisible, control and private-use characters. */
export function findUnusualCharacters(file: string, text: string): Problem[] {
  return flatMapLines(file, text, findInLine);
}

/** Finds such characters in a text that has one place, such as a cell of a spreadsheet. */
export function findUnusualInText(text: string, place: Place): Problem[] {
  return UNUSUAL.test(text) ? findInLine(text, () => place) : [];
}

function flatMapLines(
  file: string,
  text: string,
  find: (line: string, placeAt: PlaceInLine) => Problem[],
): Problem[] {
  return text
    .split('\n')
    .flatMap((line, index) => find(line, (column) => ({ file, line: index + 1, column })));
}

function findNoBreakIndentation(line: string, placeAt: PlaceInLine): Problem[] {
  const before =
    /^([ ]*)[\u00a0\u2000-\u200b\u3000]/.exec(line) ??
    /^([ ]*[\p{L}\p{N}-]+)[\u00a0\u200b]+:/u.exec(line) ??
    /^([ ]*[\p{L}\p{N}-]+:)\u00a0/u.exec(line);
  if (before?.[1] === undefined) return [];
  return [
    makeError(
      'space-is-plain',
      placeAt(before[1].length + 1),
      'this is a no-break space, but YAML needs an ordinary space here',
      { hint: 'It was probably pasted. Delete it and type a space.' },
    ),
  ];
}

function findInLine(line: string, placeAt: PlaceInLine): Problem[] {
  return [...findControl(line, placeAt), ...findInvisible(line, placeAt), ...findPrivateUse(line, placeAt)];
}

function findControl(line: string, placeAt: PlaceInLine): Problem[] {
  const index = line.search(CONTROL);
  if (index < 0) return [];
  return [
    makeError(
      'character-is-text',
      placeAt(index + 1),
      `the text contains a control character (${formatCodePoint(line.charAt(index))})`,
      { hint: 'Delete it. It is invisible or shows as a box.' },
    ),
  ];
}

function findInvisible(line: string, placeAt: PlaceInLine): Problem[] {
  const index = line.search(INVISIBLE);
  if (index < 0) return [];
  return [
    makeWarning(
      'character-is-visible',
      placeAt(index + 1),
      `the text contains an invisible character (${formatCodePoint(line.charAt(index))})`,
      { hint: 'It was probably pasted, and a search does not find the word around it. Delete it.' },
    ),
  ];
}

function findPrivateUse(line: string, placeAt: PlaceInLine): Problem[] {
  const index = line.search(PRIVATE_USE);
  if (index < 0) return [];
  return [
    makeError(
      'character-is-public',
      placeAt(index + 1),
      'the text contains a private-use character, which looks different in each font',
      { hint: 'It was probably pasted from a symbol font. Type the symbol itself, such as • or →.' },
    ),
  ];
}

function findCurlyQuotes(line: string, placeAt: PlaceInLine): Problem[] {
  const before = /^(\s*(?:- )?[\p{L}\p{N}-]+:\s+)[“‘].*[”’]\s*$/u.exec(line)?.[1];
  if (before === undefined) return [];
  return [
    makeWarning(
      'quotes-are-straight',
      placeAt(before.length + 1),
      'the value is in curly quotes, which will be printed',
      { hint: 'To quote a YAML value, use straight quotes: "…".' },
    ),
  ];
}
