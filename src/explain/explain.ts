import { capitalise } from '../format/words.js';
import { explainTypedNumber } from '../model/explain-typed-number.js';
import { formatPlace } from '../model/problem.js';
import { suggestName } from '../model/suggest-name.js';
import { hasTypedNumber, parseTypedNumber } from '../model/typed-number.js';
import { collectFigures, toFigureId } from './collect-figures.js';
import { explainCell } from './explain-cell.js';
import { explainDataSet } from './explain-data-set.js';
import { explainFigure } from './explain-figure.js';
import { explainLabel } from './explain-label.js';
import type { Explainable, Explanation } from './explanation.js';
import { listParts, type Part } from '../model/list-parts.js';

/** The explanations of a name, which can be a data set, a figure, a label, or several of them. Null for an unknown name. */
export type ExplainResult =
  /** `advice` says which label a number such as "Table 2" means. Null for a name. */
  | { explanations: Explanation[]; advice: string | null }
  /** A number such as "paragraph 14" that several parts have, or one without a label. */
  | { explanations: null; unclear: string }
  /** `namesWithin` are the known names that contain the unknown one. */
  | { explanations: null; namesWithin: string[]; hint: string | undefined };

/** Explains a name: a data set, the id of a figure, the path that templates use for it, a label, or a number such as "Table 2". */
export function explain(name: string, paper: Explainable): ExplainResult {
  const figures = collectFigures(paper);
  const id = toFigureId(name);
  const figure = figures.get(name) ?? figures.get(id) ?? figures.get(`facts.${name}`);
  const set = paper.indicators.dataSets[toDataSetId(name)];
  const explanations = [
    set && explainDataSet(set, paper.problems),
    figure ? explainFigure(figure, paper) : explainCell(name, paper),
    explainLabel(name, paper),
  ].filter((explanation) => explanation !== undefined && explanation !== null);
  if (explanations.length > 0) return { explanations, advice: null };
  const numbered = explainNumber(name, paper);
  if (numbered) return numbered;
  const known = [
    ...new Set([
      ...Object.keys(paper.indicators.dataSets),
      ...figures.keys(),
      ...listParts(paper).flatMap(({ label: known }) => known ?? []),
    ]),
  ];
  return {
    explanations: null,
    namesWithin: known.filter((candidate) => candidate.toLowerCase().includes(id.toLowerCase())),
    hint: suggestName(id, known),
  };
}

/** Returns the name of a data set without the `data.` that templates write before it. */
export function toDataSetId(name: string): string {
  return name.replace(/^data\./, '');
}

/** Explains the part that has a number. Null if the name is not the number of a part. */
function explainNumber(name: string, paper: Explainable): ExplainResult | null {
  const typed = parseTypedNumber(name, paper.inputs.template.words);
  if (!typed) return null;
  const parts = listParts(paper).filter((part) => hasTypedNumber(part, typed));
  const labelled = parts.flatMap(({ label, sectionName }) =>
    label === null ? [] : [{ label, section: sectionName }],
  );
  if (labelled.length === 0)
    return parts[0] ? { explanations: null, unclear: explainUnlabelled(name, parts[0]) } : null;
  const { message, expected } = explainTypedNumber(name, labelled);
  const [first] = labelled.length === 1 ? labelled : [];
  const explanation = first ? explainLabel(first.label, paper) : null;
  return explanation
    ? { explanations: [explanation], advice: `${message}: write ${expected}` }
    : { explanations: null, unclear: `${message}: write ${expected}` };
}

function explainUnlabelled(name: string, { kind, place }: Part): string {
  return kind === 'paragraph'
    ? `${capitalise(name)} has no label. To cite it, begin it with {{label "a-name"}}: ${formatPlace(place)}`
    : `${capitalise(name)} cannot be cited: ${formatPlace(place)}`;
}
