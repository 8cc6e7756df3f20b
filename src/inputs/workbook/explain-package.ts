import { LARGEST_UNPACKED } from '../../ooxml/open-parts.js';
import type { UnreadablePackage } from '../../ooxml/unreadable-package.js';
import { SAVE_AS_XLSX } from './recognise-file.js';
import { SAVE_AGAIN, UnreadableWorkbook } from './unreadable-workbook.js';

/** Explains in the words of spreadsheets why a file cannot be read. */
export function explainPackage({ fault, message }: UnreadablePackage): UnreadableWorkbook {
  switch (fault) {
    case 'empty':
      return new UnreadableWorkbook('the workbook is empty', SAVE_AGAIN);
    case 'encrypted':
      return new UnreadableWorkbook(
        'the workbook is protected with a password',
        'Save a copy without the password: in Excel under File, Info, Protect Workbook.',
      );
    case 'old':
      return new UnreadableWorkbook('the file is an old Excel workbook (.xls)', SAVE_AS_XLSX);
    case 'not a package':
      return new UnreadableWorkbook('the file is no Excel workbook', SAVE_AS_XLSX);
    case 'damaged':
      return new UnreadableWorkbook(`the workbook is damaged: ${message}`, SAVE_AGAIN);
    case 'too deep':
      return new UnreadableWorkbook('the workbook is damaged: its parts are nested too deeply', SAVE_AGAIN);
    case 'incomplete':
      return new UnreadableWorkbook(
        'the workbook is incomplete or damaged',
        'If it is being saved, wait for the end. Otherwise open it in your spreadsheet program and save it again.',
      );
    case 'too many parts':
      return new UnreadableWorkbook('the workbook has too many parts', SAVE_AGAIN);
    case 'too large':
      return new UnreadableWorkbook(
        `the workbook unpacks to more than ${LARGEST_UNPACKED} MB`,
        'Check that it is the right file. Save the rows that the paper needs in a workbook of their own.',
      );
    default:
      return fault satisfies never;
  }
}
