import { wordReason } from '../../format/word-reason.js';
import { joinNames, uncapitalise } from '../../format/words.js';
import { findFigure } from '../../model/find-figure.js';
import type { Indicator } from '../../model/indicator.js';
import { listChartPeriods } from '../../model/list-chart-periods.js';
import { windowLabel, type Period } from '../../model/period.js';

/** Names the periods of the axis without a figure: those of all lines first, then those of single lines with the reasons. */
export function writeGapNote(measures: readonly Indicator[]): string | null {
  const periods = listChartPeriods(measures);
  const isEmpty = (period: Period): boolean => measures.every((measure) => isMissing(measure, period));
  const empty = measures.length > 1 ? periods.filter(isEmpty) : [];
  const others = periods.filter((period) => !empty.includes(period));
  const sentences = [
    ...(empty.length > 0 ? [`No figures for ${joinPeriods(empty)}.`] : []),
    ...measures.flatMap((measure) => describeGaps(measure, others, measures.length > 1)),
  ];
  return sentences.join(' ') || null;
}

function isMissing(measure: Indicator, period: Period): boolean {
  return typeof findFigure(measure, period)?.value !== 'number';
}

function describeGaps(measure: Indicator, periods: readonly Period[], isNamed: boolean): string[] {
  const missing = periods.filter((period) => isMissing(measure, period));
  const reasons = new Map<string, Period[]>();
  for (const period of missing) {
    const reason = findFigure(measure, period)?.reason ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), period]);
  }
  const name = isNamed ? `for ${uncapitalise(measure.short)} in` : 'for';
  return [...reasons].map(([reason, periods]) => {
    const because = reason === '' ? '' : ` (${wordReason(reason)})`;
    return `No figure ${name} ${joinPeriods(periods)}${because}.`;
  });
}

function joinPeriods(periods: readonly Period[]): string {
  return joinNames(periods.map(windowLabel));
}
