import type { WordChange, WordRun } from './word-file.js';

/** Joins neighbours that differ in nothing but their text. Word splits runs at each saving. */
export function joinRuns(runs: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  const texts: string[][] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && isSame(last, run)) texts.at(-1)?.push(run.text);
    else {
      joined.push(run);
      texts.push([run.text]);
    }
  }
  return joined
    .map((run, index) => ({ ...run, text: texts[index]?.join('') ?? '' }))
    .filter(({ text, note, picture }) => text !== '' || note !== null || picture !== null);
}

function isSame(before: WordRun, after: WordRun): boolean {
  if ([before, after].some(({ note, picture }) => note !== null || picture !== null)) return false;
  return (
    before.isBold === after.isBold &&
    before.isItalic === after.isItalic &&
    before.link === after.link &&
    before.control === after.control &&
    before.field === after.field &&
    isSameChange(before.change, after.change) &&
    isSameList(before.comments, after.comments) &&
    isSameList(before.bookmarks, after.bookmarks)
  );
}

function isSameChange(before: WordChange | null, after: WordChange | null): boolean {
  if (!before || !after) return before === after;
  return (
    before.kind === after.kind &&
    before.isMove === after.isMove &&
    before.author === after.author &&
    before.date === after.date
  );
}

function isSameList(before: readonly string[], after: readonly string[]): boolean {
  return before === after || (before.length === after.length && before.every((id, at) => id === after[at]));
}
