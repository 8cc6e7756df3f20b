import { checkIsPackage } from '../../ooxml/check-is-package.js';
import { openParts, type Parts } from '../../ooxml/open-parts.js';
import { parseXml } from '../../ooxml/parse-xml.js';
import { readRelations } from '../../ooxml/read-relations.js';
import { isTrue } from '../../ooxml/is-true.js';
import { parseNumberFormat, type NumberFormat } from './number-format.js';
import { refuseOtherKind } from './recognise-file.js';

/** A worksheet, as the list of sheets names it. */
export interface SheetEntry {
  name: string;
  isHidden: boolean;
  /** The part of the file that has its cells. */
  part: string;
}

/** An opened workbook. Its cells are not read yet. */
export interface Workbook {
  sheets: SheetEntry[];
  is1904: boolean;
  /** Reads a part of the file. */
  read: Parts['read'];
  /** The texts that cells name by number. */
  readTexts: () => string[];
  /** The number formats that cells name by number. */
  readFormats: () => NumberFormat[];
}

/** Opens an XLSX or XLSM file. Macros and links are never read. Throws `UnreadableWorkbook` or `UnreadablePackage` for any other file. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  checkIsPackage(bytes);
  const parts = openParts(bytes);
  const main =
    readRelations(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = parts.read(main);
  if (xml === null || parts.names.includes('xl/workbook.bin')) return refuseOtherKind(parts.names);
  const relations = readRelations(parts, main);
  const findPart = (type: string): string | null =>
    relations.find((relation) => relation.type === type)?.target ?? null;
  const { sheets, is1904 } = readSheetList(xml);
  return {
    is1904,
    sheets: sheets.flatMap(({ id, name, isHidden }) => {
      const relation = relations.find((candidate) => candidate.id === id);
      return relation?.type === 'worksheet' ? [{ name, isHidden, part: relation.target }] : [];
    }),
    read: parts.read,
    readTexts: () => readTexts(parts.read(findPart('sharedStrings') ?? '')),
    readFormats: () => readFormats(parts.read(findPart('styles') ?? '')),
  };
}

function readSheetList(xml: string) {
  const sheets: { id: string; name: string; isHidden: boolean }[] = [];
  let is1904 = false;
  parseXml(xml, {
    open: (element, attributes) => {
      if (element === 'workbookPr') is1904 = isTrue(attributes['date1904']);
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? '';
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ id, name: cleanName(attributes['name'] ?? ''), isHidden });
    },
  });
  return { sheets, is1904 };
}

/** Excel allows 31 characters. */
const LONGEST_NAME = 100;

/** Keeps the name of a sheet on one line. Excel allows no control characters there, but a file may have them. */
function cleanName(name: string): string {
  return name.slice(0, LONGEST_NAME).replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\ue000-\uf8ff]/g, ' ');
}

function readTexts(xml: string | null): string[] {
  const texts: string[] = [];
  let text = '';
  let path: 'none' | 'text' | 'phonetic' = 'none';
  if (xml !== null)
    parseXml(xml, {
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') path = 'phonetic';
        else if (name === 't' && path === 'none') path = 'text';
      },
      text: (piece) => {
        if (path === 'text') text += piece;
      },
      close: (name) => {
        if (name === 'si') texts.push(unescapeText(text));
        else if (name === 'rPh' || (name === 't' && path === 'text')) path = 'none';
      },
    });
  return texts;
}

/** Decodes `_x000D_`, by which workbooks write characters that XML cannot have. */
export function unescapeText(text: string): string {
  if (!text.includes('_x') && !text.includes('\r')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}

function readFormats(xml: string | null): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isInCells = false;
  if (xml !== null)
    parseXml(xml, {
      open: (name, attributes) => {
        if (name === 'numFmt')
          codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
        else if (name === 'cellXfs') isInCells = true;
        else if (name === 'xf' && isInCells) {
          const id = Number(attributes['numFmtId'] ?? 0);
          formats.push(parseNumberFormat(id, codes.get(id)));
        }
      },
      close: (name) => {
        if (name === 'cellXfs') isInCells = false;
      },
    });
  return formats;
}
