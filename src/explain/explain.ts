import { suggestName } from '../model/suggest-name.js';
import type { Explainable, Explanation } from './explanation.js';
import { explainFigure } from './explain-figure.js';
import { explainLabel, labelsOf } from './explain-label.js';
import { figureName, findFigures } from './find-figures.js';

/** What a name stands for: a figure, a label, or one of each. Where nothing has it, the names that it may be a slip for. */
export type Explained =
  { found: Explanation[] } | { found: null; partly: string[]; hint: string | undefined };

/** Explains a figure by its id, or as templates write it, and a label by itself. */
export function explain(name: string, paper: Explainable): Explained {
  const figures = findFigures(paper);
  const figure = figures.get(name) ?? figures.get(figureName(name)) ?? figures.get(`facts.${name}`);
  const label = explainLabel(name, paper);
  if (figure || label)
    return { found: [...(figure ? [explainFigure(figure, paper)] : []), ...(label ? [label] : [])] };
  const known = [...new Set([...figures.keys(), ...labelsOf(paper)])];
  const wanted = figureName(name).toLowerCase();
  return {
    found: null,
    partly: known.filter((one) => one.toLowerCase().includes(wanted)),
    hint: suggestName(figureName(name), known),
  };
}
