import { joinNames, uncapitalise } from '../../format/words.js';
import { findFigure } from '../../model/find-figure.js';
import type { Indicator } from '../../model/indicator.js';
import { listChartQuarters } from '../../model/list-chart-quarters.js';
import { windowLabel, type Quarter } from '../../model/quarter.js';

/** Names the periods of the axis without a figure: those of all lines first, then those of single lines with the reasons. */
export function writeGapNote(measures: readonly Indicator[]): string | null {
  const quarters = listChartQuarters(measures);
  const isEmpty = (quarter: Quarter): boolean => measures.every((measure) => isMissing(measure, quarter));
  const empty = measures.length > 1 ? quarters.filter(isEmpty) : [];
  const others = quarters.filter((quarter) => !empty.includes(quarter));
  const sentences = [
    ...(empty.length > 0 ? [`No figures for ${joinPeriods(empty)}.`] : []),
    ...measures.flatMap((measure) => describeGaps(measure, others, measures.length > 1)),
  ];
  return sentences.join(' ') || null;
}

function isMissing(measure: Indicator, quarter: Quarter): boolean {
  return typeof findFigure(measure, quarter)?.value !== 'number';
}

function describeGaps(measure: Indicator, quarters: readonly Quarter[], isNamed: boolean): string[] {
  const missing = quarters.filter((quarter) => isMissing(measure, quarter));
  const reasons = new Map<string, Quarter[]>();
  for (const quarter of missing) {
    const reason = findFigure(measure, quarter)?.reason ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), quarter]);
  }
  const name = isNamed ? `for ${uncapitalise(measure.short)} in` : 'for';
  return [...reasons].map(([reason, periods]) => {
    const because = reason === '' ? '' : ` (${reason})`;
    return `No figure ${name} ${joinPeriods(periods)}${because}.`;
  });
}

function joinPeriods(quarters: readonly Quarter[]): string {
  return joinNames(quarters.map(windowLabel));
}
