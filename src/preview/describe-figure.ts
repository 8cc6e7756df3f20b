import { formatDesignEffect } from '../format/design-effect.js';
import { formatNumber } from '../format/numbers.js';
import { formatExactValue, formatInterval, formatValue } from '../format/figures.js';
import type { Document } from '../model/document.js';
import { listBlocks } from '../model/list-sections.js';
import { listInlineRuns } from '../model/blocks/block.js';
import { walkInlines } from '../model/inline.js';
import type { Figure } from '../model/figure.js';
import { formatPlace, type Place } from '../model/problem.js';
import type { FigureFacts } from './preview-state.js';

/** Maps every printed figure by its mark on the page: its id and its place. */
export function mapFiguresByMark(document: Document): Map<string, Figure> {
  const runs = [
    ...document.header.fields.map(({ value }) => value),
    ...listBlocks(document).flatMap(listInlineRuns),
  ];
  return new Map(
    runs.flatMap((run) =>
      [...walkInlines(run)].flatMap((inline) =>
        inline.kind === 'value' && inline.figure ? [[getMark(inline.figure), inline.figure] as const] : [],
      ),
    ),
  );
}

function getMark({ id, place }: Figure): string {
  return `${id} ${formatPlace(place)}`;
}

/** Describes a figure for an author: its exact value, its inputs and its source. */
export function describeFigure(figure: Figure, canEdit: boolean): FigureFacts {
  const { id, label, base, period, formula, source, assumed, place } = figure;
  const rows: [string, string | null | undefined, (Place[] | undefined)?][] = [
    ['Printed', formatValue(figure)],
    ['Exact value', formatExactValue(figure)],
    ['Name', id],
    ['Interval', formatInterval(figure)],
    ['Base', base === undefined ? null : formatNumber(base)],
    ['Design effect', formatDesignEffect(figure)],
    ['Period', period],
    ['Formula', formula],
    [
      'Computed from',
      figure.inputs?.map(describeInput).join('\n'),
      figure.inputs?.map((input) => input.place),
    ],
    ['Source', source === '' ? 'to come' : source],
    ['Assumed', assumed],
    ['File', formatPlace(place), [place]],
  ];
  return {
    editable: canEdit ? listEditable(figure) : [],
    isComputed: isComputed(figure),
    title: label,
    rows: rows.flatMap(([name, text, places]) =>
      text === null || text === undefined ? [] : [{ name, text, ...(places && { places }) }],
    ),
  };
}

/** Lists the typed figures that decide on a figure: itself, or those that it is computed from, however deep. Each place is listed once. */
function listEditable(figure: Figure): FigureFacts['editable'] {
  const typed = listTyped(figure).map(({ label, period, place }) => ({
    words: period === undefined ? label : `${label}, ${period}`,
    place,
  }));
  return [...new Map(typed.map((input) => [formatPlace(input.place), input])).values()];
}

function isComputed({ inputs = [] }: Figure): boolean {
  return inputs.length > 0;
}

function listTyped(figure: Figure): Figure[] {
  return isComputed(figure) ? (figure.inputs ?? []).flatMap(listTyped) : [figure];
}

/** Describes an input of a formula in one line: its label, its exact value and its place. */
function describeInput(input: Figure): string {
  const period = input.period === undefined ? '' : `, ${input.period}`;
  return `${input.label}${period}: ${formatExactValue(input)} (${formatPlace(input.place)})`;
}
