import type { DataSet } from '../../model/data-set.js';
import { EXEMPT } from '../../model/exemption.js';
import type { Inputs } from '../../model/inputs.js';
import { PERIOD_FILES } from '../period-files/index.js';
import { removeComments } from '../yaml/redact-text.js';
import type { ExemptCells } from './exempt-cells.js';
import type { Overlay } from './overlay.js';
import { redactFigures } from './redact-figures.js';
import { redactSetFile } from './redact-set-file.js';
import { redactTable } from './redact-table.js';

/** The data of one period that the public must not read. */
export interface ExemptData {
  period: string;
  /** The data sets that are exempt as a whole. */
  dataSets: readonly string[];
  /** Facts (`facts.benches`), measures, and columns and cells of data sets (`data.bids.price`, `data.bids.acme.price`). */
  figures: readonly string[];
}

/**
 * Plans the redaction of data files: what to read in place of each. `publicTexts` are the texts that stay, by path: a row that one
 * of them names must exist.
 */
export function planDataRedaction(
  { files, dataSets }: Pick<Inputs, 'files' | 'dataSets'>,
  data: readonly ExemptData[],
  publicTexts: ReadonlyMap<string, string>,
): Overlay {
  const texts = new Map<string, string>();
  const sheets = new Map<string, string>();
  const textOf = (path: string): string | undefined =>
    texts.get(path) ?? files.find((file) => file.path === path)?.text;
  for (const { period, dataSets: names, figures } of data) {
    const plain = figures.filter((name) => !name.startsWith('data.'));
    for (const { name } of PERIOD_FILES) {
      const path = `data/${period}/${name}.yaml`;
      const text = textOf(path);
      const redacted = text === undefined || plain.length === 0 ? text : redactFigures(text, plain);
      if (redacted !== undefined && (redacted !== text || isRedactedAlready(redacted)))
        texts.set(path, redacted);
    }
    const ids = new Set([...names, ...figures.flatMap((name) => /^data\.([^.]+)/.exec(name)?.[1] ?? [])]);
    for (const set of dataSets.filter((one) => one.period.id === period && ids.has(one.id))) {
      const exempt = listExemptCells(set, names, figures, publicTexts);
      const own = `data/${period}/${set.id}.yaml`;
      const text = textOf(own);
      if (text !== undefined)
        texts.set(own, set.spreadsheet ? removeComments(text) : redactSetFile(text, set, exempt));
      const path = set.spreadsheet?.path;
      const table = path === undefined ? undefined : textOf(path);
      if (path === undefined || table === undefined) continue;
      texts.set(path, redactTable(table, set, exempt));
      const sheet = set.rows[0]?.place.sheet;
      if (sheet !== undefined) sheets.set(path, sheet);
    }
  }
  return { texts, sheets, without: new Set() };
}

/** A file that is redacted already must be read from the plan too. */
function isRedactedAlready(text: string): boolean {
  return text.includes(`reason: "${EXEMPT}"`);
}

function listExemptCells(
  set: DataSet,
  names: readonly string[],
  figures: readonly string[],
  publicTexts: ReadonlyMap<string, string>,
): ExemptCells {
  const own = figures.map((name) => name.split('.')).filter(([data, id]) => data === 'data' && id === set.id);
  return {
    isWhole: names.includes(set.id),
    columns: new Set(own.flatMap(([, , column, more]) => (column && more === undefined ? [column] : []))),
    cells: own.flatMap(([, , row, column]) => (row && column ? [{ row, column }] : [])),
    namedRows: new Set(set.rows.map(({ id }) => id).filter((row) => isRowNamed(set, row, publicTexts))),
  };
}

/** Returns true if a public text names a row: `data.bids.acme`, or the row alone in a definition, a table or a chart. */
function isRowNamed({ id, place }: DataSet, row: string, publicTexts: ReadonlyMap<string, string>): boolean {
  return [...publicTexts].some(([path, text]) => {
    if (path === place.file) return false;
    if (text.includes(`${id}.${row}`)) return new RegExp(`\\b${id}\\.${row}(?![a-z0-9-])`).test(text);
    if (!/(?:datasets|tables|charts)\.yaml$/.test(path)) return false;
    return new RegExp(`(?<![a-z0-9-])${row}(?![a-z0-9-])`).test(text);
  });
}
