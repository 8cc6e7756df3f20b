import { isToCome, type Figure } from '../../model/figure.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureOf } from '../../model/measure.js';
import type { Organisation } from '../../model/organisation.js';
import type { AreaFigures } from '../../model/period-data.js';
import type { Period } from '../../model/period.js';
import type { Position, RankedArea, Ranking } from '../../model/ranking.js';
import {
  funnel,
  rankIntervals,
  rankTopBottom,
  rateFunnel,
  type RankRange,
  type RankableValue,
} from '../../statistics/ranking.js';
import { CONFIDENCE } from '../confidence.js';
import { addAreaInterval } from './add-area-interval.js';
import { adjustAreaChanges } from './adjust-area-changes.js';
import { compareAreas, type ComparedAreas } from './compare-areas.js';
import { compareNeighbours, listUntestedNeighbours } from './compare-neighbours.js';
import { countTop } from './count-top.js';
import { readEvidence, toRankable } from './evidence.js';
import { explainUntested } from './explain-untested.js';
import { findAreaChanges, type FoundChanges } from './find-area-changes.js';
import { toRankableChange } from './measure-area-change.js';
import { explainNoRankInSentence, makeAreaGap } from './make-area-gap.js';
import { poolWhole } from './pool-whole.js';

type Measure = MeasureOf<'area-ranking'>;

/** A published area, and the figure that decides its rank: its result or the change of it. */
interface RankableArea {
  id: string;
  name: string;
  figure: Figure;
  ranked: Figure;
}

/** The areas that have a rank, and the parts of their ranks that all of them share. */
interface League {
  measure: Measure;
  areas: RankableArea[];
  /** The number of areas, published or not. */
  of: number;
  ranks: Record<string, number>;
  tied: Record<string, boolean>;
  /** The names at each end, best first. An area that belongs to both ends is listed at the top only. */
  top: string[];
  bottom: string[];
  values: RankableValue[];
  ranges: Partial<Record<string, RankRange>>;
  compared: ComparedAreas;
  changes: ReadonlyMap<string, NonNullable<RankedArea['change']>>;
}

/**
 * Ranks both ends of a league table, by results or by their changes. The bottom is counted from the worst, so that it is
 * right where the areas between are not published. Ranges need the bases of the published areas. `linked` is the result for
 * all areas together, if the measure names one. Without it, that result is the one in the file, or pooled from every area.
 */
export function rankAreas(
  measure: Measure,
  data: AreaFigures,
  inputs: Pick<Inputs, 'history' | 'period' | 'organisation'>,
  linked: Figure | null,
): Ranking {
  const words = inputs.organisation.areas;
  const changes = findAreaChanges(measure, data, inputs);
  const candidates = listCandidates(measure, data, changes);
  const hasAll = isComplete(candidates);
  const areas = hasAll ? candidates.filter(({ ranked }) => ranked.value !== null) : [];
  const withoutResult = listWithoutResult(candidates);
  const of = data.of - withoutResult.length;
  const results = hasAll ? listResults(data) : [];
  const overall = linked ?? data.whole ?? poolWhole(measure, results, countResults(data), words);
  const league = makeLeague(measure, areas, data, of, { overall, words, changes });
  const top = rankEnd(league, 'top');
  const bottom = rankEnd(league, 'bottom');
  const listed = [...top, ...bottom];
  const between = of - listed.length;
  const othersAreBetween = areas.length < of && areBetween(areas, data, measure);
  const gap = makeAreaGap(measure, data, listed, words, changes?.reason ?? null);
  const untested = explainUntested(measure, words);
  const runs = between > 0 ? [top, bottom] : [listed];
  const withIntervals = areas.length > 0 && listed.every(({ ranked }) => ranked.interval !== undefined);
  const changeTests = changes && { ...changes.summary, ...countTests(listed, changes) };
  return {
    id: measure.id,
    label: measure.label,
    unit: measure.unit,
    betterWhen: measure.betterWhen,
    rankedBy: measure.rankBy,
    of: data.of,
    published: areas.length,
    ...(measure.disclosure && { disclosure: measure.disclosure }),
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
    reason: areas.length > 0 ? null : explainNoRankInSentence(data, candidates, changes?.reason ?? null),
    neighbours:
      measure.rankBy === 'change'
        ? listUntestedNeighbours(runs, 'changes are tested against no change, not against each other')
        : compareNeighbours(runs, measure, untested),
    withIntervals,
    noIntervals: withIntervals ? null : explainNoIntervals(measure, untested, changeTests),
    designEffects: findDesignEffects(listed),
    assumed: data.assumed ?? null,
    note: data.note ?? null,
    overall: overall.value === null ? null : overall,
    ...league.compared.summary,
    changes: changeTests,
  };
}

/** Lists the published areas with the figure that would rank them. */
function listCandidates(
  { rankBy }: Measure,
  { published }: AreaFigures,
  changes: FoundChanges | null,
): RankableArea[] {
  return published.map((area) => ({
    ...area,
    ranked: (rankBy === 'change' && changes?.byName.get(area.name)?.figure) || area.figure,
  }));
}

/** Returns true if every published result has been entered. The ranks of a part of them would be wrong. */
function isComplete(areas: readonly RankableArea[]): boolean {
  return !areas.some(({ ranked }) => isToCome(ranked));
}

function listResults({ published }: AreaFigures): Figure[] {
  return published.flatMap(({ figure }) => (figure.value === null ? [] : [figure]));
}

/** Counts the areas that have a result, published or not. */
function countResults(data: AreaFigures): number {
  return data.of - (data.published.length - listResults(data).length);
}

function listWithoutResult(areas: readonly RankableArea[]): Ranking['withoutResult'] {
  return areas
    .filter(({ ranked }) => ranked.value === null)
    .map(({ name, ranked }) => ({ name, reason: ranked.reason ?? 'not available' }));
}

/** Returns true if areas are missing that lie between those published. Both ends must be published for that. */
function areBetween(areas: readonly RankableArea[], data: AreaFigures, { ends }: Measure): boolean {
  return data.othersAreBetween && data.published.length >= 2 * ends && areas.length > 1;
}

function explainNoIntervals({ rankBy }: Measure, untested: string, changes: Ranking['changes']): string {
  return rankBy === 'change' ? (changes?.reason ?? 'not every change can be tested') : untested;
}

function countTests(
  listed: readonly RankedArea[],
  { byName, reason }: FoundChanges,
): Pick<NonNullable<Ranking['changes']>, 'together' | 'reason'> {
  const together = listed.filter(({ change }) => change?.pValue != null).length;
  if (together > 0) return { together, reason: null };
  const changes = listed.flatMap(({ name }) => byName.get(name) ?? []);
  const untested = changes.find(({ figure }) => figure.value !== null) ?? changes[0];
  return { together, reason: reason ?? untested?.reason ?? 'no result has an earlier one' };
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

/** Makes the results of a period without results on file. Not even the number of areas is known. */
export function makeEmptyAreas({ place }: Measure, period: Period): AreaFigures {
  const reason = `no results are on file for ${period.label}`;
  return {
    place,
    reason,
    of: 0,
    othersAreBetween: false,
    assumed: undefined,
    note: undefined,
    seriesBreak: undefined,
    published: [],
    whole: null,
  };
}

interface LeagueContext {
  overall: Figure;
  words: Organisation['areas'];
  changes: FoundChanges | null;
}

function makeLeague(
  measure: Measure,
  areas: RankableArea[],
  data: AreaFigures,
  of: number,
  { overall, words, changes }: LeagueContext,
): League {
  const hasGap = areas.length < of && areBetween(areas, data, measure);
  const { ranks, tied, top, bottom } = splitEnds(areas, measure, hasGap);
  const values = listRankable(areas, measure, changes);
  const findValue = (name: string | undefined): RankableValue[] =>
    values.filter((value) => value.name === name);
  const ends = hasGap ? [...findValue(top.at(-1)), ...findValue(bottom[0])] : [];
  const ranges =
    values.length === areas.length
      ? rankIntervals(values, CONFIDENCE, measure.betterWhen, of - areas.length, ends)
      : {};
  const listed = areas.filter(({ name }) => top.includes(name) || bottom.includes(name));
  return {
    measure,
    areas,
    of,
    ranks,
    tied,
    top,
    bottom,
    values,
    ranges,
    compared: compareAreas(listed, data, measure, overall, words),
    changes: adjustChanges(listed, changes),
  };
}

/** Lists what is known of the sampling error of the ranked values. */
function listRankable(
  areas: readonly RankableArea[],
  measure: Measure,
  changes: FoundChanges | null,
): RankableValue[] {
  if (measure.rankBy === 'change')
    return areas.flatMap(({ name }) => {
      const change = changes?.byName.get(name);
      return (change && toRankableChange(name, change)) ?? [];
    });
  const evidence = readEvidence(
    areas.map(({ figure }) => figure),
    measure,
  );
  return areas.flatMap(({ name }, index) => {
    const found = evidence[index];
    return found ? [toRankable(name, found, measure)] : [];
  });
}

/** Adjusts the tests of the changes in the table for each other. */
function adjustChanges(listed: readonly RankableArea[], changes: FoundChanges | null): League['changes'] {
  const measured = listed.flatMap(({ name }) => {
    const change = changes?.byName.get(name);
    return change ? [{ name, change }] : [];
  });
  const adjusted = adjustAreaChanges(measured.map(({ change }) => change));
  return new Map(
    measured.flatMap(({ name }, index) => {
      const change = adjusted[index];
      return change ? [[name, change] as const] : [];
    }),
  );
}

/** Finds the areas at each end. An area that belongs to both ends is listed at the top only. */
function splitEnds(
  areas: readonly RankableArea[],
  { ends, betterWhen }: Measure,
  hasGap: boolean,
): Pick<League, 'ranks' | 'tied' | 'top' | 'bottom'> {
  const items = areas.map(({ name, ranked }) => ({ name, x: ranked.value, n: 1 }));
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

function rankArea(area: RankableArea, end: RankedArea['end'], league: League): RankedArea {
  const rank = findRank(area.name, end, league);
  const tied = league.tied[area.name] ?? false;
  const range = league.ranges[area.name];
  const figure = addAreaInterval(area.figure, league.measure);
  const change = league.changes.get(area.name) ?? null;
  return {
    ...area,
    figure,
    ranked: league.measure.rankBy === 'change' ? (change?.figure ?? area.ranked) : figure,
    rank,
    rankText: tied ? `${rank}=` : String(rank),
    tied,
    end,
    range: range ? { best: range.best, worst: range.worst } : null,
    comparison: league.compared.overall.get(area.name) ?? null,
    againstArea: league.compared.area.get(area.name) ?? null,
    againstFamily: league.compared.family.get(area.name) ?? null,
    change,
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

/** Finds the position in a funnel plot around the result for all areas, which is about results even if changes are ranked. */
function findFunnelPosition(
  { name, figure }: RankableArea,
  { measure, compared }: League,
): RankedArea['funnel'] {
  const [evidence] = readEvidence([figure], measure);
  const overall = compared.whole.value;
  if (!evidence || overall === null) return null;
  if (evidence.kind === 'events')
    return toPosition(rateFunnel(toRankable(name, evidence, measure), overall, measure.betterWhen));
  const { p, n, deff } = evidence.share;
  const position = funnel({ x: p * n, n, deff: deff ?? 1 }, overall, measure.betterWhen);
  return position.band && toPosition({ band: position.band, side: position.side });
}

function toPosition({ band, side }: { band: string; side: string | null }): RankedArea['funnel'] {
  return { band, side: side ?? '' };
}
