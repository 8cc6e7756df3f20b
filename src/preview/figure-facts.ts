import { formatInterval, formatNumber, formatValue } from '../format.js';
import type { Document } from '../model/document.js';
import { listInlineRuns } from '../model/blocks/block.js';
import { walkInlines } from '../model/inline.js';
import type { Figure } from '../model/figure.js';
import type { Place } from '../model/problem.js';
import type { FigureFacts } from './preview-state.js';

/** Every figure that the paper prints, by what the page marks it with: its id and its place. */
export function figuresByMark(document: Document): Map<string, Figure> {
  const runs = [
    ...document.header.fields.map(({ value }) => value),
    ...[...document.sections, ...document.appendices].flatMap(({ blocks }) =>
      blocks.flatMap((block) => [...listInlineRuns(block)]),
    ),
  ];
  return new Map(
    runs.flatMap((run) =>
      [...walkInlines(run)].flatMap((inline) =>
        inline.kind === 'value' && inline.figure ? [[markOf(inline.figure), inline.figure] as const] : [],
      ),
    ),
  );
}

function markOf({ id, place }: Figure): string {
  return `${id} ${placeText(place)}`;
}

/** What stands behind a figure, in an author's words. */
export function figureFacts(figure: Figure): FigureFacts {
  const { id, label, base, designEffect, period, formula, source, assumed, place } = figure;
  const rows: [string, string | null | undefined][] = [
    ['Printed', formatValue(figure)],
    ['Exact value', exactValue(figure)],
    ['Name', id],
    ['Interval', formatInterval(figure)],
    ['Base', base === undefined ? null : formatNumber(base)],
    ['Design effect', designEffect === undefined ? null : String(Number(designEffect.toPrecision(6)))],
    ['Period', period],
    ['Formula', formula],
    ['Worked out from', figure.inputs?.map(inputText).join('\n')],
    ['Source', source === '' ? 'to come' : source],
    ['Assumed', assumed],
    ['File', placeText(place)],
  ];
  return {
    title: label,
    rows: rows.flatMap(([name, text]) => (text === null || text === undefined ? [] : [{ name, text }])),
  };
}

/** An input of a formula on a line of its own: what it is, its exact value, and where it stands. */
function inputText(input: Figure): string {
  const period = input.period === undefined ? '' : `, ${input.period}`;
  return `${input.label}${period}: ${exactValue(input)} (${placeText(input.place)})`;
}

/** The value before any rounding; shares in per cent, as the data holds them. */
function exactValue({ value, unit, reason }: Figure): string {
  if (value === null) return `none: ${reason ?? 'not available'}`;
  const digits = (number: number): string => String(Number(number.toPrecision(12)));
  if (unit === 'percent') return `${digits(value * 100)}%`;
  return unit === 'points' ? `${digits(value * 100)} percentage points` : digits(value);
}

function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
