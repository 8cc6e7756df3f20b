import { LARGEST_UNPACKED } from '../../ooxml/open-parts.js';
import type { UnreadablePackage } from '../../ooxml/unreadable-package.js';

/** Words for an author about a file that cannot be read. */
export interface Explanation {
  message: string;
  hint: string;
}

const SAVE_AGAIN = 'Open the file in Word or LibreOffice and save it again as a Word document (.docx).';
const SAVE_AS_DOCX = 'Open it in Word or LibreOffice and save it as a Word document (.docx).';

/** Explains why a file cannot be read as a Word file. */
export function explainPackage({ fault, message }: UnreadablePackage): Explanation {
  switch (fault) {
    case 'empty':
      return { message: 'the Word file is empty', hint: SAVE_AGAIN };
    case 'encrypted':
      return {
        message: 'the Word file is protected with a password',
        hint: 'Save a copy without the password: in Word under File, Info, Protect Document.',
      };
    case 'old':
      return { message: 'the file is an old Word document (.doc)', hint: SAVE_AS_DOCX };
    case 'not a package':
      return { message: 'the file is no Word document', hint: SAVE_AS_DOCX };
    case 'damaged':
      return { message: `the Word file is damaged: ${message}`, hint: SAVE_AGAIN };
    case 'too deep':
      return { message: 'the Word file is damaged: its parts are nested too deeply', hint: SAVE_AGAIN };
    case 'incomplete':
      return {
        message: 'the Word file is incomplete or damaged',
        hint: 'If it is being saved, wait for the end. Otherwise open it in Word or LibreOffice and save it again.',
      };
    case 'too many parts':
      return { message: 'the Word file has too many parts', hint: SAVE_AGAIN };
    case 'too large':
      return {
        message: `the Word file has more text than ${LARGEST_UNPACKED} MB, or too many parts of text`,
        hint: 'Check that it is the right file.',
      };
    default:
      return fault satisfies never;
  }
}

/** Says what a zip file is that contains no Word document. */
export function explainOtherKind(names: readonly string[]): Explanation {
  const [kind, hint] = findOtherKind(names) ?? ['no Word document', SAVE_AS_DOCX];
  return { message: `the file is ${kind}`, hint };
}

function findOtherKind(names: readonly string[]): [kind: string, hint: string] | null {
  if (names.includes('xl/workbook.xml') || names.includes('xl/workbook.bin'))
    return ['an Excel workbook', 'Name a Word document (.docx).'];
  if (names.includes('ppt/presentation.xml')) return ['a presentation', 'Name a Word document (.docx).'];
  if (names.includes('content.xml')) return ['an OpenDocument file', SAVE_AS_DOCX];
  return null;
}
