import type { Document } from '../../model/document.js';
import type { MetadataChange } from './comparison.js';

/** The compared properties of a paper, with their names for the reader. */
const PROPERTIES: [name: string, read: (document: Document) => string][] = [
  ['title', ({ title }) => title],
  ['status', ({ status }) => status],
  ['version', ({ statusText }) => statusText],
  ['note of changes', ({ changes }) => changes?.text ?? 'none'],
  ['authority', ({ masthead }) => masthead.authority],
  ['committee', ({ masthead }) => masthead.committee],
  ['meeting', ({ masthead }) => masthead.meeting],
  ['running head', ({ running }) => [running.centre, running.right].filter(Boolean).join(' · ')],
  ['marking', ({ running }) => running.marking ?? 'none'],
  ['author', ({ author }) => author],
  ['description', ({ subject }) => subject],
  ['keywords', ({ keywords }) => keywords.join(', ')],
  ['language', ({ language }) => language],
  ['contents list', describeContents],
];

/** Old versions say only whether they have a list. */
function describeContents({ contents, contentsTitle }: Document): string {
  return contents === false ? 'none' : contentsTitle;
}

/** Lists the properties of the paper that differ. */
export function compareMetadata(before: Document, after: Document): MetadataChange[] {
  return PROPERTIES.map(([name, read]) => ({ name, before: read(before), after: read(after) })).filter(
    (property) => property.before !== property.after,
  );
}
