import type { Document } from '../../model/document.js';
import type { Section } from '../../model/section.js';
import { alignDocuments, type Alignment } from '../align/align-documents.js';
import { comparePart } from './compare-part.js';
import type { Comparison, FieldComparison, Locus, MetadataChange, SectionComparison } from './comparison.js';
import { howPair, inOrder } from './classify-change.js';
import { listWords } from '../align/list-words.js';
import { pairSequences } from '../align/pair-sequences.js';
import type { Words } from '../align/words.js';
import { compareWords, type CompareWords } from './compare-words.js';

/** Two versions that never were: they tell what changed with the data and what by somebody's hand. Null: not known. */
export interface Background {
  /** The new version, built on the old one's data. */
  newOnOldData: Document | null;
  /** The old version, built on the new one's data and by its measures. */
  oldOnNewData: Document | null;
}

/**
 * What differs between two versions of a paper, as a reader sees it. Things are known by their labels, and only then by their
 * words; what moved is not said to be removed and added; a reference whose number followed is no change. What is not printed,
 * such as the line of a figure's source, is not compared.
 */
export function compareDocuments(
  before: Document,
  after: Document,
  { newOnOldData, oldOnNewData }: Background = { newOnOldData: null, oldOnNewData: null },
): Comparison {
  const alignment = alignDocuments(before, after);
  const newOnOld = newOnOldData && pairRuns(after, newOnOldData);
  const oldOnNew = oldOnNewData && pairRuns(before, oldOnNewData);
  const context = {
    identities: alignment.identities,
    findOnOldData: (words: Words) => newOnOld?.get(words),
    findOnNewData: (words: Words) => oldOnNew?.get(words),
  };
  return walk(before, after, alignment, (old, now) => compareWords(old, now, context));
}

/** Each run of a document with its counterpart in another. */
function pairRuns(document: Document, other: Document): Map<Words, Words> {
  const pairs = new Map<Words, Words>();
  walk(document, other, alignDocuments(document, other), (words, counterpart) => {
    if (words !== null && counterpart !== null) pairs.set(words, counterpart);
    return [];
  });
  return pairs;
}

/** Goes through both versions at once and hands every two runs that belong together to `compare`. */
function walk(before: Document, after: Document, { sections }: Alignment, compare: CompareWords): Comparison {
  const { title, language, masthead, running } = after;
  return {
    paper: { title, language, ...masthead, marking: running.marking },
    metadata: compareMetadata(before, after),
    header: compareHeader(before, after, compare),
    sections: sections.map((pair): SectionComparison => {
      const title = compare(pair.before?.title ?? null, pair.after?.title ?? null);
      const [old, now] = [locus(pair.before), locus(pair.after)];
      const renumbered = old && now && old.number !== now.number && !pair.moved;
      const how = howPair(pair, [title]).map((one) => (one === 'reworded' ? 'retitled' : one));
      return {
        how: inOrder([...how, ...(renumbered ? (['renumbered'] as const) : [])]),
        before: old,
        after: now,
        title,
        parts: pair.units.map((unit) => comparePart(unit, compare)),
      };
    }),
  };
}

function locus(section: Section | null): Locus | null {
  return section && { anchor: section.anchor, number: section.number };
}

function compareHeader(before: Document, after: Document, compare: CompareWords): FieldComparison[] {
  const pairs = pairSequences(before.header.fields, after.header.fields, ({ name, value }) => ({
    kind: 'field',
    label: name,
    group: '',
    words: listWords(value),
    knownByPlace: false,
  }));
  return pairs.map((pair) => {
    const text = compare(pair.before?.value ?? null, pair.after?.value ?? null);
    return { name: (pair.after ?? pair.before)?.name ?? '', how: howPair(pair, [text]), text };
  });
}

const METADATA: [string, (document: Document) => string][] = [
  ['title', ({ title }) => title],
  ['status', ({ status }) => status],
  ['version', ({ statusText }) => statusText],
  ['note of changes', ({ changes }) => changes?.text ?? 'none'],
  ['authority', ({ masthead }) => masthead.authority],
  ['committee', ({ masthead }) => masthead.committee],
  ['meeting', ({ masthead }) => masthead.meeting],
  ['running head', ({ running }) => running.right],
  ['marking', ({ running }) => running.marking ?? 'none'],
  ['author', ({ author }) => author],
  ['description', ({ subject }) => subject],
  ['keywords', ({ keywords }) => keywords.join(', ')],
  ['language', ({ language }) => language],
  ['contents list', ({ contents, contentsTitle }) => (contents ? contentsTitle : 'none')],
];

function compareMetadata(before: Document, after: Document): MetadataChange[] {
  return METADATA.map(([name, of]) => ({ name, before: of(before), after: of(after) })).filter(
    (one) => one.before !== one.after,
  );
}
