import { formatMonth } from '../format/dates.js';
import type { ControlMonth, ControlPhase, Variation } from '../model/control.js';
import { nameValue } from '../model/name-value.js';
import type { Unit } from '../model/unit.js';
import { countOneSided, countTrend } from '../statistics/measure-run.js';

/** Describes the variation in the latest month with a figure, as members of a committee read it. */
export function describeVariation(
  months: readonly ControlMonth[],
  phases: readonly ControlPhase[],
  unit: Unit,
): Variation {
  const index = months.findLastIndex(({ figure }) => figure.value !== null);
  const latest = months[index];
  if (!latest) return makeUnknown(`no month has a ${nameValue(unit)}`, null);
  const month = formatMonth(latest.month);
  const phase = phases.findLast(({ start }) => start <= index);
  if (!phase || phase.upper.value === null)
    return makeUnknown(`too few months have a ${nameValue(unit)} to tell usual variation`, month);
  if (latest.signal === null)
    return {
      kind: 'common-cause',
      side: null,
      words: 'common cause',
      detail: `${month} is within the usual variation from month to month`,
      month,
    };
  const kind = getKind(latest.verdict);
  const side = /high|rising/.test(latest.signal) ? 'high' : 'low';
  const detail = describeSignal(latest.signal, month, months.slice(phase.start, index + 1), phase);
  return { kind, side, words: KIND_WORDS[kind], detail, month };
}

type SpecialCause = 'improvement' | 'concern' | 'neither';

const KIND_WORDS = {
  improvement: 'special cause of improvement',
  concern: 'special cause of concern',
  neither: 'special cause, neither better nor worse',
} satisfies Record<SpecialCause, string>;

function getKind(verdict: string | null): SpecialCause {
  return verdict === 'improvement' || verdict === 'concern' ? verdict : 'neither';
}

function makeUnknown(detail: string, month: string | null): Variation {
  return { kind: 'not-available', side: null, words: 'not available', detail, month };
}

/** Describes a signal of the last of the months, which are those of its phase. */
function describeSignal(
  signal: string,
  month: string,
  months: readonly ControlMonth[],
  { mean }: ControlPhase,
): string {
  const values = months.map(({ figure }) => figure.value);
  const last = values.length - 1;
  const isHigh = signal.endsWith('high');
  if (signal.startsWith('outside'))
    return `${month} is ${isHigh ? 'above the upper limit' : 'below the lower limit'}`;
  if (signal.startsWith('trend'))
    return `the ${countTrend(values, last)} months to ${month} ${signal.endsWith('rising') ? 'rise' : 'fall'} without a break`;
  if (signal.startsWith('run'))
    return `the ${countOneSided(values, last, mean.value ?? 0)} months to ${month} are all ${isHigh ? 'above' : 'below'} the mean`;
  return `at least two of the three months to ${month} are close to the ${isHigh ? 'upper' : 'lower'} limit`;
}
