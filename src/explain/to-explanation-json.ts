import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import type { PrintedFigure } from '../model/list-printed-figures.js';
import type { Explanation, FigureExplanation, LabelExplanation } from './explanation.js';

type Json = Record<string, unknown>;

/** Converts an explanation to JSON. Percentages and points are fractions in `value`. */
export function toExplanationJson(explanation: Explanation): Json {
  switch (explanation.kind) {
    case 'figure':
      return toFigureExplanation(explanation);
    case 'label':
      return toLabelExplanation(explanation);
    case 'data-set':
    case 'cell':
      return { ...explanation };
    default:
      return explanation satisfies never;
  }
}

function toFigureExplanation({ figure, printed, ...rest }: FigureExplanation): Json {
  return {
    ...rest,
    figure: toFigureJson(figure),
    printedAs: [...new Set(printed.map(({ text }) => text))],
    printed: printed.map(toPrintedJson),
  };
}

function toLabelExplanation({ printed, ...rest }: LabelExplanation): Json {
  return {
    ...rest,
    printed: printed.map((entry) => ({
      ...toPrintedJson(entry),
      figure: entry.figure.id,
      place: entry.figure.place,
    })),
  };
}

function toFigureJson({ inputs, ...figure }: Figure): Json {
  return { ...figure, rounded: formatValue(figure), ...(inputs && { inputs: inputs.map(toFigureJson) }) };
}

function toPrintedJson({ section, location, row, column, anchor, text }: PrintedFigure): Json {
  return { section, where: location, row, column, anchor, text };
}
