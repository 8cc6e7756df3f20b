import { humanise, joinNames } from '../../format/words.js';
import {
  hasRepeatableWords,
  isNumberType,
  type ColumnType,
  type Computation,
  type DataColumn,
  type DataSet,
} from '../../model/data-set.js';
import { PLAIN_UNITS, type OwnUnits, type Unit } from '../../model/unit.js';
import { escapeMarkdown } from '../../model/escape-markdown.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import type { Scale, ScaleStep } from '../../model/scale.js';
import { nameData } from '../../model/name-data.js';
import { shorten } from '../../model/shorten.js';
import { isFree } from '../../model/slugify.js';
import { adviseOnName, suggestName } from '../../model/suggest-name.js';
import { readUnit } from '../read-unit.js';
import type { ValidYaml } from '../source-reader.js';
import type { RawColumn, RawDataSet, RawDataSets } from './data-sets-schema.js';
import { inferType } from './infer-type.js';
import type { PackedColumns } from './packed-tables.js';
import type { RawTable } from './raw-table.js';

/** The columns of a data set, with the heading under which the file has each filled-in one. */
export interface MatchedColumns {
  columns: DataColumn[];
  /** The heading in the file, by column. */
  headings: ReadonlyMap<string, string>;
}

/** Takes every heading of the file as a column, with the type that its cells have. */
export function inferColumns(
  table: RawTable,
  { earlier, packed }: Pick<Known, 'earlier' | 'packed'>,
): Checked<MatchedColumns> {
  const { headings } = table;
  if (headings.length === 0 && earlier) return { value: earlier, problems: [] };
  const columns = headings.map(({ text, place }): DataColumn => {
    const type = inferColumnType(nameColumn(text), text, table, { earlier, packed });
    return {
      ...PLAIN_COLUMN,
      id: nameColumn(text),
      label: { text: escapeMarkdown(text), place },
      type,
      isTypeInferred: true,
      unit: findPlainUnit(type),
      place,
    };
  });
  const doubled = headings.filter(
    ({ text }, index) => columns.findIndex(({ id }) => id === nameColumn(text)) < index,
  );
  return {
    value: { columns, headings: new Map(headings.map(({ text }) => [nameColumn(text), text])) },
    problems: doubled.map(({ text, place }) => reportDoubled(text, place, nameColumn(text))),
  };
}

const PLAIN_COLUMN = {
  computation: null,
  places: null,
  isSigned: false,
  isConfirmed: true,
  betterWhen: null,
  carry: 'empty',
  role: null,
  steps: [] as ScaleStep[],
} as const;

function findPlainUnit(type: ColumnType | null): Unit | null {
  return PLAIN_UNITS.find((unit) => unit === type) ?? null;
}

/** The context of a column: the project's scales, and the same data set of an earlier period. */
interface Known {
  scales: readonly Scale[];
  ownUnits: OwnUnits;
  earlier: DataSet | null;
  /** The types and places that the cells gave before the spreadsheet was cut. Null for a file as the author saved it. */
  packed: PackedColumns | null;
}

/** Tells the type of a column from its cells, or from the earlier period if all of them are to come. */
function inferColumnType(
  id: string,
  heading: string,
  { rows }: RawTable,
  { earlier, packed }: Pick<Known, 'earlier' | 'packed'>,
): ColumnType {
  const type = packed?.[id]?.type;
  if (type) return type;
  const cells = rows.map(({ cells }) => cells.get(heading)?.text ?? '').filter((text) => text !== '');
  const before = earlier?.columns.find((column) => column.id === id)?.type;
  return cells.length === 0 && before ? before : inferType(cells);
}

/** Returns the name of a heading in templates: "Last year" is `last-year`, and "2024/25" is `c-2024-25`. */
function nameColumn(heading: string): string {
  const slug = nameData(heading);
  return /^[a-z]/.test(slug) && isFree(slug) ? slug : `c-${slug}`;
}

/**
 * Matches the columns of a definition with the headings of a file. Reports a missing column, a doubled one, and a heading that
 * no column has.
 */
export function matchColumns(
  id: string,
  { columns: defined = {} }: RawDataSet,
  definitions: ValidYaml<RawDataSets>,
  table: RawTable,
  known: Known,
): Checked<MatchedColumns> {
  const built = Object.entries(defined).map(([name, raw]) =>
    buildColumn(id, name, raw, definitions, table, known),
  );
  const plain = built.map(({ value }) => value);
  const columns = plain.map((column) => typeRepeated(column, plain));
  const filled = columns.filter(({ computation }) => computation === null);
  const found = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { text, place } of table.headings) {
    const column = filled.find(({ id: name }) => isHeadingOf(text, name, defined[name]));
    if (!column) problems.push(reportUnknown(text, place, columns, defined));
    else if (found.has(column.id)) problems.push(reportDoubled(text, place, column.id));
    else found.set(column.id, text);
  }
  const isYaml = table.path.endsWith('.yaml');
  const missing = isYaml ? [] : filled.filter(({ id: name }) => !found.has(name));
  return {
    value: { columns, headings: found },
    problems: [
      ...built.flatMap((column) => column.problems),
      ...problems,
      ...missing.map((column) => reportMissing(column, defined[column.id], table)),
    ],
  };
}

/** Gives a column that repeats words of an earlier file their type. */
function typeRepeated(column: DataColumn, columns: readonly DataColumn[]): DataColumn {
  const { computation } = column;
  if (computation?.kind !== 'previous') return column;
  const source = columns.find(({ id }) => id === computation.column);
  return source && hasRepeatableWords(source)
    ? { ...column, type: source.type, steps: source.steps }
    : column;
}

/** Returns true if a heading in a file names a column: by its name, its label, or its `header:`. */
function isHeadingOf(heading: string, name: string, raw: RawColumn | undefined): boolean {
  const typed = heading.toLowerCase();
  const label = raw?.label?.includes('{{') ? undefined : raw?.label;
  return (
    [name, label, raw?.header].some((known) => known?.toLowerCase() === typed) || nameData(heading) === name
  );
}

function buildColumn(
  set: string,
  id: string,
  raw: RawColumn,
  { file }: ValidYaml<RawDataSets>,
  table: RawTable,
  { scales, ownUnits, ...known }: Known,
): Checked<DataColumn> {
  const path = ['datasets', set, 'columns', id];
  const place = file.keyPlaceOf(path);
  const computation = readComputation(raw);
  const scale = scales.find((candidate) => candidate.id === raw.scale);
  const heading = table.headings.find(({ text }) => isHeadingOf(text, id, raw))?.text ?? id;
  const type = computation ? null : (raw.type ?? inferTypeOf(id, raw, heading, table, known));
  const placeOf = (key: string): Place => file.placeOf([...path, key]);
  const unit = readColumnUnit(raw, type, ownUnits, placeOf);
  const value: DataColumn = {
    id,
    label: raw.label === undefined ? { text: humanise(id), place } : file.markupAt([...path, 'label']),
    type,
    isTypeInferred: computation === null && raw.type === undefined && raw.unit === undefined,
    unit: unit.value,
    computation,
    places: raw.places ?? null,
    isSigned: raw.signed ?? (computation?.kind === 'percent-change' || computation?.kind === 'difference'),
    isConfirmed: raw.confirmed ?? false,
    betterWhen: raw['better-when'] ?? null,
    carry: raw.carry ?? 'empty',
    role: raw.role ?? null,
    ...(raw.repeats && { repeats: raw.repeats }),
    ...(raw['minimum-base'] && { minimumBase: raw['minimum-base'] }),
    steps: scale?.steps ?? [],
    place,
  };
  return { value, problems: [...unit.problems, ...checkColumn(raw, value, scales, placeOf)] };
}

/** A column with a unit of its own holds numbers, whatever its cells look like. */
function inferTypeOf(
  id: string,
  raw: RawColumn,
  heading: string,
  table: RawTable,
  known: Pick<Known, 'earlier' | 'packed'>,
): ColumnType {
  return raw.unit === undefined ? inferColumnType(id, heading, table, known) : 'number';
}

/** Reads the unit of a filled-in column of numbers. The keys for units are mistakes on other columns. */
function readColumnUnit(
  raw: RawColumn,
  type: ColumnType | null,
  ownUnits: OwnUnits,
  placeOf: (key: string) => Place,
): Checked<Unit | null> {
  const stray = (['unit', 'in', 'per'] as const).find((key) => raw[key] !== undefined);
  if (stray !== undefined && (!isNumberType(type) || (stray === 'unit' && type !== 'number')))
    return {
      value: null,
      problems: [
        makeError('column-fits', placeOf(stray), `${stray}: does not fit this column`, {
          expected: stray === 'unit' ? 'type: number, or no type' : 'a column of the type pounds or rate',
        }),
      ],
    };
  if (!isNumberType(type)) return { value: null, problems: [] };
  return readUnit({ unit: raw.unit ?? type, in: raw.in, per: raw.per }, ownUnits, (key) =>
    placeOf(key === 'unit' && raw.unit === undefined ? 'type' : key),
  );
}

/** Reads the computation of a column. Null for a column that the author fills in. */
export function readComputation(raw: RawColumn): Computation | null {
  if (raw['sum-of']) return { kind: 'sum-of', columns: raw['sum-of'] };
  if (raw.difference) return { kind: 'difference', ...raw.difference };
  if (raw['percent-change']) return { kind: 'percent-change', ...raw['percent-change'] };
  if (raw['share-of'] !== undefined) return { kind: 'share-of', column: raw['share-of'] };
  if (raw['rank-of'] !== undefined) return { kind: 'rank-of', column: raw['rank-of'] };
  if (typeof raw.previous === 'string')
    return { kind: 'previous', column: raw.previous, in: 'previous-period' };
  if (raw.previous) return { kind: 'previous', ...raw.previous };
  if (raw['percent-of']) return { kind: 'percent-of', ...raw['percent-of'] };
  if (raw.ratio) return { kind: 'ratio', ...raw.ratio };
  if (raw.rate) return { kind: 'rate', ...raw.rate };
  if (raw.against) return { kind: 'against', ...raw.against };
  return null;
}

/** The types of numbers that rest on a number of people or cases. */
const BASED = ['percent', 'rate', 'ratio'];

function checkColumn(
  raw: RawColumn,
  { type, computation, place }: DataColumn,
  scales: readonly Scale[],
  placeOf: (key: string) => Place,
): Problem[] {
  if (computation && raw.type !== undefined)
    return [
      makeError('column-fits', placeOf('type'), 'a computed column takes no type', {
        hint: `Remove type: or ${computation.kind}:.`,
      }),
    ];
  if (raw.role !== undefined && type !== 'date' && type !== 'text')
    return [
      makeError('column-fits', placeOf('role'), `a column that says when a row is ${raw.role} holds days`, {
        expected: 'type: date, or type: text for words such as "Every six months"',
      }),
    ];
  if (raw['minimum-base'] && (computation || !BASED.some((based) => based === type)))
    return [
      makeError('column-fits', placeOf('minimum-base'), 'this column rests on no base', {
        expected: `a filled-in column of one of the types ${joinNames(BASED)}`,
      }),
    ];
  if (raw.repeats && (computation || !isNumberType(type)))
    return [
      makeError('column-fits', placeOf('repeats'), 'only a filled-in column of numbers repeats another', {
        hint: computation
          ? 'Remove repeats: the program computes this column.'
          : 'Remove repeats:, or give the column a type of numbers.',
      }),
    ];
  if (type === 'scale' && raw.scale === undefined)
    return [
      makeError('column-fits', place, 'a column of the type scale names its scale', {
        expected: 'scale: and a name in organisation.yaml',
      }),
    ];
  const known = scales.map(({ id }) => id);
  if (raw.scale !== undefined && !known.includes(raw.scale))
    return [
      makeError('column-fits', placeOf('scale'), `no scale is called "${raw.scale}"`, {
        ...adviseOnName(raw.scale, known),
        ...(known.length === 0 && { expected: 'a scale under scales: in data/organisation.yaml' }),
      }),
    ];
  return [];
}

function reportUnknown(
  heading: string,
  place: Place,
  columns: readonly DataColumn[],
  defined: NonNullable<RawDataSet['columns']>,
): Problem {
  const computed = columns.find(
    ({ id, computation }) => computation && isHeadingOf(heading, id, defined[id]),
  );
  if (computed)
    return makeError(
      'column-exists',
      place,
      `"${shorten(heading)}" is computed, so the file must not have it`,
      {
        hint: 'Delete the column from the file, or its computation from data/datasets.yaml.',
      },
    );
  const known = columns.filter(({ computation }) => computation === null).map(({ id }) => id);
  return makeError('column-exists', place, `no column is called "${shorten(heading)}"`, {
    expected: `one of ${known.join(', ')}`,
    hint:
      suggestName(nameData(heading), known) ??
      'Add the column to data/datasets.yaml, or name its heading there with header:.',
  });
}

function reportDoubled(heading: string, place: Place, id: string): Problem {
  return makeError('column-exists', place, `the column "${shorten(heading)}" is here twice`, {
    hint: `Both headings name the column ${id}. Delete one of the two.`,
  });
}

function reportMissing(
  { id, label }: DataColumn,
  raw: RawColumn | undefined,
  { path, headings }: RawTable,
): Problem {
  const names = [...new Set([id, raw?.header ?? label.text])].map((name) => `"${name}"`);
  const place = headings[0]?.place ?? { file: path, line: 1, column: 1 };
  return makeError('column-exists', { ...place, column: 1 }, `the column ${id} is missing`, {
    expected: `a heading ${names.join(' or ')}`,
    hint: suggestName(
      id,
      headings.map(({ text }) => text),
    ),
  });
}
