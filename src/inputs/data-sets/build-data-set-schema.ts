import * as z from 'zod';
import { humanise } from '../../format/words.js';
import { isNumberType, type ColumnType } from '../../model/data-set.js';
import { escapeRegExp } from '../../model/escape-reg-exp.js';
import { MARK_MEANINGS, MARK_NAMES, MARKS } from '../../model/mark.js';
import type { ScaleStep } from '../../model/scale.js';
import type { ProjectName } from '../project/project-names.js';
import { readComputation } from './build-columns.js';
import { cellMapSchema, dataSetFileSchema } from './data-set-file-schema.js';
import type { RawColumn, RawDataSet } from './data-sets-schema.js';

type Node = Record<string, unknown>;

/** A data set as the project defines it, for the schema of its files. */
export interface DataSetShape {
  id: string;
  definition: RawDataSet;
  /** The rows of the newest file in YAML. */
  rows: readonly ProjectName[];
  /** The steps of the project's scales, by name. */
  scales: Readonly<Record<string, Pick<ScaleStep, 'id' | 'label' | 'meaning'>[]>>;
  measures: readonly ProjectName[];
  papers: readonly ProjectName[];
}

/**
 * Builds the JSON Schema of one data set's files in YAML. Editors complete its columns, rows, steps of scales and marks. A value that
 * the program accepts is never refused; the program's own check says more.
 */
export function buildDataSetSchema(shape: DataSetShape): object {
  const { definition, rows, id } = shape;
  const base = z.toJSONSchema(dataSetFileSchema, { unrepresentable: 'any', io: 'input' }) as Node;
  const properties = base['properties'] as Record<string, Node>;
  const named = rows.map(({ name, about }): [string, Node] => [
    name,
    { $ref: '#/$defs/row', ...(about !== '' && { description: about }) },
  ]);
  return {
    ...base,
    description: `The rows of ${id} in one period: ${definition.title ?? humanise(id)}`,
    properties: {
      ...properties,
      rows: {
        description: properties['rows']?.['description'],
        type: ['object', 'null'],
        properties: Object.fromEntries(named),
        additionalProperties: { $ref: '#/$defs/row' },
      },
    },
    $defs: { row: makeRow(shape) },
  };
}

function makeRow(shape: DataSetShape): Node {
  const filled = Object.entries(shape.definition.columns ?? {}).filter(([, raw]) => !readComputation(raw));
  const cells = filled.map(([name, raw]): [string, Node] => [
    name,
    { description: describeColumn(name, raw), anyOf: listValues(raw, shape) },
  ]);
  // A file may name a column by its heading too. Editors offer only the names.
  const headings = filled.flatMap(([name, { label, header }]) =>
    [label, header]
      .filter((text) => text !== undefined && text !== name && !text.includes('{{'))
      .map((text): [string, Node] => [`^${escapeRegExp(text ?? '')}$`, {}]),
  );
  return {
    description: 'the cells of one row, by column',
    type: 'object',
    properties: Object.fromEntries(cells),
    ...(headings.length > 0 && { patternProperties: Object.fromEntries(headings) }),
    additionalProperties: false,
  };
}

function describeColumn(name: string, raw: RawColumn): string {
  const label = raw.label === undefined || raw.label.includes('{{') ? humanise(name) : raw.label;
  const better = raw['better-when'];
  const details = [
    raw.unit ?? raw.type,
    raw.in && `in ${raw.in}`,
    raw.per && `per ${raw.per}`,
    better && better !== 'neither' && `${better} is better`,
  ].filter(Boolean);
  return details.length === 0 ? label : `${label} (${details.join(', ')})`;
}

/** Lists the schemas of the values that a cell may have. */
function listValues(raw: RawColumn, { scales, measures, papers }: DataSetShape): Node[] {
  const type: ColumnType | undefined = raw.unit === undefined ? raw.type : 'number';
  if (type !== undefined && isNumberType(type)) return listNumbers(type, raw);
  const words = { type: ['string', 'null'] };
  switch (type) {
    case 'scale': {
      const steps = scales[raw.scale ?? ''] ?? [];
      const labels = steps.map(({ label }) => escapeRegExp(label));
      return steps.length === 0
        ? [words]
        : [
            ...steps.map(({ id, label, meaning }) => ({
              const: id,
              description: meaning === undefined ? label : `${label}: ${meaning}`,
            })),
            { type: 'string', pattern: `^(?:${labels.join('|')})?$` },
            { type: 'null' },
          ];
    }
    case 'measure':
      return [...listNames(measures), words];
    case 'paper':
      return [...listNames(papers), words];
    default:
      return [{ type: ['string', 'number', 'null'] }, makeMap({ type: ['string', 'number', 'null'] })];
  }
}

function listNames(names: readonly ProjectName[]): Node[] {
  return names.map(({ name, about }) => ({ const: name, ...(about !== '' && { description: about }) }));
}

/** A number in words: "1,250", "£1,250k [p]", "49 ±2", "1.15 [r] was 1.10". */
const NUMBER_TEXT = '^(?:[^A-Za-z]*\\d[^A-Za-z\\[]*[kKmM]?\\s*(?:\\[[A-Za-z]+\\](?: was .*)?)?)?$';

function listNumbers(type: ColumnType, { signed, confirmed }: RawColumn): Node[] {
  const number = { type: type === 'count' ? 'integer' : 'number' };
  const limits = {
    ...((type === 'count' || type === 'percent') && { minimum: 0 }),
    ...(type === 'percent' && { maximum: 100 }),
  };
  const isLimited = signed !== true && confirmed !== true;
  const marks = MARK_NAMES.filter((mark) => !MARKS[mark].hasValue);
  const texts = [
    ...marks.map((mark) => ({ const: mark, description: MARK_MEANINGS[mark] })),
    {
      type: 'string',
      pattern: `^(?:${marks.map((mark) => `${mark.replace(/^./, (letter) => `[${letter.toUpperCase()}${letter}]`)}|${escapeRegExp(MARKS[mark].symbol)}`).join('|')})$`,
    },
    { type: 'string', pattern: NUMBER_TEXT },
    { type: 'null' },
  ];
  return [{ ...number, ...(isLimited && limits) }, ...texts, makeMap({ anyOf: [number, ...texts] })];
}

/** Makes the schema of a cell with its value, mark and so on. */
function makeMap(value: Node): Node {
  const map = z.toJSONSchema(cellMapSchema, { io: 'input' }) as Node;
  const properties = map['properties'] as Record<string, Node>;
  const marks = MARK_NAMES.map((mark) => ({ const: mark, description: MARK_MEANINGS[mark] }));
  const mark = { description: properties['mark']?.['description'], anyOf: marks };
  return { ...map, properties: { ...properties, value, mark } };
}
