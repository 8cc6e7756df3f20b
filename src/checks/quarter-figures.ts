import type { Figure } from '../model/figure.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import type { Measure } from '../model/measure.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { counted, found, inDraft } from './found.js';
import { emptySlots, type Slot } from './empty-slots.js';
import { sum } from '../statistics/sum.js';

/** A figure that is not on file. `earlier`: a printed change is measured from it. */
type Gap = Slot & { earlier: boolean };

/**
 * Figures that nobody has entered: neither as a value, nor as one to come, nor with the reason why there is none. Looked for are
 * those of the measures that the paper prints, of its own quarter and of the period that a printed change is measured from.
 */
export function checkQuarterFigures(paper: Checkable): Problem[] {
  const { inputs, indicators, document } = paper;
  const printed = listPrintedFigures(document).map(({ figure }) => figure);
  const gaps = inputs.measures.flatMap((measure): Gap[] => {
    const own = printed.filter(({ id }) => id === measure.id || id.startsWith(`${measure.id}.`));
    if (own.length === 0) return [];
    const change = indicators.measures[measure.id]?.change;
    const isCompared = change && own.some((figure) => isOfChange(figure, measure, change.from));
    return [
      ...emptySlots(measure, inputs.quarter, paper).map((slot) => ({ ...slot, earlier: false })),
      ...(isCompared ? emptySlots(measure, change.earlier, paper) : []).map((slot) => ({
        ...slot,
        earlier: true,
      })),
    ];
  });
  return [...new Set(gaps.map(({ file }) => file))].map((file) => {
    const isThere = inputs.files.some(({ path }) => path === file);
    const problem = inFile(
      file,
      isThere,
      gaps.filter((gap) => gap.file === file),
    );
    return inputs.paper.status === 'final' ? problem : inDraft(problem);
  });
}

/** The earlier figure itself is known by its reason: the quarter's own has the same name. */
function isOfChange({ id, value, reason }: Figure, measure: Measure, from: Figure): boolean {
  if (id === measure.id) return value === null && from.value === null && reason === from.reason;
  return id === `${measure.id}.change` || id === `${measure.id}.percent-change`;
}

/** One problem for all that a file lacks. */
function inFile(file: string, isThere: boolean, gaps: Gap[]): Problem {
  const sections = new Map<string, Set<string>>();
  for (const { section, key } of gaps) sections.set(section, (sections.get(section) ?? new Set()).add(key));
  const count = sum([...sections.values()].map((keys) => keys.size));
  const use = gaps.every(({ earlier }) => earlier)
    ? 'that printed changes are measured from'
    : 'that the paper prints';
  const lost = `${counted(count, 'figure', 'figures')} ${use}`;
  return found(
    'quarter-has-figures',
    { file, line: 1, column: 1 },
    isThere ? `the file lacks ${lost}` : `the file is missing, and with it ${lost}`,
    {
      expected: [...sections].map(([name, keys]) => `${name}: ${[...keys].join(', ')}`).join('; '),
      hint: declaration(gaps),
    },
  );
}

/** How the author says that there is no figure to enter. */
function declaration(gaps: Gap[]): string {
  const off = 'switched-off: { quarter-has-figures: … } in the paper, with the reason';
  const single = gaps.find(({ reasonUnder }) => reasonUnder !== null);
  return single
    ? `If one was not published, say so: ${single.key}: { value: null, reason: … } under ${single.reasonUnder ?? ''}:. If none was: ${off}.`
    : `If it was not published, say so: ${off}.`;
}
