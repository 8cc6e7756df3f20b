import { isMap, type Document } from 'yaml';
import { findLineEnd } from '../inputs/yaml/find-line.js';
import { findColumn, findLineBreak, indentLines } from './block-text.js';
import type { EntrySource } from './edit.js';
import { findGap, listEntryLines, putEntry, withFinalBreak } from './entry-lines.js';
import { findSection, NARRATIVE } from './narrative.js';
import { findSpot, openYaml } from './open-yaml.js';
import { succeed, type Outcome } from './outcome.js';

/** A paragraph to insert behind the one at `index` of its section, or before the first if that is -1. */
interface Insertion {
  section: string;
  label: string;
  index: number;
  typed: string;
}

/**
 * Inserts a paragraph into the text of a paper. With `source`, its lines are written as they were. Otherwise it gets the
 * indentation and the empty lines of its neighbours, and the comments of `comments`.
 */
export function insertParagraph(
  text: string,
  insertion: Insertion,
  { source, comments = '' }: { source?: EntrySource | undefined; comments?: string | undefined },
): Outcome<string> {
  const lineBreak = findLineBreak(text);
  return withFinalBreak(text, lineBreak, (whole) => {
    const opened = openYaml(whole);
    if (opened.refusal) return opened;
    const { section, label, index, typed } = insertion;
    const found = findSection(opened.value, section);
    if (found.refusal) return found;
    const write = (column: number): string =>
      source?.lines ??
      [
        ...readComments(comments).map((comment) => ' '.repeat(column) + comment),
        `${' '.repeat(column)}${label}: |`,
        indentLines(typed, column + 2, lineBreak),
        '',
      ].join(lineBreak);
    if (!found.value) return succeed(putFirst(whole, opened.value, section, write));
    const entries = listEntryLines(whole, found.value);
    const gap = source?.gap ?? findGap(whole, entries) ?? findUsualGap(whole, opened.value) ?? lineBreak;
    return succeed(putEntry(whole, entries, index, { lines: write(entries[0]?.column ?? 0), gap }));
  });
}

/** Reads the comments at the start of an entry's lines. */
function readComments(lines: string): string[] {
  const all = lines.split(/\r?\n/).map((line) => line.trim());
  const end = all.findIndex((line) => !line.startsWith('#'));
  return all.slice(0, end < 0 ? all.length : end);
}

/** Finds the empty lines between paragraphs elsewhere in the paper. */
function findUsualGap(text: string, document: Document): string | null {
  const narrative = findSpot(document, [NARRATIVE])?.node;
  if (!isMap(narrative)) return null;
  for (const { value } of narrative.items) {
    const gap = isMap(value) && value.flow !== true ? findGap(text, listEntryLines(text, value)) : null;
    if (gap !== null) return gap;
  }
  return null;
}

/** Puts the first paragraph into a section that is empty or does not exist. */
function putFirst(
  text: string,
  document: Document,
  section: string,
  write: (column: number) => string,
): string {
  const lineBreak = findLineBreak(text);
  const spot = findSpot(document, [NARRATIVE, section]);
  if (spot) return putBelow(text, spot.keyEnd ?? 0, write(findColumn(text, spot.start) + 2));
  const writeSection = (column: number): string =>
    `${' '.repeat(column)}${section}:${lineBreak}${write(column + 2)}`;
  const narrative = findSpot(document, [NARRATIVE]);
  if (!narrative) return `${text}${text === '' ? '' : lineBreak}${NARRATIVE}:${lineBreak}${writeSection(2)}`;
  if (!isMap(narrative.node) || narrative.node.items.length === 0)
    return putBelow(text, narrative.keyEnd ?? 0, writeSection(2));
  const entries = listEntryLines(text, narrative.node);
  const gap = findGap(text, entries) ?? lineBreak;
  const lines = writeSection(entries[0]?.column ?? 2);
  return putEntry(text, entries, entries.length - 1, { lines, gap });
}

/** Puts lines below a key without a value. A `{}` after it goes. */
export function putBelow(text: string, keyEnd: number, lines: string): string {
  const colon = text.indexOf(':', keyEnd) + 1;
  const lineEnd = findLineEnd(text, colon);
  const rest = text.slice(colon, lineEnd).replace(/^[ \t]*(?:\{[ \t]*\}|null|~)/, '');
  return text.slice(0, colon) + rest + lines + text.slice(lineEnd);
}
