import { findChild, listChildren, readValue, type XmlElement } from '../../ooxml/xml-element.js';
import { formatListNumber } from './format-list-number.js';
import { toNumber } from './read-styles.js';
import type { WordNumbering } from './word-file.js';

/** A level of a list: how its numbers are written. */
interface Level {
  start: number;
  format: string;
  /** "%1.%2" stands for the numbers of the first two levels. */
  text: string | null;
  /** The style of paragraphs whose level this is. */
  style: string | null;
  /** The level, counted from 1, whose paragraphs start the numbers again. Zero means none. Null means any level above. */
  restart: number | null;
  isLegal: boolean;
}

interface List {
  /** Lists that count on share it. */
  counter: string;
  levels: Map<number, Level>;
  /** The levels that start again where this list is first used. */
  restarts: Map<number, number>;
}

/** Returns the number of the next paragraph of a list. Paragraphs must be asked for in their order. */
export type NumberParagraph = (
  list: string,
  level: number | null,
  style: string | null,
) => WordNumbering | null;

/** Word has nine levels. */
const LAST_LEVEL = 8;

/** Creates a counter of numbered paragraphs, as Word counts them. */
export function createNumbering(root: XmlElement | null): NumberParagraph {
  const lists = readLists(root);
  const counters = new Map<string, Map<number, number>>();
  const used = new Set<string>();
  return (id, level, style) => {
    const list = lists.get(id);
    if (!list || id === '0') return null;
    const at = Math.min(Math.max(level ?? findLevelOfStyle(list, style) ?? 0, 0), LAST_LEVEL);
    const counts = counters.get(list.counter) ?? new Map<number, number>();
    counters.set(list.counter, counts);
    if (!used.has(id)) for (const [restarted] of list.restarts) counts.delete(restarted);
    used.add(id);
    count(list, counts, at);
    const format = list.levels.get(at)?.format ?? 'decimal';
    const isBullet = format === 'bullet';
    return { text: writeNumber(list, counts, at), isBullet, level: at, list: id };
  };
}

function findLevelOfStyle({ levels }: List, style: string | null): number | null {
  if (style === null) return null;
  return [...levels].find(([, level]) => level.style === style)?.[0] ?? null;
}

function count(list: List, counts: Map<number, number>, at: number): void {
  for (let above = 0; above < at; above++) if (!counts.has(above)) counts.set(above, getStart(list, above));
  const last = counts.get(at);
  counts.set(at, last === undefined ? getStart(list, at) : last + 1);
  for (let below = at + 1; below <= LAST_LEVEL; below++) {
    const restart = list.levels.get(below)?.restart ?? null;
    if (restart === null || (restart > 0 && at < restart)) counts.delete(below);
  }
}

function getStart({ levels, restarts }: List, at: number): number {
  return restarts.get(at) ?? levels.get(at)?.start ?? 1;
}

function writeNumber({ levels }: List, counts: ReadonlyMap<number, number>, at: number): string | null {
  const level = levels.get(at);
  if (!level || level.text === null) return null;
  if (level.format === 'bullet') return showBullet(level.text);
  if (level.format === 'none') return level.text.replace(/%[1-9]/g, '');
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const named = Number(digit) - 1;
    const format = level.isLegal ? 'decimal' : (levels.get(named)?.format ?? 'decimal');
    return formatListNumber(counts.get(named) ?? levels.get(named)?.start ?? 1, format);
  });
}

/** Bullets of the fonts Symbol and Wingdings are private characters. */
function showBullet(text: string): string {
  return /^[\ue000-\uf8ff]/.test(text) ? '•' : text;
}

function readLists(root: XmlElement | null): Map<string, List> {
  const numbering = findChild(root, 'numbering');
  const abstracts = new Map(
    listChildren(numbering, 'abstractNum').map((element) => [
      element.attributes['abstractNumId'] ?? '',
      element,
    ]),
  );
  const byStyle = new Map(
    [...abstracts.values()].map((element) => [readValue(element, 'styleLink'), element]),
  );
  return new Map(
    listChildren(numbering, 'num').map((element) => {
      const counter = readValue(element, 'abstractNumId') ?? '';
      const named = abstracts.get(counter) ?? null;
      const link = readValue(named, 'numStyleLink');
      const source = (link === null ? null : byStyle.get(link)) ?? named;
      return [element.attributes['numId'] ?? '', readList(element, counter, source)];
    }),
  );
}

function readList(element: XmlElement, counter: string, source: XmlElement | null): List {
  const levels = readLevels(source);
  const restarts = new Map<number, number>();
  for (const override of listChildren(element, 'lvlOverride')) {
    const at = toNumber(override.attributes['ilvl'] ?? null) ?? 0;
    const start = toNumber(readValue(override, 'startOverride'));
    if (start !== null) restarts.set(at, start);
    for (const [, level] of readLevels(override)) levels.set(at, level);
  }
  return { counter, levels, restarts };
}

function readLevels(source: XmlElement | null): Map<number, Level> {
  return new Map(
    listChildren(source, 'lvl').map((level) => [
      toNumber(level.attributes['ilvl'] ?? null) ?? 0,
      {
        start: toNumber(readValue(level, 'start')) ?? 1,
        format: readValue(level, 'numFmt') ?? 'decimal',
        text: readValue(level, 'lvlText'),
        style: readValue(level, 'pStyle'),
        restart: toNumber(readValue(level, 'lvlRestart')),
        isLegal: findChild(level, 'isLgl') !== null,
      },
    ]),
  );
}
