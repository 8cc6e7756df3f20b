import { writeDesignNote } from '../../format/design-effect.js';
import { formatPercent } from '../../format/numbers.js';
import { formatValue } from '../../format/figures.js';
import { joinNames } from '../../format/words.js';
import { groupBy } from '../../model/group-by.js';
import type { RankedArea, Ranking } from '../../model/ranking.js';
import type { Organisation } from '../../model/organisation.js';
import type { AreaColumn, AreaColumnName } from '../../model/template.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { describeNeighbours } from '../describe-neighbours.js';
import { nameWhole } from '../name-whole.js';
import { joinNotes } from '../table-notes.js';

type AreaWords = Organisation['areas'];

/** Writes the note that explains the columns of a league table. */
export function writeRankingNotes(
  columns: AreaColumn[],
  ranking: Ranking,
  areaWords: AreaWords,
): string | null {
  const shows = (...names: AreaColumnName[]): boolean => columns.some(({ show }) => names.includes(show));
  return joinNotes([
    ...(shows('rank') ? writeTieNotes(ranking) : []),
    shows('interval') && ranking.withIntervals ? 'Intervals are 95% confidence intervals.' : null,
    shows('interval') ? writeAreaDesignNote(ranking) : null,
    shows('interval', 'rank-range') ? writeNoIntervalsNote(ranking, areaWords) : null,
    shows('rank-range') ? writeRangeNote(ranking, areaWords) : null,
    shows('rank-range') ? writeRangeEffectNote(ranking) : null,
    shows('interval', 'rank-range') && ranking.withIntervals ? describeNeighbours(ranking, areaWords) : null,
    shows('overall') ? writeOverallNote(ranking, areaWords) : null,
    shows('overall', 'funnel') ? writeNoOverallNote(ranking, areaWords) : null,
    ranking.note,
    writeWithoutResultNote(ranking),
  ]);
}

function writeTieNotes({ top, bottom }: Ranking): (string | null)[] {
  const areas = [...top, ...bottom];
  return [
    areas.some(({ tied }) => tied) ? 'An equals sign marks a shared position.' : null,
    ...listPrintedTies(areas).map(describePrintedTie),
  ];
}

/** Lists the areas whose results print the same although their positions differ. */
function listPrintedTies(areas: readonly RankedArea[]): RankedArea[][] {
  return [...groupBy(areas, ({ figure }) => formatValue(figure)).values()].filter(
    (same) => countRanks(same) > 1,
  );
}

function describePrintedTie(areas: readonly RankedArea[]): string {
  const difference =
    countRanks(areas) === areas.length ? 'differ before rounding' : 'are not all equal before rounding';
  return `${joinNames(areas.map(({ name }) => name))} have the same printed result, but ${difference}.`;
}

function countRanks(areas: readonly RankedArea[]): number {
  return new Set(areas.map(({ rank }) => rank)).size;
}

function writeAreaDesignNote({ top, bottom }: Ranking): string | null {
  return writeDesignNote([...top, ...bottom].map(({ name, figure }) => ({ name, figures: [figure] })));
}

function writeNoIntervalsNote({ withIntervals }: Ranking, { singular }: AreaWords): string | null {
  if (withIntervals) return null;
  return `Intervals are not available: the number of people asked is not published for each ${singular}.`;
}

function writeRangeNote(ranking: Ranking, areaWords: AreaWords): string | null {
  const { withIntervals, unpublished } = ranking;
  if (!withIntervals) return null;
  const { singular, plural } = areaWords;
  const range = `The range gives the positions that each ${singular} could hold, allowing for sampling error in all ${plural} together.`;
  return unpublished === 0 ? range : `${range} ${formatUnpublished(ranking, areaWords)}`;
}

function formatUnpublished(
  { unpublished, othersAreBetween }: Ranking,
  { singular, plural }: AreaWords,
): string {
  const counted =
    unpublished === 1
      ? `It counts the ${singular} that is not published, which`
      : `It counts the ${unpublished} ${plural} that are not published, which`;
  const verb = unpublished === 1 ? 'lies' : 'lie';
  return othersAreBetween
    ? `${counted} ${verb} between the two ends.`
    : `${counted} may be above or below any other.`;
}

/** Says which design effect the ranges are calculated for. */
function writeRangeEffectNote({ withIntervals, designEffects, top, bottom }: Ranking): string | null {
  if (!withIntervals) return null;
  const isPartlyKnown = [...top, ...bottom].some(({ figure }) => figure.designEffect !== undefined);
  if (designEffects === null && isPartlyKnown)
    return 'The range is calculated for the design effects that are known, and for 1 where none is known.';
  if (designEffects === null)
    return 'The range is calculated for a design effect of 1, because the true one is not known.';
  const [least, most] = [designEffects.least, designEffects.most].map(formatEffect);
  return `The range is calculated for ${least === most ? `a design effect of ${least}` : `design effects from ${least} to ${most}`}.`;
}

/** Formats a design effect with up to two places: 1.2, 1.25. */
function formatEffect(effect: number): string {
  return roundDecimal(effect, 2).replace(/\.?0+$/, '');
}

function writeOverallNote(ranking: Ranking, areaWords: AreaWords): string | null {
  const { overall, top, bottom } = ranking;
  const comparisons = [...top, ...bottom].flatMap(({ comparison }) => comparison ?? []);
  if (overall?.value == null || comparisons.length === 0) return null;
  const has = (outcome: string): boolean => comparisons.some((comparison) => comparison.outcome === outcome);
  return joinNotes([
    `Each ${areaWords.singular} is compared with ${nameWhole(areaWords)} (${formatPercent(overall.value)}).`,
    has('above') || has('below')
      ? `“Above” and “below” mean a statistically significant difference${comparisons.length > 1 ? `, adjusted for ${comparisons.length} comparisons` : ''}.`
      : null,
    comparisons.some(({ isProbable }) => isProbable)
      ? 'With “probably”, a design effect of 2, which is ordinary, would undo the result.'
      : null,
    has('too-close-to-call')
      ? '“Too close to call” means that rounding alone decides whether the difference is significant.'
      : null,
  ]);
}

function writeNoOverallNote({ overallReason }: Ranking, areaWords: AreaWords): string | null {
  if (overallReason === null) return null;
  return `Comparison with ${nameWhole(areaWords)} is not available: ${overallReason}.`;
}

function writeWithoutResultNote({ withoutResult }: Ranking): string | null {
  if (withoutResult.length === 0) return null;
  return `Without a result: ${withoutResult.map(({ name, reason }) => `${name} (${reason})`).join('; ')}.`;
}
