import { isToCome, type Figure } from '../model/figure.js';
import type { OverallComparison, Position, RankedArea, Ranking } from '../model/ranking.js';
import type { Organisation } from '../model/organisation.js';
import type { MeasureOf } from '../model/measure.js';
import type { AreaFigures } from '../model/period-data.js';
import { type Period } from '../model/period.js';
import { funnel, rankRange, rankTopBottom, type RankedItem, type RankRange } from '../statistics/ranking.js';
import { addWilsonInterval } from './add-wilson-interval.js';
import { compareNeighbours, compareWithOverall } from './compare-areas.js';
import { CONFIDENCE } from './confidence.js';
import { countTop } from './count-top.js';
import { makeAreaGap, explainNoRankInSentence } from './make-area-gap.js';
import { poolOverallRate } from './pool-overall-rate.js';
import { sampleAreas, type AreaSample, type PublishedArea } from './sample-areas.js';

type Measure = MeasureOf<'area-ranking'>;

/** The areas that have a rank, and the parts of their ranks that all of them share. */
interface League {
  measure: Measure;
  areas: PublishedArea[];
  /** The number of areas, published or not. */
  of: number;
  ranks: Record<string, number>;
  tied: Record<string, boolean>;
  /** The names at each end, best first. An area that belongs to both ends is listed at the top only. */
  top: string[];
  bottom: string[];
  samples: AreaSample[];
  ranges: Partial<Record<string, RankRange>>;
  comparisons: ReadonlyMap<string, OverallComparison>;
  overall: Figure;
}

/**
 * Ranks both ends of a league table. The bottom is counted from the worst, so that it is right where the
 * areas between are not published. Ranges need the bases of the published areas. `linked` is the result for all
 * areas together, if the measure names one. Without it, that result is pooled, which needs every area.
 */
export function rankAreas(
  measure: Measure,
  data: AreaFigures,
  words: Organisation['areas'],
  linked: Figure | null,
): Ranking {
  const areas = isComplete(data) ? data.published.filter(({ figure }) => figure.value !== null) : [];
  const withoutResult = listWithoutResult(data);
  const of = data.of - withoutResult.length;
  const overall = linked ?? poolOverallRate(measure, areas, of, words);
  const league = makeLeague(measure, areas, data, of, overall);
  const top = rankEnd(league, 'top');
  const bottom = rankEnd(league, 'bottom');
  const listed = [...top, ...bottom];
  const between = of - listed.length;
  const othersAreBetween = areas.length < of && areBetween(areas, data, measure);
  const gap = makeAreaGap(measure, data, listed, words);
  return {
    id: measure.id,
    label: measure.label,
    of: data.of,
    published: areas.length,
    withoutResult,
    notShown: listNotShown(league),
    ends: measure.ends,
    unpublished: of - areas.length,
    top,
    bottom,
    between,
    othersAreBetween,
    endsAreKnown: withoutResult.length === 0 && (areas.length === of || othersAreBetween),
    allTied: gap.value === 0,
    ...nameEnds(measure),
    gap,
    reason: areas.length > 0 ? null : explainNoRankInSentence(data),
    neighbours: compareNeighbours(between > 0 ? [top, bottom] : [listed], words),
    withIntervals: areas.length > 0 && listed.every(({ figure }) => figure.interval !== undefined),
    designEffects: findDesignEffects(listed),
    assumed: data.assumed ?? null,
    note: data.note ?? null,
    overall: overall.value === null ? null : overall,
    overallReason: explainNoComparison(overall, listed, words),
  };
}

/** Tells whether every published result has been entered. The ranks of a part of them would be wrong. */
function isComplete({ published }: AreaFigures): boolean {
  return !published.some(({ figure }) => isToCome(figure));
}

function listWithoutResult({ published }: AreaFigures): Ranking['withoutResult'] {
  return published
    .filter(({ figure }) => figure.value === null)
    .map(({ name, figure }) => ({ name, reason: figure.reason ?? 'not available' }));
}

/** Tells whether areas are missing that lie between those published. Both ends must be published for that. */
function areBetween(areas: readonly PublishedArea[], data: AreaFigures, { ends }: Measure): boolean {
  return data.othersAreBetween && data.published.length >= 2 * ends && areas.length > 1;
}

function explainNoComparison(
  { value, base, reason }: Figure,
  areas: readonly RankedArea[],
  { singular, plural }: Organisation['areas'],
): string | null {
  if (value === null) return reason ?? 'not available';
  if (base === undefined) return `the number of people asked in all ${plural} is not published`;
  return areas.some(({ comparison }) => comparison)
    ? null
    : `the number of people asked in each ${singular} is not published`;
}

function nameEnds({ betterWhen }: Measure): Pick<Ranking, 'topIs' | 'bottomIs'> {
  return betterWhen === 'lower'
    ? { topIs: 'lowest', bottomIs: 'highest' }
    : { topIs: 'highest', bottomIs: 'lowest' };
}

function findDesignEffects(areas: readonly RankedArea[]): Ranking['designEffects'] {
  const effects = areas.flatMap(({ figure }) => figure.designEffect ?? []);
  return effects.length === 0 || effects.length < areas.length
    ? null
    : { least: Math.min(...effects), most: Math.max(...effects) };
}

/** Makes the results of a quarter without results on file. Not even the number of areas is known. */
export function makeEmptyAreas({ place }: Measure, period: Period): AreaFigures {
  const reason = `no results are on file for ${period.label}`;
  return {
    place,
    reason,
    of: 0,
    othersAreBetween: false,
    assumed: undefined,
    note: undefined,
    published: [],
  };
}

function makeLeague(
  measure: Measure,
  areas: PublishedArea[],
  data: AreaFigures,
  of: number,
  overall: Figure,
): League {
  const { betterWhen } = measure;
  const items = areas.map(({ name, figure }) => ({ name, x: figure.value, n: 1 }));
  const hasGap = areas.length < of && areBetween(areas, data, measure);
  const { ranks, tied, top, bottom } = splitEnds(items, measure, hasGap);
  const samples = sampleAreas(areas);
  const findSample = (name: string | undefined): AreaSample[] =>
    samples.filter((sample) => sample.name === name);
  const ends = hasGap ? [...findSample(top.at(-1)), ...findSample(bottom[0])] : [];
  const ranges =
    samples.length === areas.length
      ? rankRange(samples, CONFIDENCE, betterWhen, of - areas.length, ends)
      : {};
  const listed = areas.filter(({ name }) => top.includes(name) || bottom.includes(name));
  const comparisons = compareWithOverall(listed, overall);
  return { measure, areas, of, ranks, tied, top, bottom, samples, ranges, comparisons, overall };
}

/** Finds the areas at each end. An area that belongs to both ends is listed at the top only. */
function splitEnds(
  items: readonly RankedItem[],
  { ends, betterWhen }: Measure,
  hasGap: boolean,
): Pick<League, 'ranks' | 'tied' | 'top' | 'bottom'> {
  const sorted = items.flatMap(({ x }) => x ?? []).sort((a, b) => (betterWhen === 'lower' ? a - b : b - a));
  const topSize = hasGap ? countTop(sorted, ends) : ends;
  const bottomSize = hasGap ? Math.min(ends, items.length - topSize) : ends;
  const { ranks, tied, top } = rankTopBottom(items, topSize, betterWhen);
  const { bottom } = rankTopBottom(items, bottomSize, betterWhen);
  return { ranks, tied, top, bottom: bottom.filter((name) => !top.includes(name)) };
}

/** Ranks the areas of one end, best first. */
function rankEnd(league: League, end: RankedArea['end']): RankedArea[] {
  return league[end].flatMap((name) => {
    const area = league.areas.find((candidate) => candidate.name === name);
    return area ? [rankArea(area, end, league)] : [];
  });
}

/** Lists the published areas between the ends. Their ranks are only known if no area is unpublished. */
function listNotShown({ areas, top, bottom, ranks, tied, of }: League): Position[] {
  return areas
    .filter(({ name }) => !top.includes(name) && !bottom.includes(name))
    .map(({ id, name }) => ({
      id,
      name,
      rank: areas.length === of ? (ranks[name] ?? null) : null,
      tied: tied[name] ?? false,
    }));
}

function rankArea(area: PublishedArea, end: RankedArea['end'], league: League): RankedArea {
  const rank = findRank(area.name, end, league);
  const tied = league.tied[area.name] ?? false;
  const range = league.ranges[area.name];
  return {
    ...area,
    figure: addWilsonInterval(area.figure),
    rank,
    rankText: tied ? `${rank}=` : String(rank),
    tied,
    end,
    range: range ? { best: range.best, worst: range.worst } : null,
    comparison: league.comparisons.get(area.name) ?? null,
    funnel: findFunnelPosition(area, league),
  };
}

function findRank(name: string, end: RankedArea['end'], { areas, of, ranks }: League): number {
  const rank = ranks[name] ?? 0;
  if (end === 'top' || areas.length === of) return rank;
  const sharing = areas.filter((other) => ranks[other.name] === rank).length;
  const below = areas.filter((other) => (ranks[other.name] ?? 0) > rank).length;
  return of - below - sharing + 1;
}

function findFunnelPosition(
  { name }: PublishedArea,
  { samples, overall, measure }: League,
): RankedArea['funnel'] {
  const sample = samples.find((candidate) => candidate.name === name);
  if (!sample || overall.value === null) return null;
  const { band, side } = funnel(sample, overall.value, measure.betterWhen);
  return band && { band, side: side ?? '' };
}
