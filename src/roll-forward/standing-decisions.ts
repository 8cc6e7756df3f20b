import { formatFigure, joinNames } from '../format.js';
import type { Inputs } from '../model/inputs.js';
import { COMPARED_PERIODS, findPeriodEnd } from '../model/compared-period.js';
import { isCompared, type Measure } from '../model/measure.js';
import { financialYearLabel, parseQuarter, type Quarter } from '../model/quarter.js';
import type { Choice } from './choose-paper.js';

const FILE = 'data/measures.yaml';

/**
 * What `measures.yaml` says once for all quarters and may not hold for the new one. Nothing there is changed: the earlier paper
 * rests on it too. Each is for the author to decide.
 */
export function standingDecisions(
  { from, quarter }: Choice,
  { measures, surveys }: Pick<Inputs, 'measures' | 'surveys'>,
): string[] {
  return [
    ...fixedPeriods(from, measures),
    ...oldTargets(from, quarter, measures),
    ...surveys.flatMap(({ name, interviews }) =>
      interviews
        ? [`${FILE} has ${formatFigure(interviews)} interviews a year for the ${name}: do they still hold?`]
        : [],
    ),
  ];
}

/** Measures that are compared with one quarter for ever, with the word that would have meant it in the earlier paper. */
function fixedPeriods(from: Quarter, measures: readonly Measure[]): string[] {
  const fixed = measures.filter(isCompared).flatMap(({ id, compareWith }) => {
    const period = parseQuarter(compareWith ?? '');
    return period ? [{ id, period }] : [];
  });
  return [...new Set(fixed.map(({ period }) => period))].map((period) => {
    const word = COMPARED_PERIODS.find((name) => findPeriodEnd(name, from) === period);
    const ids = fixed.filter((one) => one.period === period).map(({ id }) => id);
    return `${FILE} compares ${joinNames(ids)} with ${period}, whatever the quarter. ${
      word === undefined ? 'Is that still meant?' : `If it is to move on, write compare-with: ${word}.`
    }`;
  });
}

/** A target is for the end of a financial year. */
function oldTargets(from: Quarter, quarter: Quarter, measures: readonly Measure[]): string[] {
  const [before, after] = [financialYearLabel(from), financialYearLabel(quarter)];
  const ids = measures
    .filter(isCompared)
    .filter(({ target }) => target)
    .map(({ id }) => id);
  if (before === after || ids.length === 0) return [];
  return [
    `${FILE} has targets for ${joinNames(ids)} that were in force in ${before}: enter those of ${after}.`,
  ];
}
