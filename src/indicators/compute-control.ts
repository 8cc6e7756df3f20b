import { formatMonth } from '../format/dates.js';
import type { Control, ControlMonth, ControlPhase } from '../model/control.js';
import type { Figure } from '../model/figure.js';
import type { Inputs } from '../model/inputs.js';
import type { MeasureFields, MeasureOf } from '../model/measure.js';
import { controlPhases } from '../statistics/control-phases.js';
import { describeAssurance } from './describe-assurance.js';
import { describeVariation } from './describe-variation.js';
import { listMonths, type MonthlyCount } from './list-months.js';
import { measureDistance } from './measure-distance.js';
import { makeMissingFigure } from './make-missing-figure.js';

/** Computes the limits of each phase, and judges the months and the target by them. */
export function computeControl(measure: MeasureOf<'control-chart'>, { history }: Inputs): Control {
  const months = listMonths(measure, history);
  const starts = listStarts(measure, months);
  const values = months.map(({ figure }) => figure.value);
  const computed = controlPhases(
    values,
    starts.slice(1).map(({ start }) => start),
    measure.betterWhen,
  );
  const phases = computed.map(({ start, limits }, index): ControlPhase => {
    const { reason = null, seriesBreak = null } = starts[index] ?? {};
    const phase = { start, reason, seriesBreak, trial: limits.trial };
    const own = months.slice(start, computed[index + 1]?.start);
    return { ...phase, ...makeLines(measure, own, limits, index === computed.length - 1) };
  });
  const latest = phases.at(-1) ?? { ...makeLines(measure, [], NO_LIMITS, true), trial: true };
  const judged = months.map((month, index): ControlMonth => judgeMonth(month, index, computed));
  return {
    months: judged,
    phases,
    mean: latest.mean,
    lower: latest.lower,
    upper: latest.upper,
    trial: latest.trial,
    target: measure.target ?? null,
    distance: measure.target ? measureLatest(measure, measure.target, months.at(-1)?.figure) : null,
    variation: describeVariation(judged, phases),
    assurance: measure.target ? describeAssurance(measure.target, latest, measure.betterWhen) : null,
  };
}

/** Measures the latest month less the target, as a figure of that month. */
function measureLatest(measure: MeasureFields, target: Figure, latest: Figure | undefined): Figure {
  const { period } = latest ?? {};
  return measureDistance(measure, latest ?? null, { ...target, ...(period !== undefined && { period }) });
}

type Computed = ReturnType<typeof controlPhases>;

const NO_LIMITS = { mean: null, upl: null, lpl: null };

/**
 * Lists the starts of all phases: months with new limits, and months with a break in the series. Those of the first month on file
 * only add their reason.
 */
function listStarts(
  { recalculations }: MeasureOf<'control-chart'>,
  months: readonly MonthlyCount[],
): Pick<ControlPhase, 'start' | 'reason' | 'seriesBreak'>[] {
  return months.flatMap(({ month, figure }, start) => {
    const reason = recalculations.find(({ from }) => from === month)?.reason ?? null;
    const seriesBreak = figure.seriesBreak ?? null;
    return start > 0 && reason === null && seriesBreak === null ? [] : [{ start, reason, seriesBreak }];
  });
}

function judgeMonth(month: MonthlyCount, index: number, phases: Computed): ControlMonth {
  const phase = phases.findLast(({ start }) => start <= index);
  const at = index - (phase?.start ?? 0);
  return {
    ...month,
    signal: phase?.limits.signals[at] ?? null,
    verdict: phase?.limits.verdicts[at] ?? null,
  };
}

function makeLines(
  measure: MeasureFields,
  months: readonly MonthlyCount[],
  { mean, upl, lpl }: { mean: number | null; upl: number | null; lpl: number | null },
  isLatest: boolean,
): Pick<ControlPhase, 'from' | 'mean' | 'lower' | 'upper'> {
  const figures = months.map(({ figure }) => figure);
  const first = months[0]?.month;
  const makeLine = (id: string, name: string, value: number | null): Figure =>
    makeLimit(measure, figures, {
      id: isLatest || first === undefined ? id : `${id}-from-${first}`,
      name: isLatest || first === undefined ? name : `${name} from ${formatMonth(first)}`,
      value,
      formula: id === 'mean' ? 'mean of the months' : 'mean and 2.66 times the mean moving range',
    });
  return {
    from: first === undefined ? '' : formatMonth(first),
    mean: makeLine('mean', 'mean', mean),
    lower: makeLine('lower-limit', 'lower limit', lpl === null ? null : Math.max(0, lpl)),
    upper: makeLine('upper-limit', 'upper limit', upl),
  };
}

function makeLimit(
  measure: MeasureFields,
  months: readonly Figure[],
  { id, name, value, formula }: { id: string; name: string; value: number | null; formula: string },
): Figure {
  const [first, last] = [months[0], months.at(-1)];
  if (value === null || !first || !last) return makeMissingFigure(measure, 'too few months are on file');
  return {
    id: `${measure.id}.${id}`,
    label: `${measure.label}: ${name}`,
    value,
    unit: measure.unit,
    source: last.source,
    place: last.place,
    period: `${first.period ?? ''} to ${last.period ?? ''}`,
    formula,
    inputs: months,
  };
}
