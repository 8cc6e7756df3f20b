import { describe, expect, test } from 'vitest';
import { parseCell } from '../../src/inputs/data-sets/parse-cell.js';
import { COLUMN_TYPES, type ColumnType, type DataColumn } from '../../src/model/data-set.js';
import { MAGNITUDES, PLAIN_UNITS, type Unit } from '../../src/model/unit.js';

const PLACE = { file: 'data/2025-26-q1/x.csv', line: 2, column: 3 };
const FRAME = { id: 'data.x.a.b', label: 'a, b', period: '2025/26 Q1', place: PLACE, source: 'invented' };

function makeColumn(type: ColumnType, unit: Unit | null, more: Partial<DataColumn> = {}): DataColumn {
  return {
    id: 'b',
    label: { text: 'b', place: PLACE },
    type,
    isTypeInferred: false,
    unit,
    computation: null,
    places: null,
    isSigned: false,
    isConfirmed: false,
    betterWhen: null,
    carry: 'empty',
    role: null,
    steps: [{ id: 'red', label: 'Red', meaning: undefined, mark: '▲' }],
    place: PLACE,
    ...more,
  };
}

const parse = (text: string, column: DataColumn) =>
  parseCell({ text, mark: null, place: PLACE }, column, FRAME);

/** Values of the wrong kind for every type but words. */
const WRONG = [
  'many',
  '1.2.3',
  '12 apples',
  '$5',
  '1e3',
  '0x10',
  'Infinity',
  'NaN',
  '#REF!',
  '1,23',
  '--3',
  '٣',
];

const UNITS: Unit[] = [
  ...PLAIN_UNITS,
  ...MAGNITUDES.map((magnitude) => `pounds ${magnitude}` as const),
  'rate per 1000',
  'tonne/tonnes',
];

describe('numbers', () => {
  test.each(UNITS.flatMap((unit) => WRONG.map((text) => [unit, text] as const)))(
    'refuses a cell in %s with %s',
    (unit, text) => {
      const { problems } = parse(text, makeColumn('number', unit));
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ rule: 'value-fits', place: PLACE });
      expect(problems[0]?.expected).toBeTruthy();
    },
  );

  test.each(UNITS)('keeps the places that were typed in %s', (unit) => {
    const isWhole = unit === 'count' || unit === 'year';
    const { value, problems } = parse(isWhole ? '2016' : '15.90', makeColumn('number', unit));
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ kind: 'figure', figure: { unit, places: isWhole ? 0 : 2 } });
  });

  test.each([
    ['1.5', 'count'],
    ['-1', 'count'],
    ['104', 'percent'],
    ['-4', 'percent'],
  ] as const)('refuses %s as a %s, and says how to state that it is right', (text, unit) => {
    const { problems } = parse(text, makeColumn(unit, unit));
    expect(problems[0]).toMatchObject({ rule: 'value-fits', place: PLACE });
    expect(problems[0]?.hint).toBeTruthy();
  });

  test.each([
    ['104', 'percent', { isConfirmed: true }],
    ['-4.2', 'percent', { isSigned: true }],
    ['-12', 'count', { isSigned: true }],
  ] as const)('accepts %s as a %s with %j', (text, unit, more) => {
    expect(parse(text, makeColumn(unit, unit, more)).problems).toEqual([]);
  });

  test.each([
    ['£1,250k', 'pounds thousand', 1250],
    ['£1.25m', 'pounds million', 1.25],
    ['1,250', 'pounds thousand', 1250],
  ] as const)('reads %s in %s', (text, unit, value) => {
    expect(parse(text, makeColumn('pounds', unit)).value).toMatchObject({ figure: { value } });
  });

  test('refuses millions in a column of thousands', () => {
    const { problems } = parse('£1.25m', makeColumn('pounds', 'pounds thousand'));
    expect(problems[0]?.expected).toContain('thousands of pounds');
  });

  test.each(['49 ±2', '49% (±2)', '49 (±2%)'])('reads the margin of %s', (text) => {
    expect(parse(text, makeColumn('percent', 'percent')).value).toMatchObject({
      figure: { value: 0.49, margin: 0.02 },
    });
  });

  test('refuses a margin that is no number', () => {
    expect(parse('49 ±few', makeColumn('percent', 'percent')).problems).toHaveLength(1);
  });
});

describe('other types', () => {
  test.each(['32/01/2025', '2025-13-01', 'soon', '5'])('refuses %s as a date', (text) => {
    expect(parse(text, makeColumn('date', null)).problems[0]).toMatchObject({ place: PLACE });
  });

  test.each(['blue', '5', 'red amber'])('refuses %s as a step of a scale', (text) => {
    expect(parse(text, makeColumn('scale', null)).problems[0]).toMatchObject({ place: PLACE });
  });

  test.each(['Budget report', '5', 'x"}} {{bad', 'a (b'])('refuses %s as the name of a paper', (text) => {
    expect(parse(text, makeColumn('paper', null)).problems[0]).toMatchObject({ place: PLACE });
  });

  test('reads the name of a paper with its meeting', () => {
    expect(parse('budget (2025-07-03)', makeColumn('paper', null)).value).toMatchObject({
      paper: 'budget',
      meeting: '2025-07-03',
    });
  });

  test.each(COLUMN_TYPES)('accepts an empty cell of the type %s', (type) => {
    expect(parse('', makeColumn(type, 'number')).problems).toEqual([]);
  });
});
