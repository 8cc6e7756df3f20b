import { formatMonth } from '../../format/dates.js';
import { addUpColumn } from '../../model/add-up-column.js';
import {
  getRowLabel,
  isNumberColumn,
  TOTAL_ROW,
  type DataColumn,
  type DataRow,
  type DataSet,
} from '../../model/data-set.js';
import type { Figure } from '../../model/figure.js';
import { isFromDataSet, type Measure, type MeasureOf, type MonthsSource } from '../../model/measure.js';
import type { PeriodData, PeriodFigures } from '../../model/period-data.js';
import { monthsOf, type Period } from '../../model/period.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import { adviseOnName } from '../../model/suggest-name.js';
import { nameUnaddable } from '../../model/name-unaddable.js';
import { nameUnit } from '../../model/unit.js';
import { parseMonth } from './parse-month.js';

type Months = PeriodFigures['months'][string];
type ControlMeasure = MeasureOf<'control-chart'> & { data: MonthsSource };

/** Adds the months of measures that a data set has, to the figures of the periods that the files of the data set belong to. */
export function addMonthsOfDataSets(
  measures: readonly Measure[],
  history: readonly PeriodData[],
  dataSets: readonly DataSet[],
): Checked<PeriodData[]> {
  const read = measures.filter(isFromDataSet).map((measure) => readMeasure(measure, history, dataSets));
  const added = read.flatMap(({ value }) => value);
  if (added.length === 0) return { value: [...history], problems: read.flatMap(({ problems }) => problems) };
  return {
    value: history.map((data) => {
      const ofPeriod = added.filter(({ period }) => period === data.period);
      if (ofPeriod.length === 0) return data;
      const months = Object.fromEntries(ofPeriod.map(({ id, months }) => [id, months]));
      return { ...data, months: { ...data.months, ...months } };
    }),
    problems: read.flatMap(({ problems }) => problems),
  };
}

interface AddedMonths {
  id: string;
  period: Period;
  months: Months;
}

function readMeasure(
  measure: ControlMeasure,
  history: readonly PeriodData[],
  dataSets: readonly DataSet[],
): Checked<AddedMonths[]> {
  const { data, id } = measure;
  const sets = dataSets.filter((set) => set.id === data.set);
  const [first] = sets;
  if (!first) {
    const known = [...new Set(dataSets.map((set) => set.id))];
    const message = `there is no data set "${data.set}"`;
    return {
      value: [],
      problems: [makeError('data-set-exists', data.places.set, message, adviseOnName(data.set, known))],
    };
  }
  const parts = sets.map((set) => readSet(measure, set));
  const problems = parts.flatMap((part) => part.problems);
  const months = parts.map(({ value }, index) => ({
    id,
    period: sets[index]?.period ?? first.period,
    months: value,
  }));
  const isEmpty = problems.length === 0 && months.every((part) => part.months.length === 0);
  return {
    value: keepNewest(months),
    problems: [
      ...findCountedTwice(measure, history),
      ...dropRepeated(problems),
      ...(isEmpty ? reportRowless(measure, sets) : []),
    ],
  };
}

/** Reports a row that no monthly file has. A row that some files lack leaves a gap. */
function reportRowless({ data }: ControlMeasure, sets: readonly DataSet[]): Problem[] {
  if (data.row === undefined) return [];
  const monthly = sets.filter(({ period: { kind } }) => kind === 'month');
  if (monthly.some(({ toCome }) => toCome !== null)) return [];
  if (monthly.length === 0)
    return [
      makeError('month-on-file', data.places.row, `"${data.set}" has no file for a month`, {
        expected: 'a file in the folder of each month, such as data/2025-m09',
        hint: 'If the rows of its files are months, leave out row:.',
      }),
    ];
  const known = [...new Set(monthly.flatMap(({ rows }) => rows.map(({ id }) => id))), TOTAL_ROW];
  const message = `no row of "${data.set}" is called "${data.row}"`;
  return [makeError('row-exists', data.places.row, message, adviseOnName(data.row, known))];
}

/** Keeps the newest file of a month that several files have. */
function keepNewest(parts: readonly AddedMonths[]): AddedMonths[] {
  return parts
    .map((part, index) => {
      const later = new Set(parts.slice(index + 1).flatMap(({ months }) => months.map(({ month }) => month)));
      return { ...part, months: part.months.filter(({ month }) => !later.has(month)) };
    })
    .filter(({ months }) => months.length > 0);
}

/** Keeps one of each fault that every file has: a name that does not exist, and rows that are not months. */
function dropRepeated(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ rule, message, place }) => {
    const key = rule === 'month-on-file' ? rule : `${message} ${JSON.stringify(place)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Reports months in `activity.yaml` of a measure that a data set has. */
function findCountedTwice({ id, data, label }: ControlMeasure, history: readonly PeriodData[]): Problem[] {
  return history.flatMap(({ months }) =>
    (months[id] ?? []).slice(0, 1).map(({ figure }) =>
      makeError('key-fits', figure.place, `the months of "${label}" come from the data set "${data.set}"`, {
        hint: 'Delete these counts, or data: of the measure in measures.yaml.',
      }),
    ),
  );
}

function readSet(measure: ControlMeasure, set: DataSet): Checked<Months> {
  const { data } = measure;
  const numbers = set.columns.filter((column) => isNumberColumn(column) && column.computation === null);
  const column = numbers.find(({ id }) => id === data.column);
  if (!column) return { value: [], problems: [reportColumn(data, set, numbers)] };
  const misfit = checkUnit(measure, column) ?? checkTotal(measure, set, column);
  if (misfit) return { value: [], problems: [misfit] };
  if (data.row === undefined) return readRows(measure, set, column);
  if (set.period.kind !== 'month' || set.toCome) return { value: [], problems: [] };
  const figure = findRowFigure(data.row, set, column);
  if (!figure) return { value: [], problems: [] };
  return { value: [makeMonth(measure, set.period.start.slice(0, 7), figure)], problems: [] };
}

function reportColumn(
  { column, places }: MonthsSource,
  set: DataSet,
  numbers: readonly DataColumn[],
): Problem {
  const known = set.columns.find(({ id }) => id === column);
  const message = known
    ? known.computation === null
      ? `the column "${column}" has no numbers`
      : `the column "${column}" is computed`
    : `no column of "${set.id}" is called "${column}"`;
  return makeError('column-exists', places.column, message, {
    ...adviseOnName(
      column,
      numbers.map(({ id }) => id),
    ),
    ...(known && { expected: 'a column whose numbers the file has' }),
  });
}

function checkUnit({ unit, data, label }: ControlMeasure, { unit: typed, id }: DataColumn): Problem | null {
  const isSame = typed === unit || (isPlain(typed) && isPlain(unit));
  if (isSame || typed === null) return null;
  return makeError(
    'unit-fits-kind',
    data.places.column,
    `the column "${id}" is in ${nameUnit(typed)}, and "${label}" in ${nameUnit(unit)}`,
    { expected: `a column in ${nameUnit(unit)}` },
  );
}

/** Refuses the total of percentages or rates, which no row states. */
function checkTotal({ data }: ControlMeasure, set: DataSet, { unit, id }: DataColumn): Problem | null {
  const figures = unit === null ? null : nameUnaddable(unit);
  if (figures === null || data.row !== TOTAL_ROW || set.rows.some((row) => row.id === TOTAL_ROW)) return null;
  return makeError('column-fits', data.places.row, `${id} holds ${figures}, which do not add up`, {
    expected: 'the name of a row',
  });
}

function isPlain(unit: DataColumn['unit']): boolean {
  return unit === 'count' || unit === 'number';
}

/** Reads a file whose rows are months. */
function readRows(measure: ControlMeasure, set: DataSet, column: DataColumn): Checked<Months> {
  const last = monthsOf(set.period).at(-1) ?? '';
  const months: Months = [];
  const problems: Problem[] = [];
  for (const row of set.rows) {
    const label = getRowLabel(row, set);
    const month = parseMonth(label);
    const figure = readFigure(row, column);
    if (month === null) problems.push(reportRow(label, row.place, measure));
    else if (month > last)
      problems.push(
        makeError('windows-in-order', row.place, `${label} is after the end of ${set.period.label}`, {
          expected: `a month up to ${formatMonth(last)}`,
        }),
      );
    else if (figure) months.push(makeMonth(measure, month, figure));
  }
  return { value: months.sort((a, b) => (a.month < b.month ? -1 : 1)), problems };
}

function reportRow(label: string, place: Place, { id, data }: ControlMeasure): Problem {
  return makeError('month-on-file', place, `"${label}" is not a month`, {
    expected: 'a month in each row, as April 2025 or 2025-04',
    hint: `The months of the measure "${id}" are the rows of the data set "${data.set}". If each monthly file has one month, name its row with row: in measures.yaml.`,
  });
}

function findRowFigure(name: string, set: DataSet, column: DataColumn): Figure | null {
  const row = set.rows.find(({ id }) => id === name);
  if (row) return readFigure(row, column);
  if (name !== TOTAL_ROW || set.rows.length === 0) return null;
  return addUpColumn(
    set,
    column,
    set.rows.flatMap((part) => readFigure(part, column) ?? []),
  );
}

const BREAK = 'the source marks a break in the series';

/** Reads a figure. If its cell has the mark of a break, a new series starts with it. */
function readFigure({ cells }: DataRow, column: DataColumn): Figure | null {
  const cell = cells[column.id];
  if (cell?.kind !== 'figure') return null;
  if (cell.mark !== 'break') return cell.figure;
  // The reason says what the note of the mark does.
  const figure: Figure = { ...cell.figure, seriesBreak: BREAK };
  delete figure.note;
  return figure;
}

/** Makes the figure of a month, which keeps the place of its cell. */
function makeMonth(measure: ControlMeasure, month: string, figure: Figure): Months[number] {
  const { id, label, unit, places, isSigned } = measure;
  const style = { ...(places !== undefined && { places }), ...(isSigned === true && { isSigned }) };
  const period = formatMonth(month);
  return { month, figure: { ...figure, ...style, id, label, unit, period, inputs: [figure] } };
}
