import { formatValue } from '../../format/figures.js';
import { joinNames, uncapitalise } from '../../format/words.js';
import type { ChangeTarget } from '../../model/change.js';
import type { Indicator } from '../../model/indicator.js';
import { listMeasureTargets } from './list-measure-targets.js';

/** Names the targets that the lines of a chart do not show: those for changes, and too many for the year. Null if there are none. */
export function writeTargetNote(
  measures: readonly Pick<Indicator, 'short' | 'change' | 'target' | 'series'>[],
): string | null {
  const isDrawn = listMeasureTargets(measures).length > 0;
  const targets = measures.flatMap(({ short, change, target }) => [
    ...(target && target.figure.value !== null && !isDrawn
      ? [`${formatValue(target.figure)} for ${uncapitalise(short)}`]
      : []),
    ...(change?.target ? [`${describeAim(change.target)} for ${uncapitalise(short)}`] : []),
  ]);
  if (targets.length === 0) return null;
  return `The lines do not show the ${targets.length === 1 ? 'target' : 'targets'} of ${joinNames(targets)}.`;
}

/** Describes a change to reach: "a fall of 10%", "a rise of no more than 2%". */
function describeAim({ figure, isLimit, noun }: ChangeTarget): string {
  if (figure.value === 0) return `no ${noun}`;
  const size = formatValue({ ...figure, value: Math.abs(figure.value ?? 0), isSigned: false });
  return `a ${noun} of ${isLimit ? 'no more than ' : ''}${size}`;
}
