import { joinNames } from '../format/words.js';
import { isToCome, type Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import { explainSmallBase } from '../model/survey.js';
import type { Answers, QuarterData } from '../model/quarter-data.js';
import { rollingSpan } from '../model/month-span.js';
import { parseQuarter, quarterLabel, rollingWindow, type Quarter } from '../model/quarter.js';
import { rollingProportion, type RollingProportion, type Wave } from '../statistics/survey.js';
import { CONFIDENCE } from './confidence.js';
import { describeDesign } from './describe-design.js';
import { findQuarterData } from '../model/find-quarter-data.js';
import { makeMissingFigure } from './make-missing-figure.js';

/** Lists the waves of a survey measure that are on file. */
export function listWaves({ id }: { id: string }, history: readonly QuarterData[]): Wave[] {
  return history.flatMap(({ quarter, waves }) => {
    const answers = waves[id];
    return answers && !isToCome(answers.figure) ? [makeWave(quarter, answers)] : [];
  });
}

function makeWave(quarter: Quarter, { base, weightedBase, weightedCount, designEffect }: Answers): Wave {
  return { quarter, n: base, wBase: weightedBase, wNum: weightedCount, deff: designEffect ?? 1 };
}

/** Pools the waves of the twelve months that end with a quarter. Returns null if the quarter has no wave. */
export function poolWaves(
  measure: MeasureOf<'rolling-survey'>,
  quarter: Quarter,
  history: readonly QuarterData[],
): Figure | null {
  const findAnswers = (member: Quarter): Answers | undefined =>
    findQuarterData(history, member)?.waves[measure.id];
  const latest = findAnswers(quarter);
  if (!latest) return null;
  const period = `${quarterLabel(quarter)}, rolling 12 months`;
  if (isToCome(latest.figure)) return { ...latest.figure, period };
  const window = rollingWindow(quarter);
  const pooled = rollingProportion(listWaves(measure, history), window, CONFIDENCE);
  const { p, n, deff, lower, upper } = pooled;
  if (p === null || lower === null || upper === null)
    return {
      ...makeMissingFigure(measure, `no interviews on file for ${nameMissingQuarters(pooled)}`),
      period,
    };
  const tooFew = explainSmallBase(n ?? 0, measure.survey);
  if (tooFew !== null) return { ...makeMissingFigure(measure, tooFew), period };
  const known = window.filter((member) => typeof findAnswers(member)?.designEffect === 'number').length;
  const details = { ...latest.figure };
  delete details.designEffect; // that of the latest wave alone
  delete details.places; // those of a count
  return {
    ...details,
    value: p,
    base: n ?? 0,
    period,
    span: rollingSpan(quarter),
    formula: `${window.map((member) => `${measure.id} ${member}`).join(' and ')}, pooled`,
    inputs: window.flatMap((member) => findAnswers(member)?.figure ?? []),
    interval: { lower, upper, confidence: CONFIDENCE },
    ...describeDesign(deff, known, window.length, 'waves of interviews'),
  };
}

/** Explains why a window has no result: the quarters without interviews, if some of its quarters have them. */
export function explainMissingWindow(
  measure: { id: string },
  quarter: Quarter,
  history: readonly QuarterData[],
  namePeriod: (quarter: Quarter) => string,
): string {
  const waves = listWaves(measure, history);
  const window = rollingWindow(quarter);
  const missing = window.filter((member) => !waves.some((wave) => wave.quarter === member));
  return missing.length < window.length
    ? `no interviews on file for ${joinNames(missing.map(quarterLabel))}`
    : `not published for ${namePeriod(quarter)}`;
}

function nameMissingQuarters({ missing }: RollingProportion): string {
  return joinNames(missing.flatMap((name) => parseQuarter(name) ?? []).map(quarterLabel));
}
