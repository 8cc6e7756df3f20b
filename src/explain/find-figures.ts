import { isFigure, type Figure } from '../model/figure.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import type { Explainable } from './explanation.js';

/**
 * Every figure behind a paper by its id: those of its quarter, what is computed from them, what that is computed from, and
 * those that the text states itself. Of figures that share an id, as a measure's do in several quarters, the paper's own.
 */
export function findFigures({ inputs, indicators, document }: Explainable): Map<string, Figure> {
  const { facts } = inputs.history.at(-1) ?? { facts: {} };
  const figures = new Map<string, Figure>();
  const own = [
    indicators.measures,
    indicators.rankings,
    indicators.shares,
    facts,
    inputs.surveys,
    listPrintedFigures(document).map(({ figure }) => figure),
  ];
  for (const figure of own.flatMap((one) => [...figuresWithin(one)]))
    if (!figures.has(figure.id)) figures.set(figure.id, figure);
  for (const figure of [...figures.values()].flatMap((one) => [...figuresWithin(one.inputs ?? [])]))
    if (!figures.has(figure.id)) figures.set(figure.id, figure);
  return figures;
}

/** The figures in plain data, the nearest first. */
function* figuresWithin(value: unknown): Generator<Figure> {
  if (typeof value !== 'object' || value === null) return;
  if (isFigure(value)) {
    yield value;
    yield* figuresWithin(value.inputs ?? []);
    return;
  }
  for (const inner of Object.values(value)) yield* figuresWithin(inner);
}

/** The name of a figure as data know it, from one as templates write it: `measures.confidence.change` is `confidence.change`. */
export function figureName(name: string): string {
  return name.replace(/^(?:measures|rankings|shares)\./, '').replace(/\.(?:value|figure)$/, '');
}
