import { alignDocuments, type Identities, type SectionPair } from '../compare/align/align-documents.js';
import { hasTextChanged } from '../compare/align/has-text-changed.js';
import type { Pair } from '../compare/align/interleave.js';
import { listWords } from '../compare/align/list-words.js';
import type { Unit } from '../compare/align/list-units.js';
import { makeMember, type Member } from '../compare/align/member.js';
import { pairSequences } from '../compare/align/pair-sequences.js';
import { orderBlocks } from '../model/order-blocks.js';
import { listListRuns, type List } from '../model/blocks/list.js';
import type { Document } from '../model/document.js';
import { listSections } from '../model/list-sections.js';
import { hasBlockChanged } from './has-block-changed.js';
import { listHeaderLines } from './list-header-lines.js';
import type { Change } from './preview-state.js';

/** The position of a part on the page. */
type Place = Pick<Change, 'section' | 'block'>;

/** A part of both versions, with its position in the new one. */
interface PartPair {
  /** Null if the part was removed. */
  place: Place | null;
  isNew: boolean;
  hasChanged: boolean;
  isMoved: boolean;
}

/** Lists what differs from the paper before. A part that is only renumbered has not changed. */
export function listChanges(before: Document, now: Document): { changes: Change[]; removed: number } {
  const { sections, identities } = alignDocuments(before, now);
  const places = locateParts(now);
  const pairs = [
    ...pairHeaderLines(before, now, identities),
    ...sections.flatMap((section) => pairSectionParts(section, places, identities)),
  ];
  return {
    changes: pairs.flatMap(toChange),
    removed: pairs.filter(({ place }) => place === null).length,
  };
}

function toChange({ place, isNew, hasChanged, isMoved }: PartPair): Change[] {
  if (place === null) return [];
  if (isNew) return [{ ...place, kind: 'new' }];
  if (hasChanged) return [{ ...place, kind: 'changed' }];
  return isMoved ? [{ ...place, kind: 'moved' }] : [];
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
  compare: (before: T, after: T) => boolean,
): PartPair {
  return {
    place: after && locate(after),
    isNew: before === null,
    hasChanged: before !== null && after !== null && compare(before, after),
    isMoved,
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
        line.texts.some((text, index) => hasTextChanged(old.texts[index] ?? '', text, identities)),
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
    (old, now) => hasTextChanged(old.title, now.title, identities),
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
      (old, now) => hasBlockChanged(old.block, now.block, identities),
    ),
    ...lists.map((pair) =>
      toPartPair(
        { ...pair, isMoved: pair.isMoved || unit.isMoved },
        (list) => places.get(list) ?? null,
        (old, now) => hasBlockChanged(old, now, identities),
      ),
    ),
  ];
}

function toListMember(list: List): Member {
  return makeMember('list', { words: listListRuns(list).flatMap(listWords), isKnownByPlace: true });
}
