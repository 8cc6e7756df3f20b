import { formatDate, isDate } from '../../format/dates.js';
import { readPeriod } from '../../format/read-period.js';
import { joinNames } from '../../format/words.js';
import type { DataCell, DataColumn, NumberType } from '../../model/data-set.js';
import { TO_COME, type Figure } from '../../model/figure.js';
import { findMark, MARKS, type Mark } from '../../model/mark.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { toFigureValue } from '../../model/published-value.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { RawCell } from './raw-table.js';

/** A figure of a data set without its value. */
export type FigureFrame = Pick<Figure, 'id' | 'label' | 'period' | 'place' | 'source' | 'owner' | 'due'>;

/** Reads a cell by the type of its column. */
export function parseCell(raw: RawCell, column: DataColumn, frame: FigureFrame): Checked<DataCell> {
  const text = raw.shown ?? raw.text;
  switch (column.type) {
    case 'text':
    case null:
      // The day of a promise may be in words, such as "Every six months", so its column may hold text.
      return { value: { kind: 'text', text: column.role ? formatDay(text) : text }, problems: [] };
    case 'markdown':
      return { value: { kind: 'markup', markup: { text, place: raw.place } }, problems: [] };
    case 'date':
      if (raw.text !== '') return parseDates(raw);
      // What is not done yet is not to come.
      return column.role === 'done' ? { value: { kind: 'text', text: '' }, problems: [] } : toCome(frame);
    case 'scale':
      return raw.text === '' ? toCome(frame) : parseStep(raw, column);
    case 'count':
    case 'number':
    case 'percent':
    case 'points':
    case 'pounds':
      return parseFigure(raw, column, column.type, frame);
    default:
      return column.type satisfies never;
  }
}

/** A date or a step that is still to come is counted with the figures to come. */
function toCome(frame: FigureFrame): Checked<DataCell> {
  return { value: makeCellToCome('number', frame), problems: [] };
}

/** Makes the cell of a figure that is still to come. */
export function makeCellToCome(unit: NumberType, frame: FigureFrame): DataCell {
  return { kind: 'figure', figure: { ...frame, unit, value: null, reason: TO_COME }, mark: null };
}

function parseFigure(
  raw: RawCell,
  column: DataColumn,
  unit: NumberType,
  frame: FigureFrame,
): Checked<DataCell> {
  const { number, mark } = splitMark(raw);
  if (mark !== null && !MARKS[mark].hasValue) {
    if (number !== '')
      return { value: makeCellToCome(unit, frame), problems: [reportMarkWithValue(raw, mark)] };
    const reason = mark === 'not available' ? {} : { reason: mark };
    return {
      value: { kind: 'figure', figure: { ...frame, unit, value: null, ...reason }, mark },
      problems: [],
    };
  }
  if (number === '') return { value: makeCellToCome(unit, frame), problems: [] };
  const typed = parseNumber(number, unit);
  const misfit = typed === null ? reportNoNumber(raw, unit) : findMisfit(raw, typed.value, unit);
  if (typed === null || misfit)
    return { value: makeCellToCome(unit, frame), problems: misfit ? [misfit] : [] };
  const figure: Figure = {
    ...frame,
    unit,
    value: toFigureValue(typed.value, unit),
    places: column.places ?? (raw.shown === undefined ? typed.places : countPlaces(raw.shown)),
    ...(mark !== null && { note: mark }),
  };
  return { value: { kind: 'figure', figure, mark }, problems: [] };
}

/** Splits "62 [p]" into its number and its mark. */
function splitMark({ text, mark }: RawCell): { number: string; mark: Mark | null } {
  if (mark !== null) return { number: text, mark };
  const whole = findMark(text);
  if (whole !== null) return { number: '', mark: whole };
  const [, number = text, symbol = ''] = /^(.*?)\s*(\[[a-z]+\])$/i.exec(text) ?? [];
  const found = findMark(symbol);
  return found === null ? { number: text, mark: null } : { number, mark: found };
}

/** A number as typed, with its decimal places. */
interface TypedNumber {
  value: number;
  places: number;
}

/**
 * Parses a number as people type it: "8,453", "−3", "(120)" for minus 120, "£5.25" in pounds, "64%" in per cent. Returns null
 * for anything else.
 */
export function parseNumber(text: string, unit: NumberType): TypedNumber | null {
  const isBracketed = /^\(.*\)$/.test(text);
  const bare = (isBracketed ? `-${text.slice(1, -1)}` : text).replace(/[−–]/, '-').replace(/\s/g, '');
  const unsigned = bare
    .replace(unit === 'pounds' ? /^([+-]?)£/ : /^([+-]?)(?!)/, '$1')
    .replace(unit === 'percent' ? /%$/ : /(?!)/, '');
  if (!/^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(unsigned)) return null;
  const number = unsigned.replaceAll(',', '');
  return { value: Number(number), places: /\.(\d+)$/.exec(number)?.[1]?.length ?? 0 };
}

/** Counts the decimal places of the first number in a text. */
function countPlaces(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

const EXPECTED: Record<NumberType, string> = {
  count: 'a whole number, 0 or more, such as 8453',
  number: 'a number, such as 4.5',
  percent: 'a percentage, such as 64 or 64%',
  points: 'a difference in percentage points, such as -3',
  pounds: 'an amount in pounds, such as 5250 or £5.25',
};

function reportNoNumber({ text, place }: RawCell, unit: NumberType): Problem {
  return makeError('value-fits', place, `"${text}" is not a number`, {
    expected: EXPECTED[unit],
    hint: 'Leave the cell empty while the figure is to come, or write why there is none: not available, confidential.',
  });
}

function findMisfit({ text, place }: RawCell, value: number, unit: NumberType): Problem | null {
  if (unit !== 'count' || (Number.isInteger(value) && value >= 0)) return null;
  return makeError('value-fits', place, `${text} is not a count`, {
    expected: EXPECTED.count,
    hint: 'If it is right, set type: number for this column in data/datasets.yaml.',
  });
}

function reportMarkWithValue({ text, place }: RawCell, mark: Mark): Problem {
  return makeError('value-fits', place, `${text} has a value, and is marked as ${mark}`, {
    expected: 'either a value or this mark',
  });
}

/** Parses one or several days or times, as numbers or in words: "2025-07-03", "3 July 2025; 10 July 2025", "June 2025". */
function parseDates({ text, place }: RawCell): Checked<DataCell> {
  const days = text.split(/\s*;\s*/).map(formatDay);
  const isTime = days.every((day) => readPeriod(day) !== null);
  const problem = makeError('value-fits', place, `"${text}" is not a date`, {
    expected: 'a day that exists, as 2025-07-03, 03/07/2025 or 3 July 2025; or a time, such as June 2025',
    hint: 'Separate several dates by semicolons.',
  });
  return {
    value: { kind: 'text', text: isTime ? joinNames(days) : text },
    problems: isTime ? [] : [problem],
  };
}

/** Writes a day in numbers in words. Other texts stay as they are. */
function formatDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? formatDate(iso) : text;
}

function parseStep({ text, place }: RawCell, { steps }: DataColumn): Checked<DataCell> {
  const typed = text.toLowerCase();
  const step = steps.find(({ id, label }) => id === typed || label.toLowerCase() === typed);
  if (step) return { value: { kind: 'step', step }, problems: [] };
  const advice = adviseOnName(
    typed,
    steps.map(({ id }) => id),
  );
  return {
    value: { kind: 'text', text },
    problems: [makeError('value-fits', place, `"${text}" is not a step of the scale`, advice)],
  };
}
