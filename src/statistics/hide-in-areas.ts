import { hideInSeries, type SpanCount } from './hide-in-series.js';
import { suppressRow } from './small-counts.js';
import { sum } from './sum.js';

/** The counts of all areas in one table. */
export interface AreaCounts {
  id: string;
  areas: readonly ({ name: string } & Omit<SpanCount, 'id'>)[];
  /** The count of all areas together, if it is stated. */
  whole: number | null;
}

/** The counts to hide of one table: the names of areas, and true if the count of all areas would reveal one of them. */
export interface HiddenAreas {
  areas: ReadonlySet<string>;
  hidesWhole: boolean;
}

/**
 * Finds the counts by area to hide: small ones, those from which a small one follows over time, and the next smallest area where
 * the others would reveal a single hidden one by their total, which another table may state.
 */
export function hideInAreas(tables: readonly AreaCounts[], threshold: number): Map<string, HiddenAreas> {
  const names = [...new Set(tables.flatMap(({ areas }) => areas.map(({ name }) => name)))];
  const companions = new Map<string, Set<string>>();
  for (;;) {
    const hidden = new Map(
      names.map((name) => [name, hideInSeries(listSeries(tables, name), threshold, companions.get(name))]),
    );
    const found = tables.flatMap((table) => {
      const name = findCompanion(table, threshold, (area) => hidden.get(area)?.has(table.id) === true);
      return name === null ? [] : [{ table, name }];
    });
    if (found.length === 0)
      return new Map(tables.map((table) => [table.id, collectHidden(table, threshold, hidden)]));
    for (const { table, name } of found)
      companions.set(name, new Set([...(companions.get(name) ?? []), table.id]));
  }
}

function listSeries(tables: readonly AreaCounts[], name: string): SpanCount[] {
  return tables.flatMap(({ id, areas }) =>
    areas.filter((area) => area.name === name).map(({ start, end, value }) => ({ id, start, end, value })),
  );
}

/** Finds the next area to hide, if the total of all areas would reveal those that are hidden. Null if there is none. */
function findCompanion(
  { areas, whole }: AreaCounts,
  threshold: number,
  isHidden: (name: string) => boolean,
): string | null {
  const secrets = areas.filter(({ name, value }) => value !== null && isHidden(name));
  const known = areas.filter(({ value }) => value === null).length;
  if (
    secrets.length === 0 ||
    !isRevealing(
      secrets.map(({ value }) => value ?? 0),
      known,
      threshold,
      whole,
    )
  )
    return null;
  const [next] = areas
    .filter(({ name, value }) => value !== null && value > 0 && !isHidden(name))
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  return next?.name ?? null;
}

/** Returns true if the total reveals hidden counts. A total that is stated is hidden instead, where two counts are hidden. */
function isRevealing(
  values: readonly number[],
  known: number,
  threshold: number,
  whole: number | null,
): boolean {
  if (values.length + known === 1) return true;
  if (whole !== null || known > 0) return false;
  const total = sum(values);
  return total === values.length || total === values.length * (threshold - 1);
}

function collectHidden(
  { id, areas, whole }: AreaCounts,
  threshold: number,
  hidden: ReadonlyMap<string, ReadonlySet<string>>,
): HiddenAreas {
  const names = new Set(
    areas
      .filter(({ name, value }) => value !== null && hidden.get(name)?.has(id) === true)
      .map(({ name }) => name),
  );
  return {
    areas: names,
    hidesWhole: whole !== null && names.size > 0 && !isSafe(areas, names, threshold),
  };
}

/** Returns true if the total of all areas may be shown: `suppressRow` hides the same areas, and finds that it reveals none. */
function isSafe(areas: AreaCounts['areas'], hidden: ReadonlySet<string>, threshold: number): boolean {
  const { cells, total } = suppressRow(
    areas.map(({ value }) => value),
    threshold,
  );
  return (
    typeof total === 'number' &&
    areas.every(({ name }, index) => hidden.has(name) === (cells[index] === '[c]'))
  );
}
