import { SAVE_AGAIN, UnreadableWorkbook } from './unreadable-workbook.js';

const SAVE_AS_XLSX = 'Open it in your spreadsheet program and save it as an Excel workbook (.xlsx).';

/** Throws `UnreadableWorkbook` for a file that is no zip file, and says what it is instead. */
export function checkIsZip(bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  if (bytes.length === 0) throw new UnreadableWorkbook('the workbook is empty', SAVE_AGAIN);
  if (isOleContainer(bytes)) {
    // Names in the container are UTF-16.
    if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')))
      throw new UnreadableWorkbook(
        'the workbook is protected with a password',
        'Save a copy without the password: in Excel under File, Info, Protect Workbook.',
      );
    throw new UnreadableWorkbook('the file is an old Excel workbook (.xls)', SAVE_AS_XLSX);
  }
  throw new UnreadableWorkbook('the file is no Excel workbook', SAVE_AS_XLSX);
}

function isOleContainer(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

/** Throws `UnreadableWorkbook` for a zip file that contains something else than an XLSX workbook. */
export function refuseOtherKind(names: readonly string[]): never {
  if (names.includes('xl/workbook.bin'))
    throw new UnreadableWorkbook('the file is a binary Excel workbook (.xlsb)', SAVE_AS_XLSX);
  if (names.includes('content.xml'))
    throw new UnreadableWorkbook('the file is an OpenDocument spreadsheet (.ods)', SAVE_AS_XLSX);
  throw new UnreadableWorkbook('the file is no Excel workbook', SAVE_AS_XLSX);
}
