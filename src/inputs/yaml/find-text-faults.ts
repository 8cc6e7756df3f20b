import { makeError, makeWarning, type Place, type Problem } from '../../model/problem.js';

type At = (column: number) => Place;

/** Characters in a YAML file that YAML reads otherwise than the author sees them, and those that no text may hold. */
export function findTextFaults(file: string, text: string): Problem[] {
  return byLine(file, text, (line, at) => [
    ...indentation(line, at),
    ...characters(line, at),
    ...curlyQuotes(line, at),
  ]);
}

/** Characters that no text may hold: those that nobody sees, and those that we keep for ourselves. */
export function findCharacterFaults(file: string, text: string): Problem[] {
  return byLine(file, text, characters);
}

function byLine(file: string, text: string, look: (line: string, at: At) => Problem[]): Problem[] {
  return text
    .split('\n')
    .flatMap((line, index) => look(line, (column) => ({ file, line: index + 1, column })));
}

function indentation(line: string, at: At): Problem[] {
  const blank = /^[ ]*([\u00a0\u2000-\u200b\u3000]+)/.exec(line);
  const inKey =
    /^([ ]*[\p{L}\p{N}-]+)[\u00a0\u200b]+:/u.exec(line) ?? /^([ ]*[\p{L}\p{N}-]+:)\u00a0/u.exec(line);
  const column = blank
    ? blank[0].length - (blank[1] ?? '').length + 1
    : inKey
      ? (inKey[1] ?? '').length + 1
      : 0;
  if (column === 0) return [];
  return [
    makeError('space-is-plain', at(column), 'a no-break space stands where YAML needs a plain one', {
      hint: 'It looks like a space and was probably pasted: delete it and type a space.',
    }),
  ];
}

/** Soft hyphens, spaces without width and marks of direction: they break searching, and the words round them. */
const INVISIBLE = /[\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff]/;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const PRIVATE_USE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u;

function characters(line: string, at: At): Problem[] {
  const control = line.search(CONTROL);
  const invisible = line.search(INVISIBLE);
  const privateUse = line.search(PRIVATE_USE);
  return [
    ...(control < 0
      ? []
      : [
          makeError('character-is-text', at(control + 1), `a control character (${codeOf(line, control)})`, {
            hint: 'It shows as nothing, or as a box: delete it.',
          }),
        ]),
    ...(invisible < 0
      ? []
      : [
          makeWarning(
            'character-is-visible',
            at(invisible + 1),
            `a character that nobody sees (${codeOf(line, invisible)})`,
            { hint: 'It was probably pasted, and keeps a search from finding the word: delete it.' },
          ),
        ]),
    ...(privateUse < 0
      ? []
      : [
          makeError(
            'character-is-public',
            at(privateUse + 1),
            'a private-use character, which no font shows alike',
            {
              hint: 'It was probably pasted from a symbol font: type the symbol itself, such as • or →.',
            },
          ),
        ]),
  ];
}

function codeOf(line: string, index: number): string {
  return `U+${line.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`;
}

function curlyQuotes(line: string, at: At): Problem[] {
  const match = /^(\s*(?:- )?[\p{L}\p{N}-]+:\s+)[“‘].*[”’]\s*$/u.exec(line);
  if (!match?.[1]) return [];
  return [
    makeWarning(
      'quotes-are-straight',
      at(match[1].length + 1),
      'the value stands in curly quotes, which will be printed',
      {
        hint: 'To quote a value for YAML, use straight quotes: "…".',
      },
    ),
  ];
}
