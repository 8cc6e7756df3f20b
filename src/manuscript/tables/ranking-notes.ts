import { writeDesignNote } from '../../format/design-effect.js';
import { formatValue } from '../../format/figures.js';
import { formatSignedValue } from '../../format/signed-value.js';
import { joinNames } from '../../format/words.js';
import { CONFIDENTIAL, isConfidential } from '../../model/disclosure.js';
import { MARKS } from '../../model/mark.js';
import { groupBy } from '../../model/group-by.js';
import type { RankedArea, Ranking } from '../../model/ranking.js';
import type { Organisation } from '../../model/organisation.js';
import type { AreaColumn, AreaColumnName } from '../../model/template.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { describeNeighbours } from '../describe-neighbours.js';
import { explainConfidential, joinNotes } from '../table-notes.js';
import { writeAreaChangeNotes } from './area-change-notes.js';
import { writeComparedAreaNote, writeFamilyNote, writeWholeNote } from './comparator-notes.js';

type AreaWords = Organisation['areas'];

/** Writes the note that explains the columns of a league table. */
export function writeRankingNotes(
  columns: readonly Pick<AreaColumn, 'show'>[],
  ranking: Ranking,
  areaWords: AreaWords,
): string | null {
  const shows = (...names: AreaColumnName[]): boolean => columns.some(({ show }) => names.includes(show));
  const isByChange = ranking.rankedBy === 'change';
  const showsInterval = shows(isByChange ? 'change-interval' : 'interval');
  const showsMargin = showsInterval || shows('rank-range');
  return joinNotes([
    ...(shows('rank') ? writeTieNotes(ranking) : []),
    showsInterval && ranking.withIntervals ? 'Intervals are 95% confidence intervals.' : null,
    showsInterval ? writeAreaDesignNote(ranking) : null,
    showsMargin ? writeNoIntervalsNote(ranking) : null,
    shows('rank-range') ? writeRangeNote(ranking, areaWords) : null,
    shows('rank-range') ? writeRangeEffectNote(ranking) : null,
    showsMargin && ranking.withIntervals && !isByChange ? describeNeighbours(ranking, areaWords) : null,
    ...(isByChange || shows('earlier', 'change', 'change-interval', 'verdict')
      ? writeAreaChangeNotes(ranking, { withVerdicts: shows('verdict'), withReasons: !isByChange })
      : []),
    ...(shows('overall', 'funnel') ? writeWholeNote(ranking, areaWords, shows('overall')) : []),
    ...(shows('compared-area') ? writeComparedAreaNote(ranking, areaWords) : []),
    ...(shows('family', 'family-average') ? writeFamilyNote(ranking, areaWords, shows('family')) : []),
    ranking.note,
    writeWithoutResultNote(ranking),
    hasConfidential(ranking, shows) ? explainConfidential(ranking.disclosure) : null,
  ]);
}

function writeTieNotes({ top, bottom, rankedBy }: Ranking): (string | null)[] {
  const areas = [...top, ...bottom];
  return [
    areas.some(({ tied }) => tied) ? 'An equals sign marks a shared position.' : null,
    ...listPrintedTies(areas, rankedBy).map((tie) => describePrintedTie(tie, rankedBy)),
  ];
}

/** Lists the areas whose results print the same although their positions differ. */
function listPrintedTies(areas: readonly RankedArea[], rankedBy: Ranking['rankedBy']): RankedArea[][] {
  const print = ({ ranked }: RankedArea): string =>
    rankedBy === 'change' ? formatSignedValue(ranked) : formatValue(ranked);
  return [...groupBy(areas, print).values()].filter((same) => countRanks(same) > 1);
}

function describePrintedTie(areas: readonly RankedArea[], rankedBy: Ranking['rankedBy']): string {
  const difference =
    countRanks(areas) === areas.length ? 'differ before rounding' : 'are not all equal before rounding';
  const what = rankedBy === 'change' ? 'change' : 'result';
  return `${joinNames(areas.map(({ name }) => name))} have the same printed ${what}, but ${difference}.`;
}

function countRanks(areas: readonly RankedArea[]): number {
  return new Set(areas.map(({ rank }) => rank)).size;
}

function writeAreaDesignNote({ top, bottom }: Ranking): string | null {
  return writeDesignNote([...top, ...bottom].map(({ name, ranked }) => ({ name, figures: [ranked] })));
}

/** Says why areas have no intervals. Null if they have. */
export function writeNoIntervalsNote({ noIntervals }: Ranking): string | null {
  return noIntervals === null ? null : `Intervals are not available: ${noIntervals}.`;
}

function writeRangeNote(ranking: Ranking, areaWords: AreaWords): string | null {
  const { withIntervals, unpublished, unit } = ranking;
  if (!withIntervals) return null;
  const { singular, plural } = areaWords;
  const error = unit === 'percent' ? 'sampling error' : 'chance';
  const range = `The range gives the positions that each ${singular} could hold, allowing for ${error} in all ${plural} together.`;
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

/** Says which design effect the ranges are calculated for. Only samples have one. */
function writeRangeEffectNote({ withIntervals, designEffects, top, bottom, unit }: Ranking): string | null {
  if (!withIntervals || unit !== 'percent') return null;
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

function writeWithoutResultNote({ withoutResult, rankedBy }: Ranking): string | null {
  if (withoutResult.length === 0) return null;
  const heading = rankedBy === 'change' ? 'Without a change that can be ranked' : 'Without a result';
  const areas = withoutResult.map(
    ({ name, reason }) => `${name} (${reason === CONFIDENTIAL ? MARKS.confidential.symbol : reason})`,
  );
  return `${heading}: ${areas.join('; ')}.`;
}

/** Returns true if the table or its note has the mark of a confidential result. */
function hasConfidential(
  { withoutResult, top, bottom }: Ranking,
  shows: (...names: AreaColumnName[]) => boolean,
): boolean {
  const isHidden = ({ change }: RankedArea): boolean =>
    change !== null &&
    ((shows('earlier') && isConfidential(change.from)) ||
      (shows('change', 'change-interval') && isConfidential(change.figure)));
  return withoutResult.some(({ reason }) => reason === CONFIDENTIAL) || [...top, ...bottom].some(isHidden);
}
