import { isToCome, type Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import type { Answers, PeriodData } from '../model/period-data.js';
import { getWindowSpan, nameWindow } from '../model/window.js';
import type { Period } from '../model/period.js';
import type { GroupCorrelations, Groups } from '../statistics/gap.js';
import type { Sample } from '../statistics/proportion.js';
import { overlapChange, rollingProportion, type Wave } from '../statistics/survey.js';
import { CONFIDENCE } from './confidence.js';
import { describeDesign } from './describe-design.js';
import { findPeriodData } from '../model/find-period-data.js';
import { listWindow } from './list-window.js';

type GapMeasure = MeasureOf<'group-gap'>;

type GroupKey = keyof GapMeasure['groups'];

/** Lists the periods whose answers make up the window of a gap. */
export function listGapWindow(
  { id, window }: GapMeasure,
  period: Period,
  history: readonly PeriodData[],
): Period[] {
  return listWindow(getWindowSpan(window, period), period, history, ({ groups }) => groups[id] !== undefined);
}

/** Pools the answers of both groups over a window. Returns null if some are missing or still to come. */
export function poolGroups(
  measure: GapMeasure,
  period: Period,
  history: readonly PeriodData[],
): Groups | null {
  const [reference, other] = [
    poolGroup(measure, 'reference', period, history),
    poolGroup(measure, 'other', period, history),
  ];
  return reference && other ? { reference, other } : null;
}

/** Pools the answers of one group. A single wave keeps its own numbers. */
function poolGroup(
  measure: GapMeasure,
  key: GroupKey,
  period: Period,
  history: readonly PeriodData[],
): Sample | null {
  const window = listGapWindow(measure, period, history);
  const waves = window.map((member) => findGroupAnswers(measure, key, member, history));
  if (waves.length === 0 || waves.some((answers) => !answers || isToCome(answers.figure))) return null;
  const [single, ...others] = waves;
  if (single && others.length === 0) return makeSample(single);
  const { p, n, deff } = rollingProportion(
    listGroupWaves(measure, key, history),
    window.map(({ id }) => id),
    CONFIDENCE,
  );
  return p === null || n === null || deff === null ? { x: 0, n: 0, deff: 1 } : { x: p * n, n, deff };
}

/** Makes the figure of a group over the window that ends with a period: that of its only wave, or of all waves pooled. */
export function makeGroupFigure(
  measure: GapMeasure,
  key: GroupKey,
  period: Period,
  history: readonly PeriodData[],
): Figure | null {
  const waves = listGapWindow(measure, period, history).flatMap(
    (member) => findGroupAnswers(measure, key, member, history) ?? [],
  );
  const sample = poolGroup(measure, key, period, history);
  const latest = waves.at(-1);
  if (!sample || !latest || waves.length === 1) return latest?.figure ?? null;
  const { id, label, place, source } = latest.figure;
  const known = waves.filter(({ designEffect }) => designEffect !== null).length;
  return {
    id,
    label,
    unit: 'percent',
    place,
    source,
    value: sample.n > 0 ? sample.x / sample.n : null,
    base: sample.n,
    period: nameWindow(measure.window, period),
    span: getWindowSpan(measure.window, period),
    formula: `${waves.map(({ figure }) => `${figure.id} ${figure.period ?? ''}`.trim()).join(' and ')}, pooled`,
    inputs: waves.map(({ figure }) => figure),
    ...describeDesign(sample.deff, known, waves.length, 'waves of interviews'),
  };
}

/** Correlates the results of two windows for each group, due to the waves in both. 0 for windows without a wave in common. */
export function correlateGroups(
  measure: GapMeasure,
  earlier: Period,
  later: Period,
  history: readonly PeriodData[],
): GroupCorrelations {
  const windows = [earlier, later].map((end) => listGapWindow(measure, end, history).map(({ id }) => id));
  const correlate = (key: GroupKey): number =>
    overlapChange(listGroupWaves(measure, key, history), windows[0] ?? [], windows[1] ?? [], CONFIDENCE)
      .rho ?? 0;
  return { reference: correlate('reference'), other: correlate('other') };
}

function listGroupWaves(measure: GapMeasure, key: GroupKey, history: readonly PeriodData[]): Wave[] {
  return history.flatMap(({ period }) => {
    const answers = findGroupAnswers(measure, key, period, history);
    if (!answers || isToCome(answers.figure)) return [];
    const { base, weightedBase, weightedCount, designEffect } = answers;
    return [
      { period: period.id, n: base, wBase: weightedBase, wNum: weightedCount, deff: designEffect ?? 1 },
    ];
  });
}

function findGroupAnswers(
  { id, groups }: GapMeasure,
  key: GroupKey,
  period: Period,
  history: readonly PeriodData[],
): Answers | undefined {
  return findPeriodData(history, period)?.groups[id]?.[groups[key]];
}

/** Makes a sample with the weighted share and the unweighted base. */
function makeSample({ base, weightedBase, weightedCount, designEffect }: Answers): Sample {
  const share = weightedBase > 0 ? weightedCount / weightedBase : 0;
  return { x: share * base, n: base, deff: designEffect ?? 1 };
}
