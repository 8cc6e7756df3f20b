import { fault, warning, type Place, type Problem } from '../model/problem.js';

/** Characters from a word processor that YAML reads otherwise than the author sees them, and characters that we keep for ourselves. */
export function findTextFaults(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const place = (column: number): Place => ({ file, line: index + 1, column });
    return [...indentation(line, place), ...privateUse(line, place), ...curlyQuotes(line, place)];
  });
}

function indentation(line: string, place: (column: number) => Place): Problem[] {
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
    fault('space-is-plain', place(column), 'a no-break space stands where YAML needs a plain one', {
      hint: 'It looks like a space and was probably pasted: delete it and type a space.',
    }),
  ];
}

function privateUse(line: string, place: (column: number) => Place): Problem[] {
  const at = line.search(/[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u);
  if (at < 0) return [];
  return [
    fault('character-is-public', place(at + 1), 'a private-use character, which no font shows alike', {
      hint: 'It was probably pasted from a symbol font: type the symbol itself, such as • or →.',
    }),
  ];
}

function curlyQuotes(line: string, place: (column: number) => Place): Problem[] {
  const match = /^(\s*(?:- )?[\p{L}\p{N}-]+:\s+)[“‘].*[”’]\s*$/u.exec(line);
  if (!match?.[1]) return [];
  return [
    warning(
      'quotes-are-straight',
      place(match[1].length + 1),
      'the value stands in curly quotes, which will be printed',
      {
        hint: 'To quote a value for YAML, use straight quotes: "…".',
      },
    ),
  ];
}
