import type { Table } from '../../model/blocks/table.js';
import { hasOneCell } from '../../model/has-one-cell.js';
import { toPlainText } from '../../model/inline.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { sum } from '../../statistics/sum.js';
import { measureLetters } from '../text/letter-widths.js';
import { countTableLines, measureWords } from './count-table-lines.js';
import { findLeftPadding, findPadding, findTypeSize } from './table-layout.js';

/** Bold letters are wider than those that are measured. */
const BOLD_ALLOWANCE = 1.06;
/** Letters of another typeface differ from those that are measured, also where their average is known. */
const TYPEFACE_ALLOWANCE = 1.12;
/** A column does not ask for a longer line than this, as a multiple of the type size. */
const LONGEST_LINE = { text: 24, figures: 8, headingOfFigures: 5, spacious: 9 };
/** Spare points on top of the longest word and of the longest line. */
const SPARE = { word: 2, line: 4 };

/**
 * The widths in points that a column needs. `forFigures` keeps figures such as "+1.2 to +2.8" on one line. With the extra width each
 * cell fits into one line, up to a limit. With `comfort` on top, the headings of figures do too.
 */
interface WidthRequest {
  minimum: number;
  forFigures: number;
  extra: number;
  comfort: number;
  isText: boolean;
}

/**
 * Returns each column's width in points. A column gets room for its longest word and a share of the rest. If
 * the columns need less than the table's width, headings get room for one line, and the text columns the remainder.
 */
export function computeColumnWidths(table: Table, theme: Theme): number[] {
  return planWidths(table, measureTable(table, theme));
}

/** The shares of the rest that may go to whole lines of figures and their headings, before all columns share what is left. */
const SHARES_OF_WHOLE_LINES = [0, 0.25, 0.5, 1];

/** Returns the plan that gives the table the fewest lines. */
function planWidths(table: Table, measured: MeasuredTable): number[] {
  const words = measureWords(table, BOLD_ALLOWANCE);
  const [first, ...others] = SHARES_OF_WHOLE_LINES.map((share) => {
    const widths = planWidthsWith(share, table, measured);
    return { widths, lines: countTableLines(words, widths, measured.size) };
  });
  return others.reduce((best, plan) => (best && plan.lines < best.lines ? plan : best), first)?.widths ?? [];
}

function planWidthsWith(share: number, table: Table, { requests, available }: MeasuredTable): number[] {
  const fitted = fitRequests(requests, available, share);
  const comfort = pickSmallest(
    requests.map((request) => request.comfort),
    available - sum(fitted),
  );
  const widths = fitted.map((width, index) => width + (comfort[index] ?? 0));
  return addRemainder(widths, Math.max(0, available - sum(widths)), table);
}

/** Finds the columns that are narrower than one of their words, by index. */
export function findNarrowColumns(table: Table, theme: Theme): Set<number> {
  const measured = measureTable(table, theme);
  const isNarrow = (width: number, index: number): boolean =>
    width < (measured.requests[index]?.minimum ?? 0) * BREAKING_SHARE - SPARE.word;
  return new Set(
    planWidths(table, measured).flatMap((width, index) => (isNarrow(width, index) ? [index] : [])),
  );
}

/** The share of the planned width at which words surely break: plans allow for bold letters. */
const BREAKING_SHARE = 0.94;

/** Returns the width in points that a table needs beyond the page, so that no word breaks. 0 if it fits. */
export function computeOverflow(table: Table, theme: Theme): number {
  const { requests, available } = measureTable(table, theme);
  return Math.max(0, sum(requests.map(({ minimum }) => minimum)) * BREAKING_SHARE - available);
}

interface MeasuredTable {
  requests: WidthRequest[];
  /** The width for the text of all columns, in points. */
  available: number;
  /** The type size in points, with the allowances of the typeface. */
  size: number;
}

function measureTable(table: Table, theme: Theme): MeasuredTable {
  const { columns } = table;
  const paddings = columns.map(
    (_column, index) => findLeftPadding(columns, index, theme) + findPadding(columns, theme),
  );
  const { width, hashes } = theme.typeface;
  const size = findTypeSize(columns, theme) * width * (hashes === null ? 1 : TYPEFACE_ALLOWANCE);
  return {
    requests: columns.map((_column, index) => measureColumn(table, index, size)),
    available: computeTextWidth(theme) - sum(paddings),
    size,
  };
}

/** `size` is the type size in points, with the allowances of the typeface. */
function measureColumn({ columns, rows }: Table, index: number, size: number): WidthRequest {
  const heading = toPlainText(columns[index]?.heading ?? []);
  const cells = rows.filter((row) => !hasOneCell(row)).map((row) => toPlainText(row.cells[index] ?? []));
  const texts = [heading, ...cells];
  const minimum = findWidest(texts.flatMap((text) => text.split(' '))) * BOLD_ALLOWANCE * size + SPARE.word;
  const measureLine = (width: number): number => Math.max(0, width * size + SPARE.line - minimum);
  if (columns[index]?.align === 'left')
    return {
      minimum,
      forFigures: 0,
      extra: measureLine(Math.min(LONGEST_LINE.text, findWidest(texts))),
      comfort: 0,
      isText: true,
    };
  const widestFigure = findWidest(cells.filter((text) => /\d/.test(text)));
  const forFigures = measureLine(Math.min(LONGEST_LINE.figures, widestFigure * BOLD_ALLOWANCE));
  const widest = findWidest(texts);
  const extra = Math.max(0, measureLine(Math.min(LONGEST_LINE.headingOfFigures, widest)) - forFigures);
  const spacious = measureLine(Math.min(LONGEST_LINE.spacious, widest * BOLD_ALLOWANCE));
  return { minimum, forFigures, extra, comfort: Math.max(0, spacious - forFigures - extra), isText: false };
}

/** Returns the width of the widest text, as a multiple of the type size. */
function findWidest(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, measureLetters(text)), 0);
}

/** Shrinks the columns when not even the minimum fits: first in proportion, while no word breaks, and then the widest. */
function fitRequests(requests: WidthRequest[], available: number, shareOfWholeLines: number): number[] {
  const minimum = sum(requests.map((request) => request.minimum));
  if (minimum * BREAKING_SHARE >= available)
    return capWidths(
      requests.map((request) => request.minimum * BREAKING_SHARE),
      available,
    );
  const forFigures = sum(requests.map((request) => request.forFigures));
  // Words have a reserve, which figures on one line may use.
  const wordShare = Math.min(1, Math.max(BREAKING_SHARE, (available - forFigures) / minimum));
  const figureShare = Math.min(1, (available - minimum * wordShare) / Math.max(forFigures, 1));
  const widths = requests.map((request) => request.minimum * wordShare + request.forFigures * figureShare);
  const rest = Math.max(0, available - sum(widths));
  return shareRest(widths, requests, rest, rest * shareOfWholeLines);
}

/** Gives columns their extra width. Whole lines of figures come first, up to a limit: part of what they need would not help them. */
function shareRest(
  widths: number[],
  requests: readonly WidthRequest[],
  rest: number,
  limit: number,
): number[] {
  const wanted = requests.map(({ extra }) => extra);
  const whole = pickSmallest(
    requests.map(({ extra, isText }) => (isText ? Infinity : extra)),
    limit,
  );
  const left = rest - sum(whole);
  const unmet = sum(wanted) - sum(whole);
  const share = Math.min(1, left / Math.max(unmet, 1));
  return widths.map((width, index) => {
    const given = whole[index] ?? 0;
    return width + given + ((wanted[index] ?? 0) - given) * share;
  });
}

/** Returns the smallest numbers whose sum is within the limit, each at its place, and 0 at the others. */
function pickSmallest(numbers: readonly number[], limit: number): number[] {
  const picked = numbers.map(() => 0);
  let rest = limit;
  const ascending = numbers
    .map((number, index) => ({ number, index }))
    .toSorted((a, b) => a.number - b.number);
  for (const { number, index } of ascending) {
    if (number > rest) break;
    picked[index] = number;
    rest -= number;
  }
  return picked;
}

/** Cuts the widest columns to one width, so that all columns fit. Only the words in those columns break. */
function capWidths(widths: number[], available: number): number[] {
  const ascending = widths.toSorted((a, b) => a - b);
  let rest = available;
  let count = ascending.length;
  for (const width of ascending) {
    if (width * count > rest) break;
    rest -= width;
    count--;
  }
  const cap = rest / Math.max(1, count);
  return widths.map((width) => Math.min(width, cap));
}

/**
 * Gives the remainder to all columns of a table of words. In other tables, the text column before the figures
 * gets it.
 */
function addRemainder(widths: number[], remainder: number, { columns }: Table): number[] {
  const total = sum(widths);
  if (columns.every(({ align }) => align === 'left'))
    return widths.map((width) => width + (remainder * width) / total);
  const textColumn = columns.findIndex(
    ({ align }, index) => align === 'left' && columns[index + 1]?.align !== 'left',
  );
  return widths.map((width, index) => width + (index === textColumn ? remainder : 0));
}
