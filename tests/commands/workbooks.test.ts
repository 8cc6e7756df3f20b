import { strToU8, zipSync } from 'fflate';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unpackSources } from '../../src/sources/unpack-sources.js';
import type { Problem } from '../../src/model/problem.js';
import { makeWorkbook, type TestSheet } from '../support/make-workbook.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Data sets from Excel workbooks. All figures are invented. */
let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
});
afterEach(() => copy.remove());

const papers = (...args: string[]) => runPapers([...args, '--root', copy.root]);
const read = (path: string): string => readFileSync(join(copy.root, path), 'utf8');
const FOLDER = 'data/2025-26-q1';
const SECTION = 'templates/finance-monitor/sections/position.md.hbs';

/** Finds the packed sources of the only issued version. */
function findSources(): string {
  const archive = join(copy.root, 'output/archive');
  const [path = ''] = readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('sources.zip'),
  );
  return join(archive, path);
}

/** Adds a data set without a definition of its columns to `datasets.yaml`, so that it may have a YAML file. */
const define = (...ids: string[]): void =>
  copy.change('data/datasets.yaml', (text) => `${text}${ids.map((id) => `  ${id}: {}\n`).join('')}`);

/** The cells of a small table: headings in row 1, and two rows. */
const TABLE: TestSheet['cells'] = {
  A1: 'Debt',
  B1: '30 June 2025',
  C1: 'Collected',
  A2: 'Council tax',
  B2: [1150000.4, '"£"#,##0'],
  C2: [0.6437, '0%'],
  A3: 'Rents, homes',
  B3: '62 [p]',
  C3: 'not available',
};
const sheet = (cells: TestSheet['cells'] = TABLE, more: Partial<TestSheet> = {}): TestSheet => ({
  name: 'Q1',
  cells,
  ...more,
});
const book = (...sheets: TestSheet[]): Uint8Array => makeWorkbook({ sheets });

describe('a workbook instead of a CSV file', () => {
  beforeEach(() => {
    define('debts');
    rmSync(join(copy.root, FOLDER, 'debts.csv'));
    copy.write(
      `${FOLDER}/debts.yaml`,
      'source: Ledger (invented)\nfile: finance.xlsx\nsheet: Q1\nheader-row: 3\n',
    );
    const below = Object.fromEntries(
      Object.entries(TABLE).map(([name, value]) => [`${name[0]}${Number(name.slice(1)) + 2}`, value]),
    );
    copy.write(
      `${FOLDER}/finance.xlsx`,
      book(sheet({ A1: 'A title over the table', ...below }, { merges: ['A1:C1'] }), {
        name: 'Staff',
        state: 'hidden',
        cells: { A1: 'Secret of the hidden sheet' },
      }),
    );
  });

  test('prints cells as their number formats show them, and keeps the exact values', () => {
    const { code, err } = papers('build');
    expect(code).toBe(0);
    expect(err).not.toContain('finance.xlsx');
    const figures = read('output/2025-26-q1/finance-monitor/figures.csv');
    expect(figures).toMatch(
      /Council tax,Collected,64%,data\.debts\.council-tax\.collected,[^\n]*,64\.37,percent/,
    );
    expect(figures).toMatch(/Council tax,30 June 2025,"£1,150,000",[^\n]*,1150000\.4,pounds/);
    expect(figures).toMatch(/Rents, homes",30 June 2025,£62 \[p\],/);
    expect(figures).toMatch(/data\/2025-26-q1\/finance\.xlsx,Q1,4\r?\n/);
    expect(papers('explain', 'data.debts.council-tax.collected').out).toContain(
      'data/2025-26-q1/finance.xlsx, sheet Q1, cell C4',
    );
  });

  test('packs the table as CSV, never the workbook, and rebuilds the same paper from it', () => {
    expect(papers('issue', '--as', '1.0').code).toBe(0);
    const { code, out } = papers('verify', '1.0');
    expect(out).toContain('The sources inside each version give the same bytes.');
    expect(code).toBe(0);
    const { files } = unpackSources(readFileSync(findSources()));
    expect(files.map(({ path }) => path).filter((path) => path.includes('xlsx'))).toEqual([
      'data/2025-26-q1/debts.xlsx.csv',
    ]);
    expect(files.map(({ bytes }) => Buffer.from(bytes).toString()).join()).not.toContain('Secret');
  });

  test('carries the names of rows over as CSV, which a workbook of the next period replaces', () => {
    expect(papers('new', '2025-26-q2', '--meeting', '2025-12-10').code).toBe(0);
    expect(read('data/2025-26-q2/debts.xlsx.csv')).toBe(
      '\n\nDebt,30 June 2025,Collected\nCouncil tax,,\n"Rents, homes",,\n',
    );
    expect(papers('check', '2025-26-q2').err).not.toContain(': error:');
    copy.write('data/2025-26-q2/finance.xlsx', book(sheet({ A1: 'Other' })));
    expect(papers('check', '2025-26-q2').err).toContain('the sheet has no row of headings here');
  });

  test('reports a workbook that is only half written, and leaves locks of other programs alone', () => {
    const bytes = readFileSync(join(copy.root, FOLDER, 'finance.xlsx'));
    copy.write(`${FOLDER}/~$finance.xlsx`, 'a lock');
    expect(papers('check').code).toBe(0);
    copy.write(`${FOLDER}/finance.xlsx`, bytes.subarray(0, bytes.length / 2));
    const { code, err } = papers('check');
    expect(code).toBe(1);
    expect(err).toContain('the workbook is incomplete or damaged');
    expect(err).not.toContain('PK'); // no excerpt of its bytes
  });

  test('reports a cell of a sheet in each format', () => {
    const cells = { ...TABLE, C2: { type: 'e', xml: '<f>1/0</f><v>#DIV/0!</v>' } };
    copy.write(`${FOLDER}/debts.yaml`, 'file: finance.xlsx\n');
    copy.write(`${FOLDER}/finance.xlsx`, book(sheet(cells)));
    const path = `${FOLDER}/finance.xlsx`;
    expect(papers('check').err).toContain(
      `${path}, sheet Q1, cell C2: error: the cell has the error #DIV/0!`,
    );
    expect(papers('check', '--format', 'github').out).toMatch(
      /::error file=[^,]*finance\.xlsx,title=cell-has-value::sheet Q1, cell C2: the cell has the error #DIV\/0!/,
    );
    const sarif = papers('check', '--format', 'sarif').out;
    expect(sarif).toContain('sheet Q1, cell C2: the cell has the error #DIV/0!');
    expect(sarif).not.toContain('"startColumn": 3');
    const { problems } = JSON.parse(papers('check', '--json').out) as { problems: Problem[] };
    expect(problems).toMatchObject([{ place: { file: path, line: 2, column: 3, sheet: 'Q1' } }]);
  });
});

interface Case {
  name: string;
  /** The file, and its name if it is not an XLSX file. */
  bytes: Uint8Array | string;
  ending?: string;
  yaml?: string;
  /** The rule and a part of the message, or null if the check must find nothing. */
  finds: [rule: string, says: string, cell?: [row: number, column: number]] | null;
}

const ole = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), Buffer.from(text, 'utf16le')]);
const zip = (name: string, text: string): Uint8Array => zipSync({ [name]: strToU8(text) });

/** Writes another size of the unpacked part into a zip file, in its directory and before the part. */
function forgeSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const forged = Buffer.from(bytes);
  for (const [signature, sizeAt, nameAt] of [
    [0x04034b50, 22, 30],
    [0x02014b50, 24, 46],
  ] as const)
    for (let at = 0; at < forged.length - nameAt; at++)
      if (
        forged.readUInt32LE(at) === signature &&
        forged
          .subarray(at + nameAt)
          .toString('latin1')
          .startsWith(name)
      )
        forged.writeUInt32LE(size, at + sizeAt);
  return forged;
}

const hidden = sheet(TABLE, { hiddenRows: [3] });
const cases: Case[] = [
  { name: 'plain', bytes: book(sheet()), finds: null },
  {
    name: 'macros',
    ending: 'xlsm',
    bytes: makeWorkbook({ sheets: [sheet()], parts: { 'xl/vbaProject.bin': 'x' } }),
    finds: null,
  },
  {
    name: 'password',
    bytes: ole('EncryptedPackage'),
    finds: ['table-is-readable', 'protected with a password'],
  },
  { name: 'old', bytes: ole('Workbook'), finds: ['table-is-readable', 'an old Excel workbook (.xls)'] },
  {
    name: 'xls',
    ending: 'xls',
    bytes: ole('Workbook'),
    finds: ['table-is-readable', 'a spreadsheet of this kind is not read'],
  },
  {
    name: 'capitals',
    ending: 'XLSX',
    bytes: book(sheet()),
    finds: ['table-is-readable', 'the ending of the name has capitals'],
  },
  {
    name: 'ods',
    bytes: zip('content.xml', '<x/>'),
    finds: ['table-is-readable', 'an OpenDocument spreadsheet'],
  },
  {
    name: 'binary',
    bytes: zip('xl/workbook.bin', 'x'),
    finds: ['table-is-readable', 'a binary Excel workbook'],
  },
  {
    name: 'word',
    bytes: zip('word/document.xml', '<x/>'),
    finds: ['table-is-readable', 'the file is no Excel workbook'],
  },
  {
    name: 'web-page',
    bytes: '<html><table></table></html>',
    finds: ['table-is-readable', 'the file is no Excel workbook'],
  },
  { name: 'empty', bytes: '', finds: ['table-is-readable', 'the workbook is empty'] },
  {
    name: 'broken-xml',
    bytes: makeWorkbook({ sheets: [sheet()], parts: { 'xl/worksheets/sheet1.xml': '<worksheet><row' } }),
    finds: ['table-is-readable', 'the workbook is damaged'],
  },
  {
    name: 'bomb',
    bytes: forgeSize(book(sheet()), 'xl/worksheets/sheet1.xml', 200_000_000),
    finds: ['table-is-readable', 'unpacks to more than'],
  },
  {
    name: 'many-parts',
    bytes: zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${at}`, new Uint8Array()]))),
    finds: ['table-is-readable', 'too many parts'],
  },
  {
    name: 'large-rows',
    bytes: makeWorkbook({
      sheets: [sheet()],
      parts: {
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="9999999"><c r="A9999999"><v>1</v></c></row></sheetData></worksheet>',
      },
    }),
    finds: ['table-is-readable', 'a row number that cannot be'],
  },
  {
    name: 'entities',
    bytes: makeWorkbook({
      sheets: [sheet()],
      parts: {
        'xl/worksheets/sheet1.xml':
          '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      },
    }),
    finds: null,
  },
  {
    name: 'no-sheet',
    bytes: book(sheet(TABLE, { state: 'hidden' })),
    finds: ['table-is-readable', 'no visible sheet'],
  },
  {
    name: 'two-sheets',
    bytes: book(sheet(), { name: 'Q2', cells: TABLE }),
    finds: ['table-is-readable', 'the workbook has 2 sheets'],
  },
  {
    name: 'one-of-two',
    yaml: 'sheet: q2',
    bytes: book(sheet({}), { name: 'Q2', cells: TABLE }),
    finds: null,
  },
  {
    name: 'misspelt-sheet',
    yaml: 'sheet: Q9',
    bytes: book(sheet()),
    finds: ['table-is-readable', 'no sheet called "Q9"'],
  },
  {
    name: 'hidden-sheet',
    yaml: 'sheet: Q1',
    bytes: book(sheet(TABLE, { state: 'veryHidden' })),
    finds: ['table-is-readable', 'the sheet "Q1" is hidden'],
  },
  { name: 'hidden-meant', yaml: 'hidden: include', bytes: book(hidden), finds: null },
  {
    name: 'hidden-rows',
    bytes: book(hidden),
    finds: ['hidden-cells-are-meant', 'hidden rows are left out: 3', [3, 1]],
  },
  {
    name: 'hidden-columns',
    bytes: book(sheet(TABLE, { columns: '<col min="3" max="3" hidden="1"/>' })),
    finds: ['hidden-cells-are-meant', 'hidden columns are left out: C', [1, 3]],
  },
  {
    name: 'merged',
    bytes: book(sheet(TABLE, { merges: ['A2:A3'] })),
    finds: ['cells-are-single', 'the cells A2:A3 are merged', [2, 1]],
  },
  { name: 'merged-elsewhere', bytes: book(sheet(TABLE, { merges: ['H9:J9'] })), finds: null },
  {
    name: 'reference',
    bytes: book(sheet({ ...TABLE, B2: { type: 'e', xml: '<v>#REF!</v>' } })),
    finds: ['cell-has-value', 'the error #REF!', [2, 2]],
  },
  {
    name: 'formula',
    bytes: book(sheet({ ...TABLE, B2: { xml: '<f>[1]Other!A1*2</f><v>8</v>' } })),
    finds: null,
  },
  {
    name: 'unsaved',
    bytes: book(sheet({ ...TABLE, B2: { xml: '<f>1+1</f><v></v>' } })),
    finds: ['cell-has-value', 'the formula has no result in the file', [2, 2]],
  },
  {
    name: 'no-date',
    bytes: book(sheet({ ...TABLE, B2: [-5, 'dd/mm/yyyy'] })),
    finds: ['cell-has-value', '-5 is shown as a date', [2, 2]],
  },
  {
    name: 'no-heading',
    bytes: book(sheet({ ...TABLE, F2: 'a note' })),
    finds: ['table-is-readable', '"a note" stands under no heading', [2, 6]],
  },
  {
    name: 'doubled',
    bytes: book(sheet({ ...TABLE, A3: 'Council Tax' })),
    finds: ['row-is-unique', 'the row "Council Tax" is here twice', [3, 1]],
  },
  { name: 'trailing', bytes: book(sheet({ ...TABLE, Z1: '', A900: ' ', Z900: { xml: '' } })), finds: null },
  {
    name: 'doubled-column',
    bytes: book(sheet({ ...TABLE, C1: '30 june 2025' })),
    finds: ['column-exists', 'the column "30 june 2025" is here twice', [1, 3]],
  },
  {
    name: 'private-use',
    bytes: book(sheet({ ...TABLE, A3: 'Rents \u{f0000}' })),
    finds: ['character-is-public', 'private-use character', [3, 1]],
  },
  {
    name: 'long-cell',
    bytes: book(sheet({ ...TABLE, A3: 'long '.repeat(200_000) })),
    finds: ['table-is-readable', 'the cell has 999999 characters', [3, 1]],
  },
  {
    name: 'lost-text',
    bytes: book(sheet({ ...TABLE, B2: { type: 's', xml: '<v>99</v>' } })),
    finds: ['table-is-readable', 'a cell has a text that is not there'],
  },
  {
    name: 'wrong-row',
    bytes: makeWorkbook({
      sheets: [sheet()],
      parts: {
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A7"><v>1</v></c></row></sheetData></worksheet>',
      },
    }),
    finds: ['table-is-readable', 'a cell that cannot be: A7'],
  },
  {
    name: 'many-places',
    bytes: book(sheet({ ...TABLE, B2: [5, `0.${'0'.repeat(240)}`] })),
    finds: null,
  },
  {
    name: 'other-names',
    bytes: book(
      sheet({ A1: 'Constructor', B1: 'toString', A2: '__proto__', B2: 1, A3: 'constructor', B3: 2 }),
    ),
    finds: null,
  },
  {
    name: 'renamed',
    bytes: 'Debt,Amount\nRents,1\n',
    finds: ['table-is-readable', 'the file is no Excel workbook'],
  },
  {
    name: 'linked',
    bytes: makeWorkbook({
      sheets: [sheet()],
      parts: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://example.org/sheet.xml" TargetMode="External"/></Relationships>',
      },
    }),
    finds: ['table-is-readable', 'no visible sheet'],
  },
  {
    name: 'misplaced-key',
    ending: 'csv',
    yaml: 'sheet: Q1',
    bytes: 'Name,A\nx,1\n',
    finds: ['key-fits', 'only a workbook takes sheet:'],
  },
];

test('reports each workbook that cannot be read at its place, and reads the others', () => {
  define(...cases.flatMap(({ name, yaml }) => (yaml === undefined ? [] : [name])));
  for (const { name, bytes, ending = 'xlsx', yaml } of cases) {
    copy.write(`${FOLDER}/${name}.${ending}`, bytes);
    if (yaml !== undefined) copy.write(`${FOLDER}/${name}.yaml`, `file: ${name}.${ending}\n${yaml}\n`);
  }
  copy.change(SECTION, (text) => `${text}\n{{! ${cases.map(({ name }) => name).join(' ')} }}\n`);
  const { code, out, err } = papers('check', '--json');
  expect(err).toBe('');
  expect(code).toBe(1);
  const { problems } = JSON.parse(out) as { problems: Problem[] };
  for (const { name, finds } of cases) {
    const found = problems.filter(({ place }) => place?.file.startsWith(`${FOLDER}/${name}.`));
    const [rule, says, cell] = finds ?? [];
    const [problem] = found;
    expect([name, problem?.rule, problem?.message]).toEqual([
      name,
      rule,
      says === undefined ? undefined : (expect.stringContaining(says) as string),
    ]);
    if (cell) expect([name, problem?.place?.line, problem?.place?.column]).toEqual([name, ...cell]);
  }
});
