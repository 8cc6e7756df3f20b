import { strToU8, zipSync } from 'fflate';

/** A sheet of a workbook for tests. */
export interface TestSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /**
   * By the name of the cell: a text, a number, a number with its format as `[0.64, '0%']`, or the XML inside the cell.
   */
  cells: Record<string, string | number | readonly [number, string] | { xml: string; type?: string }>;
  merges?: string[];
  /** XML of columns, such as `<col min="2" max="2" hidden="1"/>`. */
  columns?: string;
  hiddenRows?: number[];
}

interface TestWorkbook {
  sheets: TestSheet[];
  is1904?: boolean;
  /** More parts of the file, by name. */
  parts?: Record<string, string>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Makes an XLSX file from its parts, so that a test can write any cell. */
export function makeWorkbook({ sheets, is1904 = false, parts = {} }: TestWorkbook): Uint8Array {
  const formats = [...new Set(sheets.flatMap(({ cells }) => Object.values(cells).flatMap(getFormat)))];
  const files: Record<string, string> = {
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(
        (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ['rIdStyles', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escape(code)}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, writeSheet(sheet, formats)]),
    ),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

type Value = TestSheet['cells'][string];

function getFormat(value: Value): string[] {
  return Array.isArray(value) ? [String(value[1])] : [];
}

function writeSheet(
  { cells, merges = [], columns = '', hiddenRows = [] }: TestSheet,
  formats: string[],
): string {
  const rows = new Map<number, string[]>();
  for (const [name, value] of Object.entries(cells)) {
    const row = Number(/\d+$/.exec(name)?.[0]);
    rows.set(row, [...(rows.get(row) ?? []), writeCell(name, value, formats)]);
  }
  const body = [...rows]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, texts]) =>
        `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${texts.join('')}</row>`,
    );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${MAIN}"><cols>${columns}</cols><sheetData>${body.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function writeCell(name: string, value: Value, formats: string[]): string {
  if (typeof value === 'string') return `<c r="${name}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  if (typeof value === 'number') return `<c r="${name}"><v>${value}</v></c>`;
  if ('xml' in value) return `<c r="${name}" t="${value.type ?? 'n'}">${value.xml}</c>`;
  return `<c r="${name}" s="${formats.indexOf(value[1]) + 1}"><v>${value[0]}</v></c>`;
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  return `<Relationships xmlns="${PACKAGE}">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
