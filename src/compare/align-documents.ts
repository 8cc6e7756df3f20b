import type { Document, Section } from '../model/document.js';
import { allSections, listUnits, type Unit } from './list-units.js';
import { matchUp, type Member } from './match-up.js';
import { interleave, type Pair } from './side-by-side.js';

/** Two versions laid beside each other, in the new one's reading order, what was removed where it stood. */
export interface Alignment {
  sections: (Pair<Section> & { units: Pair<Unit>[] })[];
  /** From an anchor of the old version to that of its counterpart in the new one. */
  anchors: Map<string, string>;
}

export function alignDocuments(before: Document, after: Document): Alignment {
  const [old, now] = [allSections(before), allSections(after)];
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
    anchors: new Map([
      ...old.flatMap(({ anchor }, from) => pairOf(anchor, now[sections[from] ?? -1]?.anchor)),
      ...oldUnits.flatMap((unit) => pairOf(unit.anchor, counterpart.get(unit)?.anchor)),
    ]),
  };
}

function pairOf(before: string, after: string | undefined): [string, string][] {
  return after === undefined ? [] : [[before, after]];
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
