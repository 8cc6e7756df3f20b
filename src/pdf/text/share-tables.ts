import { isAbsolute } from 'node:path';
import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';

/** The tables of the program's own faces that fontkit has decoded, by file. A cache for the life of the process: they never change. */
const tablesOfFiles = new Map<string, object>();

/**
 * Lets all PDFs of a process share the decoded tables of the program's own faces. To see that a face is not monospaced, pdfkit decodes
 * thousands of names of glyphs: a twentieth of the time of typesetting, when papers are built in one process. Glyphs are not shared,
 * because fontkit keeps the first text that used each.
 */
export function shareTables({ font }: EmbeddedFont, file: string): void {
  if (!isAbsolute(file)) return;
  font._tables = tablesOfFiles.get(file) ?? font._tables;
  tablesOfFiles.set(file, font._tables);
}
