/** A count of one series over the days from `start` to before `end`, as YYYY-MM-DD. */
export interface SpanCount {
  id: string;
  start: string;
  end: string;
  /** Null if it is hidden already. */
  value: number | null;
}

/** The largest difference that each pair of days can have: `bounds[a][b]` is the upper bound of the total to b less that to a. */
type Bounds = Float64Array[];

type Pair = readonly [from: number, to: number];

/**
 * Finds the counts of a series to hide: those from 1 to below the threshold, and those that would reveal one of them. Counts over
 * times that overlap are differences of running totals, so all that a reader can work out follows from bounds on these totals.
 * Each hidden count keeps at least two possible values, even for a reader who knows which counts are small. Counts are considered
 * in their order: the later one of two that together reveal a count is hidden. `also` names further counts to hide and protect.
 */
export function hideInSeries(
  counts: readonly SpanCount[],
  threshold: number,
  also: ReadonlySet<string> = new Set(),
): Set<string> {
  const days = [...new Set(counts.flatMap(({ start, end }) => [start, end]))].sort();
  const index = new Map(days.map((day, position) => [day, position]));
  const pairOf = ({ start, end }: SpanCount): Pair => [index.get(start) ?? 0, index.get(end) ?? 0];
  const isSmall = (value: number | null): boolean => value !== null && value > 0 && value < threshold;
  const hidden = new Set(
    counts.filter(({ id, value }) => value === null || isSmall(value) || also.has(id)).map(({ id }) => id),
  );
  const bounds = makeBounds(days.length);
  const secrets = [
    ...counts.filter(({ id }) => hidden.has(id)).map(pairOf),
    ...listSmallDifferences(counts, pairOf, days.length, isSmall),
  ];
  if (secrets.length === 0) return hidden;
  for (const count of counts.filter(({ value }) => isSmall(value))) {
    const [from, to] = pairOf(count);
    tighten(bounds, from, to, threshold - 1);
    tighten(bounds, to, from, -1);
  }
  const isKnown = (state: Bounds, [from, to]: Pair): boolean =>
    (state[from]?.[to] ?? 0) + (state[to]?.[from] ?? 0) < 1;
  const open = secrets.filter((pair) => !isKnown(bounds, pair));
  let state = bounds;
  for (const count of counts) {
    if (count.value === null || hidden.has(count.id)) continue;
    const [from, to] = pairOf(count);
    const next = state.map((row) => Float64Array.from(row));
    tighten(next, from, to, count.value);
    tighten(next, to, from, -count.value);
    const isConsistent = next.every((row, position) => (row[position] ?? 0) >= 0);
    if (isConsistent && !open.some((pair) => isKnown(next, pair))) state = next;
    else hidden.add(count.id);
  }
  return hidden;
}

/** Makes the bounds of totals that never fall. */
function makeBounds(size: number): Bounds {
  return Array.from({ length: size }, (_, from) =>
    Float64Array.from({ length: size }, (_unused, to) => (to <= from ? 0 : Infinity)),
  );
}

/** Adds the bound that the total to `to` less that to `from` is at most `most`, and all that follows from it. */
function tighten(bounds: Bounds, from: number, to: number, most: number): void {
  if (most >= (bounds[from]?.[to] ?? 0)) return;
  const onward = Float64Array.from(bounds[to] ?? []);
  for (const row of bounds) {
    const through = (row[from] ?? Infinity) + most;
    if (through === Infinity) continue;
    onward.forEach((rest, day) => {
      if (through + rest < (row[day] ?? 0)) row[day] = through + rest;
    });
  }
}

/** Lists the pairs of days between which the series has a small count, whether or not it is stated. */
function listSmallDifferences(
  counts: readonly SpanCount[],
  pairOf: (count: SpanCount) => Pair,
  size: number,
  isSmall: (value: number) => boolean,
): Pair[] {
  const totals = findTotals(counts, pairOf, size);
  return totals.flatMap((first, from) =>
    totals.flatMap((last, to): Pair[] =>
      to > from && first.group === last.group && isSmall(last.total - first.total) ? [[from, to]] : [],
    ),
  );
}

/** Finds the running total at each day. Days that no chain of counts connects are in different groups. */
function findTotals(
  counts: readonly SpanCount[],
  pairOf: (count: SpanCount) => Pair,
  size: number,
): { group: number; total: number }[] {
  const links = new Map<number, { day: number; step: number }[]>();
  for (const count of counts) {
    if (count.value === null) continue;
    const [from, to] = pairOf(count);
    links.set(from, [...(links.get(from) ?? []), { day: to, step: count.value }]);
    links.set(to, [...(links.get(to) ?? []), { day: from, step: -count.value }]);
  }
  const totals: { group: number; total: number }[] = [];
  for (let group = 0; group < size; group++) {
    if (totals[group]) continue;
    totals[group] = { group, total: 0 };
    const queue = [group];
    for (let day = queue.pop(); day !== undefined; day = queue.pop()) {
      for (const { day: next, step } of links.get(day) ?? []) {
        if (totals[next]) continue;
        totals[next] = { group, total: (totals[day]?.total ?? 0) + step };
        queue.push(next);
      }
    }
  }
  return totals;
}
