import type { YAMLMap } from 'yaml';
import { findLineEnd, findLineStart } from '../inputs/yaml/find-line.js';
import type { TextEdit } from '../inputs/yaml/text-edit.js';
import { dropEntry, insertText } from './yaml-edits.js';
import { findEntry, findStart } from './yaml-entries.js';

const COMMENT = '# Carried over unchanged. Remove each label from this list when its text is right.';

/** Writes the names that the author must review as `unreviewed:`, above the key `before`. Replaces an earlier list. */
export function putReviewList(
  text: string,
  map: YAMLMap | null,
  before: string,
  names: readonly string[],
): TextEdit[] {
  const earlierList = findEntry(map, 'unreviewed');
  const holder = findEntry(map, before);
  return [
    ...dropComment(text),
    ...(earlierList ? dropEntry(text, earlierList) : []),
    ...(holder && names.length > 0 ? [insertList(text, findStart(holder), names)] : []),
  ];
}

/** Removes the comment of an earlier list, which an author may have left behind. */
function dropComment(text: string): TextEdit[] {
  const from = text.indexOf(COMMENT);
  return from < 0 ? [] : [{ start: from, end: findLineEnd(text, from), text: '' }];
}

function insertList(text: string, offset: number, names: readonly string[]): TextEdit {
  const from = findCommentStart(text, findLineStart(text, offset));
  return insertText(from, formatReviewList(names));
}

/** Formats the list with its comment and the empty line below. */
export function formatReviewList(names: readonly string[]): string {
  const lines = names.map((name) => `  - ${name}\n`).join('');
  return `${COMMENT}\nunreviewed:\n${lines}\n`;
}

/** Returns the start of the comment lines directly above a line. */
function findCommentStart(text: string, start: number): number {
  if (start === 0) return 0;
  const above = findLineStart(text, start - 1);
  return text.slice(above, start).startsWith('#') ? findCommentStart(text, above) : start;
}
