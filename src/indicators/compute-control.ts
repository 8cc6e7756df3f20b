import { formatMonth } from '../format/dates.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { Control, ControlMonth, ControlPhase } from '../model/control.js';
import type { Figure } from '../model/figure.js';
import type { Inputs } from '../model/inputs.js';
import type { MeasureFields, MeasureOf } from '../model/measure.js';
import { nameValue } from '../model/name-value.js';
import { controlPhases } from '../statistics/control-phases.js';
import { boundLimit, findBounds } from './bound-limit.js';
import { describeAssurance } from './describe-assurance.js';
import { describeVariation } from './describe-variation.js';
import { listMonths, type MonthlyFigure } from './list-months.js';
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
    variation: describeVariation(judged, phases, measure.unit),
    assurance: measure.target ? describeAssurance(measure.target, latest, measure.betterWhen) : null,
  };
}

/** Measures the latest month less the target, as a figure of that month. */
function measureLatest(measure: MeasureFields, target: Figure, latest: Figure | undefined): Figure {
  const { period } = latest ?? {};
  const aim = { ...target, ...(period !== undefined && { period }) };
  return measureDistance(measure, latest ?? null, aim, `no ${nameValue(measure.unit)} is on file`);
}

type Computed = ReturnType<typeof controlPhases>;

const NO_LIMITS = { mean: null, upl: null, lpl: null };

/**
 * Lists the starts of all phases: months with new limits, and months with a break in the series. Those of the first month on file
 * only add their reason.
 */
function listStarts(
  { recalculations }: MeasureOf<'control-chart'>,
  months: readonly MonthlyFigure[],
): Pick<ControlPhase, 'start' | 'reason' | 'seriesBreak'>[] {
  return months.flatMap(({ month, figure }, start) => {
    const reason = recalculations.find(({ from }) => from === month)?.reason ?? null;
    const seriesBreak = figure.seriesBreak ?? null;
    return start > 0 && reason === null && seriesBreak === null ? [] : [{ start, reason, seriesBreak }];
  });
}

function judgeMonth(month: MonthlyFigure, index: number, phases: Computed): ControlMonth {
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
  months: readonly MonthlyFigure[],
  { mean, upl, lpl }: { mean: number | null; upl: number | null; lpl: number | null },
  isLatest: boolean,
): Pick<ControlPhase, 'from' | 'mean' | 'lower' | 'upper' | 'cuts'> {
  const figures = months.map(({ figure }) => figure);
  const first = months[0]?.month;
  const bounds = findBounds(measure, figures);
  const makeLine = (id: string, name: string, value: number | null, isCut = false): Figure =>
    makeLimit(measure, figures, {
      id: isLatest || first === undefined ? id : `${id}-from-${first}`,
      name: isLatest || first === undefined ? name : `${name} from ${formatMonth(first)}`,
      value,
      formula:
        id === 'mean'
          ? 'mean of the months'
          : `mean and 2.66 times the mean moving range${isCut && isPercentage ? ', cut at the end of the scale' : ''}`,
      places: isCut ? 0 : findMostPlaces(figures),
    });
  const isPercentage = measure.unit === 'percent';
  const [least, most] = [boundLimit(lpl, bounds), boundLimit(upl, bounds)];
  const lower = makeLine('lower-limit', 'lower limit', least.value, least.isCut);
  const upper = makeLine('upper-limit', 'upper limit', most.value, most.isCut);
  return {
    from: first === undefined ? '' : formatMonth(first),
    mean: makeLine('mean', 'mean', mean),
    lower,
    upper,
    cuts: isPercentage ? [...(least.isCut ? [lower] : []), ...(most.isCut ? [upper] : [])] : [],
  };
}

interface Limit {
  id: string;
  name: string;
  value: number | null;
  formula: string;
  /** The decimal places of its months. A mean of whole numbers has more. */
  places: number;
}

function makeLimit(
  measure: MeasureFields,
  months: readonly Figure[],
  { id, name, value, formula, places }: Limit,
): Figure {
  const [first, last] = [months[0], months.at(-1)];
  if (value === null || !first || !last) return makeMissingFigure(measure, 'too few months are on file');
  return {
    id: `${measure.id}.${id}`,
    label: `${measure.label}: ${name}`,
    value,
    unit: measure.unit,
    ...(places > 0 && { places }),
    source: last.source,
    place: last.place,
    period: `${first.period ?? ''} to ${last.period ?? ''}`,
    formula,
    inputs: months,
  };
}
