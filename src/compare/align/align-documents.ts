import { listSections } from '../../model/list-sections.js';
import type { Document } from '../../model/document.js';
import type { Section } from '../../model/section.js';
import { listUnits, type Unit } from './list-units.js';
import { matchUp, type Member } from './match-up.js';
import { interleave, type Pair } from './side-by-side.js';

/** Two versions laid beside each other, in the new one's reading order, what was removed where it stood. */
export interface Alignment {
  sections: (Pair<Section> & { units: Pair<Unit>[] })[];
  /** What can be cited: from its anchor in a version to a name that its counterpart shares. */
  names: { before: Map<string, string>; after: Map<string, string> };
}

export function alignDocuments(before: Document, after: Document): Alignment {
  const [old, now] = [listSections(before), listSections(after)];
  const [oldUnits, nowUnits] = [listUnits(before), listUnits(after)];
  const sections = matchUp(members(old, oldUnits), members(now, nowUnits));
  const targets = matchUp(
    oldUnits.map((unit) => ({ ...unit, group: String(sections[unit.section]) })),
    nowUnits,
  );
  const counterpart = new Map<Unit, Unit>();
  oldUnits.forEach((unit, from) => {
    const to = nowUnits[targets[from] ?? -1];
    if (to) counterpart.set(unit, to).set(to, unit);
  });
  const units = (pair: Pair<Section>): Pair<Unit>[] =>
    pairUnits(
      oldUnits.filter(({ section }) => old[section] === pair.before),
      nowUnits.filter(({ section }) => now[section] === pair.after),
      counterpart,
    );
  return {
    sections: interleave(old, now, sections, ({ blocks }) => 1 + blocks.length)
      .filter(({ away }) => !away)
      .map((pair) => ({ ...pair, units: units(pair) })),
    names: {
      before: new Map([
        ...old.map(({ anchor }, from) => [anchor, nameOf(anchor, now[sections[from] ?? -1])] as const),
        ...oldUnits.map((unit) => [unit.anchor, nameOf(unit.anchor, counterpart.get(unit))] as const),
      ]),
      after: new Map([...now, ...nowUnits].map(({ anchor }) => [anchor, anchor])),
    },
  };
}

/** The new version's anchor is the name; what is not in it keeps a name that nothing there has. */
function nameOf(anchor: string, counterpart: { anchor: string } | undefined): string {
  return counterpart?.anchor ?? `before ${anchor}`;
}

/** Sections are known by the template's name for them, or else by what they say. */
function members(sections: Section[], units: Unit[]): Member[] {
  return sections.map(({ id }, index) => ({
    kind: 'section',
    label: id,
    group: '',
    words: units.filter(({ section }) => section === index).flatMap(({ words }) => words),
    knownByPlace: false,
  }));
}

/** One section's blocks. What came from another section, or went to one, has moved. */
function pairUnits(before: Unit[], after: Unit[], counterpart: Map<Unit, Unit>): Pair<Unit>[] {
  const positions = new Map(after.map((unit, index) => [unit, index]));
  const targets = before.map((unit) => positions.get(counterpart.get(unit) ?? unit) ?? -1);
  return interleave(before, after, targets, ({ words }) => 1 + words.length).map((row) => {
    if (row.before && row.after) return row;
    const other = counterpart.get(row.before ?? row.after ?? ([] as never));
    if (!other) return row;
    return row.before
      ? { ...row, after: other, moved: true, away: true }
      : { ...row, before: other, moved: true };
  });
}
