import { formatCount } from '../format/words.js';
import type { Figure } from '../model/figure.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import type { Measure } from '../model/measure.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem, toWarning } from './report-problem.js';
import { findEmptySlots, type Slot } from './find-empty-slots.js';
import { sum } from '../statistics/sum.js';

/** A figure that is missing from the data. */
type Gap = Slot & {
  /** The figure belongs to the period that a printed change is measured from. */
  isEarlier: boolean;
};

/**
 * Finds figures that are missing without a reason and are not marked as to come. It looks at the measures that the paper prints, in the
 * paper's period and in the period that a printed change is measured from.
 */
export function checkPeriodFigures(paper: CheckablePaper): Problem[] {
  const { inputs, indicators, document } = paper;
  const printed = listPrintedFigures(document).map(({ figure }) => figure);
  const gaps = inputs.measures.flatMap((measure): Gap[] => {
    const ownFigures = printed.filter(({ id }) => id === measure.id || id.startsWith(`${measure.id}.`));
    if (ownFigures.length === 0) return [];
    const change = indicators.measures[measure.id]?.change;
    const isCompared = change && ownFigures.some((figure) => isPartOfChange(figure, measure, change.from));
    return [
      ...findEmptySlots(measure, inputs.period, paper).map((slot) => ({ ...slot, isEarlier: false })),
      ...(isCompared ? findEmptySlots(measure, change.earlier, paper) : []).map((slot) => ({
        ...slot,
        isEarlier: true,
      })),
    ];
  });
  return [...new Set(gaps.map(({ file }) => file))].map((file) => {
    const isThere = inputs.files.some(({ path }) => path === file);
    const problem = describeGaps(
      file,
      isThere,
      gaps.filter((gap) => gap.file === file),
    );
    return inputs.paper.status === 'final' ? problem : toWarning(problem);
  });
}

/** Returns true for a change, and for its earlier figure. That figure has the same id as the current one, so reasons are compared. */
function isPartOfChange({ id, value, reason }: Figure, measure: Measure, from: Figure): boolean {
  if (id === measure.id) return value === null && from.value === null && reason === from.reason;
  return id === `${measure.id}.change` || id === `${measure.id}.percent-change`;
}

/** Makes one problem for all gaps of a file. */
function describeGaps(file: string, isThere: boolean, gaps: Gap[]): Problem {
  const sections = new Map<string, Set<string>>();
  for (const { section, key } of gaps) sections.set(section, (sections.get(section) ?? new Set()).add(key));
  const count = sum([...sections.values()].map((keys) => keys.size));
  const use = gaps.every(({ isEarlier }) => isEarlier)
    ? 'that printed changes are measured from'
    : 'that the paper prints';
  const missing = `${formatCount(count, 'figure')} ${use}`;
  return reportProblem(
    'period-has-figures',
    { file, line: 1, column: 1 },
    isThere ? `the file lacks ${missing}` : `the file is missing. It must have ${missing}`,
    {
      expected: [...sections].map(([name, keys]) => `${name}: ${[...keys].join(', ')}`).join('; '),
      hint: describeExemption(gaps),
    },
  );
}

/** Explains how to state that there is no figure. */
function describeExemption(gaps: Gap[]): string {
  const switchedOff = 'switched-off: { period-has-figures: … } in the paper, with the reason';
  const single = gaps.find(({ reasonUnder }) => reasonUnder !== null);
  return single
    ? `If one was not published, say so: ${single.key}: { value: null, reason: … } under ${single.reasonUnder ?? ''}:. If none was: ${switchedOff}.`
    : `If it was not published, say so: ${switchedOff}.`;
}
