import type { Document } from '../../model/document.js';
import { alignDocuments, type Alignment, type SectionPair } from '../align/align-documents.js';
import { listWords } from '../align/list-words.js';
import { makeMember } from '../align/member.js';
import { pairSequences } from '../align/pair-sequences.js';
import type { Words } from '../align/words.js';
import { classifyPair, sortKinds } from './classify-change.js';
import { compareMetadata } from './compare-metadata.js';
import { comparePart } from './compare-part.js';
import { compareWords, type CompareWords } from './compare-words.js';
import type { ChangeKind, Comparison, FieldComparison, SectionComparison } from './comparison.js';
import { toLocation } from './to-location.js';

/** Two hypothetical builds, used to find the cause of each change. Null if a build is not known. */
export interface HypotheticalBuilds {
  /** The new version on the old version's data. */
  newOnOldData: Document | null;
  /** The old version on the new version's data and measures. */
  oldOnNewData: Document | null;
}

/**
 * Compares two versions of a paper as a reader sees them. Parts are matched by their labels, then by their words. A moved
 * part is not reported as removed and added, and a new number of a reference is not a change. Data that is not printed
 * is not compared.
 */
export function compareDocuments(
  before: Document,
  after: Document,
  { newOnOldData, oldOnNewData }: HypotheticalBuilds = { newOnOldData: null, oldOnNewData: null },
): Comparison {
  const alignment = alignDocuments(before, after);
  const newOnOld = newOnOldData && mapWords(after, newOnOldData);
  const oldOnNew = oldOnNewData && mapWords(before, oldOnNewData);
  const context = {
    identities: alignment.identities,
    findOnOldData: (words: Words) => newOnOld?.get(words),
    findOnNewData: (words: Words) => oldOnNew?.get(words),
  };
  return compareAligned(before, after, alignment, (old, now) => compareWords(old, now, context));
}

/** Maps each text of a document to its counterpart in another. */
function mapWords(document: Document, other: Document): Map<Words, Words> {
  const counterparts = new Map<Words, Words>();
  compareAligned(document, other, alignDocuments(document, other), (words, counterpart) => {
    if (words !== null && counterpart !== null) counterparts.set(words, counterpart);
    return [];
  });
  return counterparts;
}

/** Calls `compare` for each pair of texts in both versions. */
function compareAligned(
  before: Document,
  after: Document,
  { sections }: Alignment,
  compare: CompareWords,
): Comparison {
  return {
    paper: describeTitlePage(after),
    caveats: [],
    metadata: compareMetadata(before, after),
    header: compareHeader(before, after, compare),
    sections: sections.map((section) => compareSection(section, compare)),
  };
}

/** Returns what a page with changes shows of a paper's title page. */
export function describeTitlePage({ title, language, masthead, running }: Document): Comparison['paper'] {
  return { title, language, ...masthead, marking: running.marking };
}

function compareHeader(before: Document, after: Document, compare: CompareWords): FieldComparison[] {
  const pairs = pairSequences(before.header.fields, after.header.fields, ({ name, value }) =>
    makeMember('field', { label: name, words: listWords(value) }),
  );
  return pairs.map((pair) => {
    const text = compare(pair.before?.value ?? null, pair.after?.value ?? null);
    return { name: (pair.after ?? pair.before)?.name ?? '', how: classifyPair(pair, [text]), text };
  });
}

function compareSection(pair: SectionPair, compare: CompareWords): SectionComparison {
  const title = compare(pair.before?.title ?? null, pair.after?.title ?? null);
  const [before, after] = [toLocation(pair.before), toLocation(pair.after)];
  const how = classifyPair(pair, [title]).map((kind): ChangeKind =>
    kind === 'reworded' ? 'retitled' : kind,
  );
  if (before && after && before.number !== after.number && !pair.isMoved) how.push('renumbered');
  const parts = pair.units.map((unit) => comparePart(unit, compare));
  return { how: sortKinds(how), before, after, title, parts };
}
