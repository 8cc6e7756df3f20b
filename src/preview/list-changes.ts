import { alignDocuments, type Identities, type SectionPair } from '../compare/align/align-documents.js';
import { compareTexts, joinChanges, type TextChange } from '../compare/align/compare-texts.js';
import type { Pair } from '../compare/align/interleave.js';
import { listWords } from '../compare/align/list-words.js';
import type { Unit } from '../compare/align/list-units.js';
import { makeMember, type Member } from '../compare/align/member.js';
import { describeSentences } from '../compare/align/sentence-change.js';
import { pairSequences } from '../compare/align/pair-sequences.js';
import { orderBlocks } from '../model/order-blocks.js';
import { listInlineRuns, type Block } from '../model/blocks/block.js';
import { listListRuns, type List } from '../model/blocks/list.js';
import type { Document } from '../model/document.js';
import { listSections } from '../model/list-sections.js';
import { compareBlocks } from './compare-blocks.js';
import { listChangedWords } from './list-changed-words.js';
import { listHeaderLines } from './list-header-lines.js';
import type { Change, ChangedText } from './preview-state.js';

/** The position of a part on the page. */
type Place = Pick<Change, 'section' | 'block'>;

/** A part of both versions, with its position in the new one. */
interface PartPair {
  /** Null if the part was removed. */
  place: Place | null;
  isNew: boolean;
  /** Null if it has not changed. */
  change: TextChange | null;
  isMoved: boolean;
  findWords: () => ChangedText[];
}

/** The differences from the paper before. */
export interface ListedChanges {
  changes: Change[];
  removed: number;
  /** Finds the changed words of each change. This takes longer than finding the changes, so it is done on request. */
  findWords: () => ChangedText[][];
}

/** Lists what differs from the paper before. A part that is only renumbered has not changed. */
export function listChanges(before: Document, now: Document): ListedChanges {
  const { sections, identities } = alignDocuments(before, now);
  const places = locateParts(now);
  const pairs = [
    ...pairHeaderLines(before, now, identities),
    ...sections.flatMap((section) => pairSectionParts(section, places, identities)),
  ];
  const changed = pairs.flatMap((pair) => toChange(pair).map((change) => ({ change, pair })));
  return {
    changes: changed.map(({ change }) => change),
    removed: pairs.filter(({ place }) => place === null).length,
    findWords: () => changed.map(({ change, pair }) => (change.kind === 'changed' ? pair.findWords() : [])),
  };
}

function toChange({ place, isNew, change, isMoved }: PartPair): Change[] {
  if (place === null) return [];
  if (isNew) return [{ ...place, kind: 'new', sentences: [] }];
  if (change) return [{ ...place, kind: 'changed', sentences: describeSentences(change.sentences) }];
  return isMoved ? [{ ...place, kind: 'moved', sentences: [] }] : [];
}

/** Maps each section, as its heading, and each block to its position. */
function locateParts(document: Document): Map<object, Place> {
  return new Map(
    listSections(document).flatMap((part, section): [object, Place][] => [
      [part, { section, block: null }],
      ...orderBlocks(part.blocks).map((block, index): [object, Place] => [block, { section, block: index }]),
    ]),
  );
}

function toPartPair<T>(
  { before, after, isMoved }: Pair<T>,
  locate: (part: T) => Place | null,
  compare: (before: T, after: T) => TextChange | null,
  findWords: (before: T, after: T) => ChangedText[],
): PartPair {
  return {
    place: after && locate(after),
    isNew: before === null,
    change: before !== null && after !== null ? compare(before, after) : null,
    isMoved,
    findWords: () => (before !== null && after !== null ? findWords(before, after) : []),
  };
}

function pairHeaderLines(before: Document, now: Document, identities: Identities): PartPair[] {
  const lines = listHeaderLines(now);
  const places = new Map(lines.map((line, block) => [line, { section: null, block }]));
  return pairSequences(listHeaderLines(before), lines, (line) => line).map((pair) =>
    toPartPair(
      pair,
      (line) => places.get(line) ?? null,
      (old, line) =>
        joinChanges(line.texts.map((text, index) => compareTexts(old.texts[index] ?? '', text, identities))),
      (old, line) => listChangedWords(old.texts, line.texts, identities),
    ),
  );
}

function pairSectionParts(
  section: SectionPair,
  places: Map<object, Place>,
  identities: Identities,
): PartPair[] {
  const heading = toPartPair(
    section,
    (part) => places.get(part) ?? null,
    (old, now) => compareTexts(old.title, now.title, identities),
    (old, now) => listChangedWords([old.title], [now.title], identities),
  );
  const units = section.units.filter(({ isAway }) => !isAway);
  return [heading, ...units.flatMap((unit) => pairUnitParts(unit, places, identities))];
}

/** Pairs a block and then the lists that belong to it. */
function pairUnitParts(unit: Pair<Unit>, places: Map<object, Place>, identities: Identities): PartPair[] {
  const lists = pairSequences(unit.before?.lists ?? [], unit.after?.lists ?? [], toListMember);
  return [
    toPartPair(
      unit,
      ({ block }) => places.get(block) ?? null,
      (old, now) => compareBlocks(old.block, now.block, identities),
      (old, now) => listBlockWords(old.block, now.block, identities),
    ),
    ...lists.map((pair) =>
      toPartPair(
        { ...pair, isMoved: pair.isMoved || unit.isMoved },
        (list) => places.get(list) ?? null,
        (old, now) => compareBlocks(old, now, identities),
        (old, now) => listBlockWords(old, now, identities),
      ),
    ),
  ];
}

function listBlockWords(before: Block, after: Block, identities: Identities): ChangedText[] {
  return listChangedWords(listInlineRuns(before), listInlineRuns(after), identities);
}

function toListMember(list: List): Member {
  return makeMember('list', { words: listListRuns(list).flatMap(listWords), isKnownByPlace: true });
}
