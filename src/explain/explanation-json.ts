import { formatValue } from '../format.js';
import type { Figure } from '../model/figure.js';
import type { PrintedFigure } from '../model/list-printed-figures.js';
import type { Explanation } from './explanation.js';

/** An explanation for other programs. Percentages and points are fractions in `value`. */
export function explanationJson(explanation: Explanation): Record<string, unknown> {
  const { printed, ...rest } = explanation;
  const places = printed.map(printedJson);
  return 'figure' in rest
    ? {
        ...rest,
        figure: figureJson(rest.figure),
        printedAs: [...new Set(printed.map(({ text }) => text))],
        printed: places,
      }
    : {
        ...rest,
        printed: printed.map((one) => ({
          ...printedJson(one),
          figure: one.figure.id,
          place: one.figure.place,
        })),
      };
}

function figureJson({ inputs, ...figure }: Figure): Record<string, unknown> {
  return { ...figure, rounded: formatValue(figure), ...(inputs && { inputs: inputs.map(figureJson) }) };
}

function printedJson({
  section,
  location,
  row,
  column,
  anchor,
  text,
}: PrintedFigure): Record<string, unknown> {
  return { section, where: location, row, column, anchor, text };
}
