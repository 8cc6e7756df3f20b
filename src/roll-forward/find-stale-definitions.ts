import { formatFigure } from '../format/figures.js';
import { joinNames } from '../format/words.js';
import type { Inputs } from '../model/inputs.js';
import { COMPARED_PERIODS, findPeriodEnd } from '../model/compared-period.js';
import { isCompared, type Measure } from '../model/measure.js';
import { yearLabel, type Period } from '../model/period.js';
import type { Choice } from './choose-paper.js';

const FILE = 'data/measures.yaml';

/**
 * Finds definitions in `measures.yaml` that may not apply to the new period. They are not changed, because the earlier
 * paper uses them too. The author decides about each.
 */
export function findStaleDefinitions(
  { from, period }: Choice,
  { measures, surveys }: Pick<Inputs, 'measures' | 'surveys'>,
): string[] {
  return [
    ...findFixedPeriods(from, measures),
    ...findOldTargets(from, period, measures),
    ...surveys.flatMap(({ name, interviews }) =>
      interviews
        ? [`${FILE} has ${formatFigure(interviews)} interviews a year for the ${name}. Check the number.`]
        : [],
    ),
  ];
}

/** Finds measures that are always compared with the same period, and suggests a word that moves on with the period. */
function findFixedPeriods(from: Period, measures: readonly Measure[]): string[] {
  const fixed = measures.filter(isCompared).flatMap(({ id, compareWith }) => {
    return typeof compareWith === 'object' ? [{ id, period: compareWith }] : [];
  });
  return [...new Set(fixed.map(({ period }) => period))].map((period) => {
    const word = COMPARED_PERIODS.find((name) => findPeriodEnd(name, from) === period);
    const ids = fixed.filter((measure) => measure.period === period).map(({ id }) => id);
    return `${FILE} compares ${joinNames(ids)} with ${period.id} in every period. ${
      word === undefined
        ? 'Check that this is intended.'
        : `To compare each period with a new one, write compare-with: ${word}.`
    }`;
  });
}

/** Finds targets of the last year. A target applies to the end of one year of the project. */
function findOldTargets(from: Period, period: Period, measures: readonly Measure[]): string[] {
  const [lastYear, year] = [yearLabel(from), yearLabel(period)];
  const ids = measures
    .filter(isCompared)
    .filter(({ target }) => target)
    .map(({ id }) => id);
  if (lastYear === year || ids.length === 0) return [];
  return [`${FILE} has targets of ${lastYear} for ${joinNames(ids)}. Enter the targets of ${year}.`];
}
