import { suggestName } from '../model/suggest-name.js';
import { collectFigures, toFigureId } from './collect-figures.js';
import { explainFigure } from './explain-figure.js';
import { explainLabel } from './explain-label.js';
import type { Explainable, Explanation } from './explanation.js';
import { listLabels } from './list-labels.js';

/** The explanations of a name, which can be a figure, a label, or both. Null for an unknown name. */
export type ExplainResult =
  | { explanations: Explanation[] }
  /** `namesWithin` are the known names that contain the unknown one. */
  | { explanations: null; namesWithin: string[]; hint: string | undefined };

/** Explains a name: the id of a figure, the path that templates use for it, or a label. */
export function explain(name: string, paper: Explainable): ExplainResult {
  const figures = collectFigures(paper);
  const id = toFigureId(name);
  const figure = figures.get(name) ?? figures.get(id) ?? figures.get(`facts.${name}`);
  const label = explainLabel(name, paper);
  if (figure || label)
    return { explanations: [...(figure ? [explainFigure(figure, paper)] : []), ...(label ? [label] : [])] };
  const known = [...new Set([...figures.keys(), ...listLabels(paper)])];
  return {
    explanations: null,
    namesWithin: known.filter((candidate) => candidate.toLowerCase().includes(id.toLowerCase())),
    hint: suggestName(id, known),
  };
}
