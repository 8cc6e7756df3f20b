import type { ParagraphChild } from 'docx';
import { makeElement } from '../element.js';

/** Puts a bookmark around the content of a paragraph, if it has a name. */
export function wrapInBookmark(
  name: string | null,
  content: ParagraphChild[],
  makeId: () => number,
): ParagraphChild[] {
  if (name === null) return content;
  const id = makeId();
  return [
    makeElement('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
    ...content,
    makeElement('w:bookmarkEnd', { 'w:id': id }),
  ];
}
