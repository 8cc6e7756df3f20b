import { TO_COME, type Figure } from '../../model/figure.js';
import type { RankedArea, Ranking } from '../../model/ranking.js';
import type { Organisation } from '../../model/organisation.js';
import type { Measure } from '../../model/measure.js';
import type { AreaFigures } from '../../model/quarter-data.js';
import { quarterLabel, type Quarter } from '../../model/quarter.js';
import { funnel, rankRange, rankTopBottom } from '../../statistics/ranking.js';
import { removeFloatNoise } from '../../statistics/rounding.js';
import { CONFIDENCE } from '../indicator-of.js';
import { withInterval } from './rolling-indicator.js';
import { sum } from '../../statistics/sum.js';

type Published = AreaFigures['published'][number];
type Sample = { name: string; x: number; n: number; deff: number };

/**
 * Both ends of a league table. The bottom is counted from the worst, so that it is right where the areas between are not
 * published. Ranges and the overall rate need the bases; the overall rate needs every area.
 */
export function rankAreas(measure: Measure, areas: AreaFigures, words: Organisation['areas']): Ranking {
  const known = areas.published.filter(({ figure }) => figure.value !== null);
  const withoutResult = areas.published
    .filter(({ figure }) => figure.value === null)
    .map(({ name, figure }) => ({ name, reason: figure.reason ?? 'not available' }));
  const of = areas.of - withoutResult.length;
  const items = known.map(({ name, figure }) => ({ name, x: figure.value, n: 1 }));
  const ends = measure.ends ?? 5;
  const { ranks, tied, top, bottom } = rankTopBottom(items, ends, measure.betterWhen);
  const samples = known.flatMap(sampleOf);
  const ranges =
    samples.length === known.length
      ? rankRange(samples, CONFIDENCE, measure.betterWhen, of - known.length)
      : {};
  const overall = overallRate(measure, known, of, samples, words);
  const all = known.length === of;

  const area = (name: string, end: RankedArea['end']): RankedArea[] => {
    const one = known.find((published) => published.name === name);
    if (!one) return [];
    const sharing = known.filter((other) => ranks[other.name] === ranks[name]).length;
    const below = known.filter((other) => (ranks[other.name] ?? 0) > (ranks[name] ?? 0)).length;
    const rank = end === 'top' || all ? (ranks[name] ?? 0) : of - below - sharing + 1;
    const sample = samples.find((other) => other.name === name);
    const range = ranges[name];
    const position =
      sample && overall.value !== null ? funnel(sample, overall.value, measure.betterWhen) : null;
    return [
      {
        ...one,
        figure: withInterval(one.figure),
        rank,
        rankText: tied[name] ? `${rank}=` : String(rank),
        tied: tied[name] ?? false,
        end,
        range: range ? { best: range.best, worst: range.worst } : null,
        funnel: position?.band ? { band: position.band, side: position.side ?? '' } : null,
      },
    ];
  };
  const shown = {
    top: top.flatMap((name) => area(name, 'top')),
    bottom: bottom.filter((name) => !top.includes(name)).flatMap((name) => area(name, 'bottom')),
  };
  return {
    id: measure.id,
    label: measure.label,
    of: areas.of,
    published: known.length,
    withoutResult,
    ends,
    unpublished: of - known.length,
    ...shown,
    between: of - shown.top.length - shown.bottom.length,
    gap: gapBetween(measure, areas, shown.top[0], shown.bottom.at(-1) ?? shown.top.at(-1), words),
    reason: known.length > 0 ? null : inSentence(reasonFor(areas)),
    neighboursOverlap: neighboursOverlap(shown.top, shown.bottom),
    withIntervals:
      known.length > 0 &&
      [...shown.top, ...shown.bottom].every(({ figure }) => figure.interval !== undefined),
    assumed: areas.assumed ?? null,
    note: areas.note ?? null,
    overall: overall.value === null ? null : overall,
    funnelReason: overall.reason ?? null,
  };
}

/** Nothing on file for the quarter: not even how many areas there are. */
export function noAreas({ place }: Measure, quarter: Quarter): AreaFigures {
  const reason = `no results are on file for ${quarterLabel(quarter)}`;
  return { place, reason, of: 0, assumed: undefined, note: undefined, published: [] };
}

/** False where there is no pair to compare, or no interval. */
function neighboursOverlap(...ends: RankedArea[][]): boolean {
  const pairs = ends.flatMap((areas) =>
    areas.slice(1).map((area, index) => [areas[index]?.figure.interval, area.figure.interval] as const),
  );
  return (
    pairs.length > 0 &&
    pairs.every(([a, b]) => a && b && a.lower <= (b.upper ?? Infinity) && b.lower <= (a.upper ?? Infinity))
  );
}

function sampleOf({ name, figure: { value, base, designEffect } }: Published): Sample[] {
  if (value === null || base === undefined) return [];
  return [{ name, x: value * base, n: base, deff: designEffect ?? 1 }];
}

/** The rate of all areas together: only where every one of them is published with its base. */
function overallRate(
  measure: Measure,
  known: Published[],
  of: number,
  samples: Sample[],
  words: Organisation['areas'],
): Figure {
  const first = known[0]?.figure;
  const missing = of - known.length;
  const without = known.length - samples.length;
  const reason =
    missing > 0
      ? `${missing} ${missing === 1 ? `${words.singular} is` : `${words.plural} are`} not published`
      : without > 0
        ? `the base of ${without} ${without === 1 ? words.singular : words.plural} is not published`
        : null;
  const [x, n] = [sum(samples.map((sample) => sample.x)), sum(samples.map((sample) => sample.n))];
  return {
    id: `${measure.id}.overall`,
    label: `${measure.label}, all areas`,
    value: reason === null && n > 0 ? x / n : null,
    unit: measure.unit,
    base: n,
    place: first?.place ?? measure.place,
    source: first?.source ?? measure.source,
    formula: 'all areas, pooled',
    inputs: known.map(({ figure }) => figure),
    ...(reason !== null && { reason }),
  };
}

function inSentence(reason: string): string {
  return reason === TO_COME ? 'the results are still to come' : reason;
}

function reasonFor({ reason, published }: AreaFigures): string {
  return reason ?? published[0]?.figure.reason ?? 'none is published';
}

function gapBetween(
  measure: Measure,
  areas: AreaFigures,
  best: RankedArea | undefined,
  worst: RankedArea | undefined,
  words: Organisation['areas'],
): Figure {
  const [high, low] = [best?.figure.value ?? null, worst?.figure.value ?? null];
  const known = high !== null && low !== null && best?.name !== worst?.name;
  const reason = high === null ? reasonFor(areas) : `only one ${words.singular} has a result`;
  const inputs = [best, worst].flatMap((area) => (area ? [area.figure] : []));
  return {
    id: `${measure.id}.gap`,
    label: `${measure.label}: best ${words.singular} less worst`,
    value: known ? removeFloatNoise(Math.abs(high - low)) : null,
    unit: measure.unit === 'percent' ? 'points' : measure.unit,
    place: best?.figure.place ?? areas.place,
    source: best?.figure.source ?? measure.source,
    ...(best?.figure.period && { period: best.figure.period }),
    ...(known ? { formula: `${best?.name ?? ''} − ${worst?.name ?? ''}`, inputs } : { reason }),
  };
}
