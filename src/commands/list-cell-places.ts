import { openGrid } from '../edit/csv-grid.js';
import { findSpot, openYaml } from '../edit/open-yaml.js';
import { planRows } from '../manuscript/tables/data-rows.js';
import { chooseColumns } from '../manuscript/tables/data.js';
import type { DataCell, DataColumn, DataRow, DataSet } from '../model/data-set.js';
import type { Document } from '../model/document.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { listBlocks } from '../model/list-sections.js';
import { formatPlace, type Place } from '../model/problem.js';
import { selectRows } from '../model/select-rows.js';
import type { DataTable } from '../model/template.js';
import type { TextPlaces } from '../preview/editing/edit-messages.js';

interface Paper {
  inputs: Inputs;
  indicators: Indicators;
  document: Document;
}

/** Finds the place of a cell. Null if the file does not have it. */
type Locate = (row: DataRow, column: DataColumn) => Place | null;

/** Lists the places of the words in the cells of data sets' tables, by the anchor of the table. Figures have places of their own. */
export function listCellPlaces({ inputs, indicators, document }: Paper): TextPlaces['cells'] {
  const specs = new Map(
    inputs.template.tables.map(({ place, content }) => [formatPlace(place), content] as const),
  );
  return Object.fromEntries(
    listBlocks(document).flatMap((block) => {
      const content = block.kind === 'table' ? specs.get(formatPlace(block.place)) : undefined;
      if (block.kind !== 'table' || content?.kind !== 'data') return [];
      const set = indicators.dataSets[content.set];
      return set ? [[block.anchor, listPlaces(content, set, inputs)]] : [];
    }),
  );
}

function listPlaces(content: DataTable & { kind: 'data' }, set: DataSet, inputs: Inputs): (Place | null)[][] {
  const columns = chooseColumns(content, set);
  const locate = makeLocator(set, inputs);
  return planRows(content, { ...set, rows: selectRows(content, set) }).map((planned) =>
    planned.kind === 'data'
      ? columns.map((column) => (hasWords(planned.row.cells[column.id]) ? locate(planned.row, column) : null))
      : [],
  );
}

function hasWords(cell: DataCell | undefined): boolean {
  return cell !== undefined && cell.kind !== 'figure';
}

function makeLocator(set: DataSet, { files }: Inputs): Locate {
  const path = set.spreadsheet?.path ?? set.rows[0]?.place.file;
  const text = files.find((file) => file.path === path)?.text;
  if (text === undefined) return () => null;
  return set.spreadsheet ? locateInCsv(set, text) : locateInYaml(text);
}

function locateInCsv({ spreadsheet, headings }: DataSet, text: string): Locate {
  const [header, ...rows] = openGrid(text, spreadsheet?.headerRow).value?.rows ?? [];
  const starts = new Map(rows.map((row) => [toPlace(text, row.starts[0] ?? 0, '').line, row.starts]));
  return ({ place }, column) => {
    const heading = headings.get(column.id) ?? column.id;
    const index = header?.cells.findIndex((cell) => cell.trim() === heading) ?? -1;
    if (index === -1) return null;
    if (place.sheet !== undefined) return { ...place, column: index + 1 };
    const offset = starts.get(place.line)?.[index];
    return offset === undefined ? null : toPlace(text, offset, place.file);
  };
}

function locateInYaml(text: string): Locate {
  const opened = openYaml(text).value;
  return ({ id, place }, column) => {
    const offset = opened && findSpot(opened, ['rows', id, column.id])?.node?.range?.[0];
    return typeof offset === 'number' ? toPlace(text, offset, place.file) : null;
  };
}

function toPlace(text: string, offset: number, file: string): Place {
  const lines = text.slice(0, offset).split('\n');
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
