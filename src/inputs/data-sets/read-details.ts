import { formatDateRange } from '../../format/dates.js';
import { parseDays } from '../../format/parse-days.js';
import { getCellText, getRowLabel, type DataSet } from '../../model/data-set.js';
import { TO_COME, type Figure } from '../../model/figure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import type { Unreviewed } from '../../model/unreviewed.js';
import { readUnreviewed } from '../period-files/read-unreviewed.js';
import type { ValidYaml } from '../source-reader.js';
import type { RawDataSetFile } from './data-set-file-schema.js';

type DataSetFile = ValidYaml<RawDataSetFile>;

/** The details that a data set's file has besides its rows. */
export interface Details {
  source: string | null;
  owner: string | null;
  due: string | null;
  span: DataSet['span'];
}

/** The details of a spreadsheet without a YAML file beside it. */
export const NO_DETAILS: Details = { source: null, owner: null, due: null, span: null };

/** Reads who supplies a file and from what, and the days that its rows are about. */
export function readDetails(id: string, dataSetFile: DataSetFile): Checked<Details> {
  const { source = null, owner = null, due = null, from, to } = dataSetFile.data;
  const stated = { source, owner, due };
  if (from === undefined && to === undefined) return { value: { ...stated, span: null }, problems: [] };
  return {
    value: { ...stated, span: from && to ? formatDateRange(from, to) : makeSpanToCome(id, dataSetFile) },
    problems: checkSpan(dataSetFile),
  };
}

function makeSpanToCome(id: string, { data, file }: DataSetFile): Figure {
  return {
    id: `data.${id}.period`,
    label: `Period of ${id.replaceAll('-', ' ')}`,
    value: null,
    unit: 'count',
    reason: TO_COME,
    place: file.placeOf([data.from ? 'to' : 'from']),
    source: data.source ?? '',
  };
}

function checkSpan({ data: { from, to }, file }: DataSetFile): Problem[] {
  if (from === undefined || to === undefined) {
    const [stated, missing] = from === undefined ? ['to', 'from'] : ['from', 'to'];
    return [
      makeError('key-is-present', file.keyPlaceOf([stated]), `${missing}: is missing`, {
        expected: 'the first day under from: and the last day under to:',
      }),
    ];
  }
  if (from === null || to === null || to >= from) return [];
  return [
    makeError(
      'dates-in-order',
      file.placeOf(['to']),
      `the period ends on ${to}, before it begins on ${from}`,
      {
        expected: `a day on or after ${from}`,
      },
    ),
  ];
}

/** Lists the rows of a data set that were carried over and not reviewed yet. */
export function listUnreviewed({ data, file }: DataSetFile, { rows }: DataSet): Checked<Unreviewed[]> {
  return readUnreviewed(file, data.unreviewed ?? [], new Map(rows.map(({ id, place }) => [id, place])));
}

/** Finds days outside the days that the rows are about. The days of promises may be any. */
export function findStrayDays({ data, file }: DataSetFile, set: DataSet): Problem[] {
  const { from, to, rows } = data;
  if (!from || !to || to < from) return [];
  const columns = set.columns.filter(({ type, role }) => type === 'date' && role === null);
  return set.rows.flatMap((row) =>
    columns.flatMap(({ id }) => {
      const cell = row.cells[id];
      const words = (cell && getCellText(cell)) ?? '';
      const time = parseDays(words);
      if (!time || (time.from >= from && time.to <= to)) return [];
      const place = rows ? file.placeOf(['rows', row.id, id]) : row.place;
      const message = `${getRowLabel(row, set)} is on ${words}, outside the period`;
      return [makeError('dates-in-order', place, message, { expected: `a day from ${from} to ${to}` })];
    }),
  );
}
