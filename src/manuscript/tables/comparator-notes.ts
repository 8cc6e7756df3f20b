import { formatValue } from '../../format/figures.js';
import type { Organisation } from '../../model/organisation.js';
import type { OverallComparison, RankedArea, Ranking } from '../../model/ranking.js';
import { nameWhole } from '../name-whole.js';

type AreaWords = Organisation['areas'];
type Notes = (string | null)[];

/** Explains the comparison of areas with all areas together. `withVerdicts` is false for a funnel alone. */
export function writeWholeNote(ranking: Ranking, words: AreaWords, withVerdicts: boolean): Notes {
  const { overall, overallReason } = ranking;
  const name = nameWhole(words);
  if (!overall) return [`Comparison with ${name} is not available: ${overallReason ?? 'not available'}.`];
  if (!withVerdicts) return [overallReason && `Comparison with ${name} is not available: ${overallReason}.`];
  const comparisons = listComparisons(ranking, ({ comparison }) => comparison);
  return writeComparison(`${name} (${formatValue(overall)})`, comparisons, overallReason, words);
}

/** Explains the comparison of areas with the one that the measure names. */
export function writeComparedAreaNote(ranking: Ranking, words: AreaWords): Notes {
  const { comparedArea } = ranking;
  if (!comparedArea) return [];
  const { name, figure, reason } = comparedArea;
  if (figure.value === null)
    return [`Comparison with ${name} is not available: ${reason ?? 'not available'}.`];
  const comparisons = listComparisons(ranking, ({ againstArea }) => againstArea);
  if (comparisons.length === 0) return [];
  const other = comparisons.length < ranking.top.length + ranking.bottom.length;
  return writeComparison(`${name} (${formatValue(figure)})`, comparisons, reason, words, other);
}

/** Explains the comparison of areas with the averages of their families. */
export function writeFamilyNote(ranking: Ranking, words: AreaWords, withVerdicts: boolean): Notes {
  const { families, unit } = ranking;
  if (!families) return [];
  const { averages, without, reason } = families;
  const comparisons = listComparisons(ranking, ({ againstFamily }) => againstFamily);
  const family = `the average of the ${words.plural} that are most similar to it`;
  const notes = withVerdicts ? writeComparison(family, comparisons, reason, words) : [];
  return [
    ...(comparisons.length === 0 ? [] : [...notes, describeAverage(averages, unit === 'percent')]),
    without.length === 0
      ? null
      : `No family average is available for ${without.map(({ name, reason: why }) => `${name} (${why})`).join('; ')}.`,
  ];
}

function describeAverage(
  averages: NonNullable<Ranking['families']>['averages'],
  isFromAnswers: boolean,
): string {
  const pooled = isFromAnswers
    ? 'A family average counts all answers of the family together'
    : 'A family average counts all events and people of the family together';
  switch (averages) {
    case 'pooled':
      return `${pooled}.`;
    case 'plain':
      return 'A family average is the plain mean of the results of the family, whatever their size.';
    case 'mixed':
      return `${pooled}; where a base is missing, it is the plain mean of the results.`;
    default:
      return averages satisfies never;
  }
}

function listComparisons(
  { top, bottom }: Ranking,
  read: (area: RankedArea) => OverallComparison | null,
): OverallComparison[] {
  return [...top, ...bottom].flatMap((area) => read(area) ?? []);
}

/** Explains the words of a column of comparisons. `other` is true if the comparator is itself in the table. */
function writeComparison(
  comparator: string,
  comparisons: readonly OverallComparison[],
  reason: string | null,
  { singular }: AreaWords,
  other = false,
): Notes {
  if (comparisons.length === 0) return [];
  const tested = comparisons.filter(({ outcome }) => outcome !== 'not-tested');
  const has = (outcome: string): boolean => comparisons.some((comparison) => comparison.outcome === outcome);
  return [
    `Each ${other ? 'other ' : ''}${singular} is compared with ${comparator}.`,
    has('above') || has('below')
      ? `“Above” and “below” mean a statistically significant difference${tested.length > 1 ? `, adjusted for ${tested.length} comparisons` : ''}.`
      : null,
    comparisons.some(({ isProbable }) => isProbable)
      ? 'With “probably”, a design effect of 2, which is ordinary, would undo the result.'
      : null,
    has('too-close-to-call')
      ? '“Too close to call” means that rounding alone decides whether the difference is significant.'
      : null,
    tested.length === 0 && reason !== null ? `The differences are not tested: ${reason}.` : null,
  ];
}
