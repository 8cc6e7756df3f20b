import { makeMember, type Member } from '../compare/align/member.js';
import { listWords } from '../compare/align/list-words.js';
import type { Words } from '../compare/align/words.js';
import type { Document } from '../model/document.js';

/** A line before the first section. */
export interface HeaderLine extends Member {
  texts: Words[];
}

/** Lists the lines before the first section, in the page's order. An empty line, such as a missing marking, is left out. */
export function listHeaderLines(document: Document): HeaderLine[] {
  const { masthead, title, header, running, status, statusText, changes } = document;
  const statusLine = [running.marking, status === 'draft' ? statusText : null].filter(
    (text) => text !== null,
  );
  return [
    ...(statusLine.length > 0 ? [toLine('status', [statusLine.join('\n')])] : []),
    toLine('masthead', [masthead.authority, masthead.meeting, masthead.committee]),
    toLine('title', [title]),
    ...header.fields.map(({ name, value }) => toLine(`field ${name}`, [name, value])),
    ...(changes ? [toLine('changes', [changes.title, changes.text])] : []),
  ];
}

function toLine(label: string, texts: Words[]): HeaderLine {
  return { ...makeMember('header line', { label, words: texts.flatMap(listWords) }), texts };
}
