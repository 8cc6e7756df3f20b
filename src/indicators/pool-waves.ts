import { joinNames } from '../format/words.js';
import { isToCome, type Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import { explainSmallBase } from '../model/survey.js';
import type { Answers, PeriodData } from '../model/period-data.js';
import { getWindowSpan, nameWindow } from '../model/window.js';
import type { Period } from '../model/period.js';
import { rollingProportion, type RollingProportion, type Wave } from '../statistics/survey.js';
import { CONFIDENCE } from './confidence.js';
import { explainMixture } from './explain-break.js';
import { findBrokenPart } from '../model/find-break.js';
import { describeDesign } from './describe-design.js';
import { findPeriodData } from '../model/find-period-data.js';
import { listWindow } from './list-window.js';
import { makeMissingFigure } from './make-missing-figure.js';

/** Lists the waves of a survey measure that are on file. */
export function listWaves({ id }: { id: string }, history: readonly PeriodData[]): Wave[] {
  return history.flatMap(({ period, waves }) => {
    const answers = waves[id];
    return answers && !isToCome(answers.figure) ? [makeWave(period, answers)] : [];
  });
}

function makeWave(period: Period, { base, weightedBase, weightedCount, designEffect }: Answers): Wave {
  return { period: period.id, n: base, wBase: weightedBase, wNum: weightedCount, deff: designEffect ?? 1 };
}

/** Pools the waves of the window that ends with a period. Returns null if the period has no wave. */
export function poolWaves(
  measure: MeasureOf<'survey'>,
  period: Period,
  history: readonly PeriodData[],
): Figure | null {
  const findAnswers = (member: Period): Answers | undefined =>
    findPeriodData(history, member)?.waves[measure.id];
  const latest = findAnswers(period);
  if (!latest) return null;
  const name = nameWindow(measure.window, period);
  if (isToCome(latest.figure)) return { ...latest.figure, period: name };
  const window = listWaveWindow(measure, period, history);
  const pooled = rollingProportion(
    listWaves(measure, history),
    window.map(({ id }) => id),
    CONFIDENCE,
  );
  const { p, n, deff, lower, upper } = pooled;
  if (p === null || lower === null || upper === null)
    return {
      ...makeMissingFigure(measure, `no interviews on file for ${nameMissing(pooled, window)}`),
      period: name,
    };
  const tooFew = explainSmallBase(n ?? 0, measure.survey);
  if (tooFew !== null) return { ...makeMissingFigure(measure, tooFew), isUnreliable: true, period: name };
  const parts = window.flatMap((member) => findAnswers(member)?.figure ?? []);
  const broken = findBrokenPart(parts);
  if (broken) return { ...makeMissingFigure(measure, ''), ...explainMixture(broken), period: name };
  const known = window.filter((member) => typeof findAnswers(member)?.designEffect === 'number').length;
  const details = { ...latest.figure };
  delete details.designEffect; // that of the latest wave alone
  delete details.places; // those of a count
  delete details.seriesBreak; // that of the first wave counts, among the inputs
  return {
    ...details,
    value: p,
    base: n ?? 0,
    period: name,
    span: getWindowSpan(measure.window, period),
    formula: `${window.map((member) => `${measure.id} ${member.id}`).join(' and ')}, pooled`,
    inputs: parts,
    interval: { lower, upper, confidence: CONFIDENCE },
    ...describeDesign(deff, known, window.length, 'waves of interviews'),
  };
}

/** Lists the periods whose waves make up a measure's window. */
export function listWaveWindow(
  { id, window }: MeasureOf<'survey'>,
  period: Period,
  history: readonly PeriodData[],
): Period[] {
  return listWindow(getWindowSpan(window, period), period, history, ({ waves }) => waves[id] !== undefined);
}

/** Explains why a window has no result: the periods without interviews, if some of its periods have them. */
export function explainMissingWindow(
  measure: MeasureOf<'survey'>,
  period: Period,
  history: readonly PeriodData[],
  namePeriod: (period: Period) => string,
): string {
  const waves = listWaves(measure, history);
  const window = listWaveWindow(measure, period, history);
  const missing = window.filter((member) => !waves.some((wave) => wave.period === member.id));
  return missing.length < window.length
    ? `no interviews on file for ${joinNames(missing.map(({ label }) => label))}`
    : `not published for ${namePeriod(period)}`;
}

function nameMissing({ missing }: RollingProportion, window: readonly Period[]): string {
  return joinNames(window.filter(({ id }) => missing.includes(id)).map(({ label }) => label));
}
