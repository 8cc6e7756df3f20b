import { UnreadableWorkbook } from './unreadable-workbook.js';

export const SAVE_AS_XLSX = 'Open it in your spreadsheet program and save it as an Excel workbook (.xlsx).';

/** Throws `UnreadableWorkbook` for a zip file that contains something else than an XLSX workbook. */
export function refuseOtherKind(names: readonly string[]): never {
  if (names.includes('xl/workbook.bin'))
    throw new UnreadableWorkbook('the file is a binary Excel workbook (.xlsb)', SAVE_AS_XLSX);
  if (names.includes('content.xml'))
    throw new UnreadableWorkbook('the file is an OpenDocument spreadsheet (.ods)', SAVE_AS_XLSX);
  throw new UnreadableWorkbook('the file is no Excel workbook', SAVE_AS_XLSX);
}
