import { formatDate, isDate } from '../../format/dates.js';
import { parseDays } from '../../format/parse-days.js';
import { joinNames } from '../../format/words.js';
import type { DataCell, DataColumn } from '../../model/data-set.js';
import { EXEMPT, EXEMPT_SYMBOL } from '../../model/exemption.js';
import { TO_COME, type Figure } from '../../model/figure.js';
import { findMark, MARKS, type Mark } from '../../model/mark.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { toFigureValue } from '../../model/published-value.js';
import { suggestMark } from './suggest-mark.js';
import { shorten } from '../../model/shorten.js';
import { isMoney, parseUnit, type Unit, type UnitParts } from '../../model/unit.js';
import { checkValue } from '../check-value.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { RawCell } from './raw-table.js';

/** A figure of a data set without its value. */
export type FigureFrame = Pick<Figure, 'id' | 'label' | 'period' | 'place' | 'source' | 'owner' | 'due'>;

/** Reads a cell by the type of its column. */
export function parseCell(raw: RawCell, column: DataColumn, frame: FigureFrame): Checked<DataCell> {
  const text = raw.shown ?? raw.text;
  if (raw.text === EXEMPT_SYMBOL && column.type !== 'text' && column.type !== null)
    return { value: makeExemptCell(column.unit ?? 'number', frame), problems: [] };
  switch (column.type) {
    case 'text':
    case null:
      // The day of a promise may be in words, such as "Every six months", so its column may hold text.
      return { value: { kind: 'text', text: column.role ? formatDay(text) : text }, problems: [] };
    case 'markdown':
      return { value: { kind: 'markup', markup: { text, place: raw.place } }, problems: [] };
    case 'date':
      if (raw.text !== '') return parseDates(raw, column);
      // What is not done yet is not to come.
      return column.role === 'done' ? { value: { kind: 'text', text: '' }, problems: [] } : toCome(frame);
    case 'scale':
      return raw.text === '' ? toCome(frame) : parseStep(raw, column);
    case 'measure':
      return raw.text === ''
        ? toCome(frame)
        : { value: { kind: 'measure', measure: text, place: raw.place }, problems: [] };
    case 'paper':
      return parsePaper(raw);
    default:
      return parseFigure(raw, column, column.unit ?? 'number', frame);
  }
}

/** A date or a step that is still to come is counted with the figures to come. */
function toCome(frame: FigureFrame): Checked<DataCell> {
  return { value: makeCellToCome('number', frame), problems: [] };
}

/** Makes the cell that stands for one that the public edition leaves out, whatever its type was. */
function makeExemptCell(unit: Unit, frame: FigureFrame): DataCell {
  return { kind: 'figure', figure: { ...frame, unit, value: null, reason: EXEMPT }, mark: EXEMPT };
}

/** Makes the cell of a figure that is still to come. */
export function makeCellToCome(unit: Unit, frame: FigureFrame): DataCell {
  return { kind: 'figure', figure: { ...frame, unit, value: null, reason: TO_COME }, mark: null };
}

function parseFigure(raw: RawCell, column: DataColumn, unit: Unit, frame: FigureFrame): Checked<DataCell> {
  const { number, mark, was } = splitMark(raw);
  const misplaced = checkRevision(raw, { number, mark, was });
  if (misplaced) return { value: makeCellToCome(unit, frame), problems: [misplaced] };
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
  const { number: bare, margin } = splitMargin(number, raw, unit);
  const typed = parseNumber(bare, unit);
  const earlier = was === null ? null : parseNumber(was, unit);
  if (typed === null || margin === undefined || (was !== null && earlier === null))
    return {
      value: makeCellToCome(unit, frame),
      problems: [reportNoNumber(typed === null || was === null ? raw : { ...raw, text: was }, unit)],
    };
  if (!keepsDigits(bare, typed))
    return { value: makeCellToCome(unit, frame), problems: [reportManyDigits(raw)] };
  const stated = {
    value: typed.value,
    unit,
    isSigned: column.isSigned,
    isConfirmed: column.isConfirmed || raw.isConfirmed === true,
  };
  const misfits = checkValue(stated, raw.place, HINTS[unit === 'count' ? 'count' : 'percent']);
  if (misfits.length > 0) return { value: makeCellToCome(unit, frame), problems: misfits };
  const { id, label, period = '', place, source, owner, due } = frame;
  // Most cells are plain, and a data set may have a million of them: a spread would take most of the time.
  const figure: Figure = {
    id,
    label,
    value: toFigureValue(typed.value, unit),
    unit,
    period,
    place,
    source,
    places: column.places ?? (raw.shown === undefined ? typed.places : countPlaces(raw.shown)),
  };
  if (owner !== undefined) figure.owner = owner;
  if (due !== undefined) figure.due = due;
  if (column.isSigned) figure.isSigned = true;
  if (margin !== null) figure.margin = toFigureValue(margin, unit);
  if (mark !== null) figure.note = mark;
  if (mark === 'revised') figure.revised = raw.revised ?? '';
  if (earlier !== null) figure.revisedFrom = { value: toFigureValue(earlier.value, unit) };
  return { value: { kind: 'figure', figure, mark }, problems: [] };
}

/** The parts of a cell, as typed. */
interface CellParts {
  number: string;
  mark: Mark | null;
  /** The value before a revision. Null if the cell does not state it. */
  was: string | null;
}

/** Splits "62 [p]" into its number and its mark, and "62 [r] was 60" into both numbers. */
function splitMark(raw: RawCell): CellParts {
  const { text, mark, was = null, revised } = raw;
  if (mark !== null) return { number: text, mark, was };
  const whole = findMark(text);
  if (whole !== null) return { number: '', mark: whole, was };
  const [, number = text, symbol = '', earlier] =
    (text.includes('[') && /^(.*?)\s*(\[[a-z]+\])(?:\s*was\s+(.+))?$/i.exec(text)) || [];
  const found = findMark(symbol);
  if (found !== null) return { number, mark: found, was: earlier ?? was };
  return { number: text, mark: was === null && revised === undefined ? null : 'revised', was };
}

/** Only a figure that is marked as revised, or has no other mark, has an earlier value. */
function checkRevision({ place, revised }: RawCell, { number, mark, was }: CellParts): Problem | null {
  if (was === null && revised === undefined) return null;
  if (mark === 'revised' && number !== '') return null;
  const [key, fault] = was === null ? ['revised', 'a reason'] : ['was', 'an earlier value'];
  return makeError('value-fits', place, `a figure with ${fault} for a revision is not marked as revised`, {
    expected: `${key}: beside a value without another mark, or "62 [r] was 60" in a spreadsheet`,
    hint: `Remove ${key}:, or the other mark.`,
  });
}

/** A number as typed, with its decimal places. */
interface TypedNumber {
  value: number;
  places: number;
}

/**
 * Splits the margin of a source from a number: "49 ±2", "49% (±2)". The margin is null if there is none, and undefined if it is
 * no number.
 */
function splitMargin(
  typed: string,
  { margin }: RawCell,
  unit: Unit,
): { number: string; margin: number | null | undefined } {
  if (margin === undefined && !typed.includes('±')) return { number: typed, margin: null };
  const [, number = typed, beside] = /^(.*?)\s*\(?±\s*([^()]*)\)?$/.exec(typed) ?? [];
  const text = margin ?? beside;
  if (text === undefined) return { number, margin: null };
  const value = parseNumber(text, unit)?.value;
  return { number, margin: value !== undefined && value < 0 ? undefined : value };
}

/**
 * Parses a number as people type it: "8,453", "−3", "(120)" for minus 120, "£5.25" in pounds, "£1,250k" in thousands of pounds,
 * "64%" in per cent. Returns null for anything else.
 */
export function parseNumber(text: string, unit: Unit): TypedNumber | null {
  if (/^\d+$/.test(text)) return { value: Number(text), places: 0 };
  const isBracketed = /^\(.*\)$/.test(text);
  const bare = (isBracketed ? `-${text.slice(1, -1).trim()}` : text).replace(/^\s*[−–]/, '-');
  const unsigned = bare
    .replace(isMoney(unit) ? /^([+-]?)\s*£\s*/ : /(?!)/, '$1')
    .replace(SUFFIXES[unit] ?? /(?!)/i, '')
    .trim();
  if (!NUMBER.test(unsigned)) return null;
  const number = unsigned.replace(/[,\s]/g, '');
  return { value: Number(number) + 0, places: /\.(\d+)$/.exec(number)?.[1]?.length ?? 0 }; // no -0
}

/** A number with a sign. Commas or spaces may separate its thousands, and nothing else. */
const NUMBER = /^[+-]?\s?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\s\d{3})+)(?:\.\d+)?$/;

/** The most decimal places that a number can have. */
const MOST_PLACES = 20;

/** The digits that a number of JavaScript always keeps. */
const KEPT_DIGITS = 15;

/** Returns false if a typed number has more digits than a number of JavaScript keeps. */
function keepsDigits(text: string, { value, places }: TypedNumber): boolean {
  if (text.length <= KEPT_DIGITS) return true;
  return places <= MOST_PLACES && listDigits(value.toFixed(places)) === listDigits(text);
}

function listDigits(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+/, '');
}

/** Counts the decimal places of the first number in a text. */
function countPlaces(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** The text that may follow a number in a unit. */
const SUFFIXES: Partial<Record<Unit, RegExp>> = {
  percent: /\s*%$/,
  'pounds thousand': /\s*k$/i,
  'pounds million': /\s*m$/i,
};

const EXPECTED: Record<UnitParts['kind'], string> = {
  count: 'a whole number, 0 or more, such as 8453',
  number: 'a number, such as 4.5',
  percent: 'a percentage, such as 64 or 64%',
  points: 'a difference in percentage points, such as -3',
  pounds: 'an amount in pounds, such as 5250 or £5.25',
  ratio: 'a ratio, such as 1.25',
  rate: 'a rate, such as 5.3',
  noun: 'a number without its unit, such as 3.5',
  year: 'a year, such as 2025',
};

function describeExpected(unit: Unit): string {
  const parts = parseUnit(unit);
  if (parts.kind !== 'pounds' || parts.magnitude === null) return EXPECTED[parts.kind];
  return parts.magnitude === 'thousand'
    ? 'an amount in thousands of pounds, such as 1250 or £1,250k'
    : 'an amount in millions of pounds, such as 1.25 or £1.25m';
}

const FRACTION_HINT = 'If it is right, set type: number for this column in data/datasets.yaml.';
const HINTS = {
  count: {
    unusual: 'If it is a change, set signed: true for this column in data/datasets.yaml.',
    fraction: FRACTION_HINT,
  },
  percent: {
    unusual:
      'If it is right, set confirmed: true for this column in data/datasets.yaml, or signed: true if it is a change.',
    fraction: FRACTION_HINT,
  },
};

function reportNoNumber({ text, place }: RawCell, unit: Unit): Problem {
  return makeError('value-fits', place, `"${shorten(text)}" is not a number`, {
    expected: describeExpected(unit),
    hint:
      suggestMark(text) ??
      'Leave the cell empty while the figure is to come, or write why there is none: not available, confidential.',
  });
}

function reportManyDigits({ text, place }: RawCell): Problem {
  return makeError('value-fits', place, `"${shorten(text)}" has more digits than can be kept`, {
    expected: 'a number of at most 15 digits',
    hint: 'Round it, or state it in thousands or millions.',
  });
}

function reportMarkWithValue({ text, place }: RawCell, mark: Mark): Problem {
  return makeError('value-fits', place, `"${shorten(text)}" has a value, and is marked as ${mark}`, {
    expected: 'either a value or this mark',
  });
}

/** Parses the name of a paper; in brackets may follow the meeting that considers it: "budget-monitor (2025-07-03)". */
function parsePaper({ text, place }: RawCell): Checked<DataCell> {
  const [, paper, meeting = null] = /^([a-z][a-z0-9-]*)(?:\s*\(([a-z0-9-]+)\))?$/.exec(text) ?? [];
  if (paper !== undefined) return { value: { kind: 'paper', paper, meeting, place }, problems: [] };
  if (text === '') return { value: { kind: 'text', text }, problems: [] };
  const problem = makeError('value-fits', place, `"${shorten(text)}" is not the name of a paper`, {
    expected: 'its name in data/meetings.yaml, such as budget-monitor or budget-monitor (2025-07-03)',
  });
  return { value: { kind: 'text', text }, problems: [problem] };
}

/** Parses one or several days or times, as numbers or in words: "2025-07-03", "3 July 2025; 10 July 2025", "June 2025". */
function parseDates({ text, place }: RawCell, { role }: DataColumn): Checked<DataCell> {
  const times = text.split(/\s*;\s*/).map(formatTime);
  if (times.every((time) => time !== null))
    return { value: { kind: 'text', text: joinNames(times) }, problems: [] };
  const problem = makeError('value-fits', place, `"${shorten(text)}" is not a date`, {
    expected: 'a day that exists, as 2025-07-03, 03/07/2025 or 3 July 2025; or a time, such as June 2025',
    hint:
      role === null || /\d/.test(text)
        ? 'Separate several dates by semicolons.'
        : 'For words, give the column type: text in data/datasets.yaml. It keeps its role.',
  });
  return { value: { kind: 'text', text }, problems: [problem] };
}

/** Writes a day in numbers in words. Other words on a time stay as they are. Returns null for any other text. */
function formatTime(text: string): string | null {
  const day = formatDay(text);
  return day !== text || parseDays(text) !== null ? day : null;
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
    problems: [makeError('value-fits', place, `"${shorten(text)}" is not a step of the scale`, advice)],
  };
}
