import { formatValue } from '../../format/figures.js';
import { uncapitalise } from '../../format/words.js';
import type { Figure } from '../../model/figure.js';
import { groupBy } from '../../model/group-by.js';
import type { Indicator } from '../../model/indicator.js';
import { yearLabel } from '../../model/period.js';

/** A target that a chart of measures draws as a line. */
export interface MeasureTarget {
  /** "Target for 2008/09" */
  name: string;
  /** "Target for 2008/09: 62%" */
  text: string;
  /** The index of the only measure that it is for. Null if it is for all measures of the chart. */
  series: number | null;
  figure: Figure;
}

/** More lines of targets than these would hide the figures. */
const MOST_TARGETS = 2;

/** Lists the targets for the year that a chart of measures draws. A value that several measures share is one line. */
export function listMeasureTargets(
  measures: readonly Pick<Indicator, 'short' | 'target' | 'series'>[],
): MeasureTarget[] {
  const found = measures.flatMap(({ target, series, short }, index) => {
    const latest = series.at(-1)?.period;
    return target && target.figure.value !== null && latest
      ? [{ figure: target.figure, short, index, year: yearLabel(latest) }]
      : [];
  });
  const values = [...groupBy(found, ({ figure, year }) => `${String(figure.value)} ${year}`).values()];
  if (values.length > MOST_TARGETS) return [];
  return values.flatMap((same) => {
    const [{ figure, short, index, year }] = same;
    const isOfOne = same.length === 1 && measures.length > 1;
    const name = isOfOne ? `Target for ${uncapitalise(short)}, ${year}` : `Target for ${year}`;
    return [{ name, text: `${name}: ${formatValue(figure)}`, series: isOfOne ? index : null, figure }];
  });
}
