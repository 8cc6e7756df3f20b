import type { RankedArea, Ranking } from '../model/ranking.js';
import type { Organisation } from '../model/organisation.js';
import type { MeasureOf } from '../model/measure.js';
import type { AreaFigures } from '../model/quarter-data.js';
import { quarterLabel, type Quarter } from '../model/quarter.js';
import { funnel, rankRange, rankTopBottom, type RankRange } from '../statistics/ranking.js';
import { addWilsonInterval } from './add-wilson-interval.js';
import { makeAreaGap, explainNoRankInSentence } from './make-area-gap.js';
import { sampleAreas, type AreaSample, type PublishedArea } from './sample-areas.js';
import { CONFIDENCE } from './confidence.js';
import { hasOverlappingNeighbours } from './has-overlapping-neighbours.js';
import { poolOverallRate } from './pool-overall-rate.js';

type Measure = MeasureOf<'area-ranking'>;

/** The areas that have a rank, and the parts of their ranks that all of them share. */
interface League extends ReturnType<typeof rankTopBottom> {
  measure: Measure;
  areas: PublishedArea[];
  /** The number of areas, published or not. */
  of: number;
  samples: AreaSample[];
  ranges: Partial<Record<string, RankRange>>;
  overall: number | null;
}

/**
 * Ranks both ends of a league table. The bottom is counted from the worst, so that it is right where the
 * areas between are not published. Ranges need the bases of the published areas; the overall rate needs every
 * area.
 */
export function rankAreas(measure: Measure, data: AreaFigures, words: Organisation['areas']): Ranking {
  const areas = data.published.filter(({ figure }) => figure.value !== null);
  const withoutResult = data.published
    .filter(({ figure }) => figure.value === null)
    .map(({ name, figure }) => ({ name, reason: figure.reason ?? 'not available' }));
  const of = data.of - withoutResult.length;
  const overall = poolOverallRate(measure, areas, of, words);
  const league = makeLeague(measure, areas, of, overall.value);
  const top = rankEnd(league, 'top');
  const bottom = rankEnd(league, 'bottom');
  const listed = [...top, ...bottom];
  return {
    id: measure.id,
    label: measure.label,
    of: data.of,
    published: areas.length,
    withoutResult,
    ends: measure.ends,
    unpublished: of - areas.length,
    top,
    bottom,
    between: of - listed.length,
    gap: makeAreaGap(measure, data, { best: listed[0], worst: listed.at(-1) }, words),
    reason: areas.length > 0 ? null : explainNoRankInSentence(data),
    neighboursOverlap: hasOverlappingNeighbours(top, bottom),
    withIntervals: areas.length > 0 && listed.every(({ figure }) => figure.interval !== undefined),
    assumed: data.assumed ?? null,
    note: data.note ?? null,
    overall: overall.value === null ? null : overall,
    funnelReason: overall.reason ?? null,
  };
}

/** Makes the results of a quarter without results on file. Not even the number of areas is known. */
export function makeEmptyAreas({ place }: Measure, quarter: Quarter): AreaFigures {
  const reason = `no results are on file for ${quarterLabel(quarter)}`;
  return { place, reason, of: 0, assumed: undefined, note: undefined, published: [] };
}

function makeLeague(measure: Measure, areas: PublishedArea[], of: number, overall: number | null): League {
  const items = areas.map(({ name, figure }) => ({ name, x: figure.value, n: 1 }));
  const samples = sampleAreas(areas);
  const ranges =
    samples.length === areas.length
      ? rankRange(samples, CONFIDENCE, measure.betterWhen, of - areas.length)
      : {};
  const ends = rankTopBottom(items, measure.ends, measure.betterWhen);
  return { ...ends, measure, areas, of, samples, ranges, overall };
}

/** Ranks the areas of one end, best first. An area that belongs to both ends is listed at the top only. */
function rankEnd(league: League, end: RankedArea['end']): RankedArea[] {
  const names = end === 'top' ? league.top : league.bottom.filter((name) => !league.top.includes(name));
  return names.flatMap((name) => {
    const area = league.areas.find((candidate) => candidate.name === name);
    return area ? [rankArea(area, end, league)] : [];
  });
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
  if (!sample || overall === null) return null;
  const { band, side } = funnel(sample, overall, measure.betterWhen);
  return band && { band, side: side ?? '' };
}
