import { listSections } from '../../model/list-sections.js';
import type { Document } from '../../model/document.js';
import type { Section } from '../../model/section.js';
import { interleave, type Pair } from './interleave.js';
import { listUnits, type Unit } from './list-units.js';
import { matchMembers } from './match-members.js';
import { makeMember, type Member } from './member.js';
import type { Identify } from './split-tokens.js';

/** Two versions side by side, in the reading order of the new one. */
export interface Alignment {
  sections: SectionPair[];
  identities: Identities;
}

export interface SectionPair extends Pair<Section> {
  units: Pair<Unit>[];
}

/** Names for the targets of references. A target and its counterpart have the same name. */
export interface Identities {
  before: Identify;
  after: Identify;
}

interface Anchored {
  anchor: string;
}

/** Each member and its counterpart, in both directions. */
type Counterparts<T> = Map<T, T>;

/** Matches the sections and blocks of two versions. */
export function alignDocuments(before: Document, after: Document): Alignment {
  const [oldSections, newSections] = [listSections(before), listSections(after)];
  const [oldUnits, newUnits] = [listUnits(before), listUnits(after)];
  const targets = matchMembers(toMembers(oldSections, oldUnits), toMembers(newSections, newUnits));
  const unitTargets = matchMembers(
    oldUnits.map((unit) => ({ ...unit, group: String(targets[unit.section]) })),
    newUnits,
  );
  const unitCounterparts = mapCounterparts(oldUnits, newUnits, unitTargets);
  const toSectionPair = (pair: Pair<Section>): SectionPair => {
    const oldInside = oldUnits.filter(({ section }) => oldSections[section] === pair.before);
    const newInside = newUnits.filter(({ section }) => newSections[section] === pair.after);
    return { ...pair, units: pairUnits(oldInside, newInside, unitCounterparts) };
  };
  return {
    sections: interleave(
      { before: oldSections, after: newSections, targets },
      ({ blocks }) => 1 + blocks.length,
    )
      .filter(({ isAway }) => !isAway)
      .map(toSectionPair),
    identities: makeIdentities(
      [
        ...nameAnchors(oldSections, mapCounterparts(oldSections, newSections, targets)),
        ...nameAnchors(oldUnits, unitCounterparts),
      ],
      [...newSections, ...newUnits],
    ),
  };
}

function mapCounterparts<T>(
  before: readonly T[],
  after: readonly T[],
  targets: readonly number[],
): Counterparts<T> {
  const counterparts: Counterparts<T> = new Map();
  before.forEach((member, from) => {
    const target = after[targets[from] ?? -1];
    if (target !== undefined) counterparts.set(member, target).set(target, member);
  });
  return counterparts;
}

/** Names old anchors by their new counterparts. An anchor without one gets a name that no new anchor has. */
function nameAnchors<T extends Anchored>(
  members: readonly T[],
  counterparts: Counterparts<T>,
): [string, string][] {
  return members.map((member) => [
    member.anchor,
    counterparts.get(member)?.anchor ?? `before ${member.anchor}`,
  ]);
}

function makeIdentities(oldNames: readonly [string, string][], newTargets: readonly Anchored[]): Identities {
  const before = new Map(oldNames);
  const after = new Set(newTargets.map(({ anchor }) => anchor));
  return {
    before: (anchor) => before.get(anchor) ?? null,
    after: (anchor) => (after.has(anchor) ? anchor : null),
  };
}

/** Sections are matched by the template's name for them, then by their text. */
function toMembers(sections: readonly Section[], units: readonly Unit[]): Member[] {
  return sections.map(({ id }, index) => {
    const inside = units.filter(({ section }) => section === index);
    return makeMember('section', { label: id, words: inside.flatMap(({ words }) => words) });
  });
}

/** Pairs the blocks of one section. A block that came from another section, or went to one, has moved. */
function pairUnits(before: Unit[], after: Unit[], counterparts: Counterparts<Unit>): Pair<Unit>[] {
  const positions = new Map(after.map((unit, index) => [unit, index]));
  const targets = before.map((unit) => positions.get(counterparts.get(unit) ?? unit) ?? -1);
  return interleave({ before, after, targets }, ({ words }) => 1 + words.length).map((pair) =>
    addMovedCounterpart(pair, counterparts),
  );
}

function addMovedCounterpart(pair: Pair<Unit>, counterparts: Counterparts<Unit>): Pair<Unit> {
  const { before, after } = pair;
  if (before && after) return pair;
  if (before) {
    const target = counterparts.get(before);
    return target ? { ...pair, after: target, isMoved: true, isAway: true } : pair;
  }
  const source = after && counterparts.get(after);
  return source ? { ...pair, before: source, isMoved: true } : pair;
}
