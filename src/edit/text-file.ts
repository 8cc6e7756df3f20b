import { decodeSpreadsheet } from '../inputs/data-sets/decode-spreadsheet.js';
import { encodeWindows1252 } from '../inputs/data-sets/windows-1252.js';
import { refuse, succeed, type Outcome } from './outcome.js';

/** The text of a file, and how to write another text as the file was written. */
export interface TextFile {
  text: string;
  /** Refuses characters that the file's encoding does not have. */
  encode: (text: string) => Outcome<Uint8Array>;
}

const MARK = '\uFEFF';

type Encode = (text: string) => Uint8Array | null;

/** The encodings that spreadsheets write, with and without a byte order mark. */
const ENCODINGS: Encode[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(MARK + text, 'utf8'),
  (text) => Buffer.from(MARK + text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(MARK + text, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'utf16le').swap16(),
  encodeWindows1252,
];

/**
 * Opens the bytes of a file that is edited. The encoding is the one that gives the same bytes back. CSV files can have any that
 * spreadsheets write; other files must be UTF-8.
 */
export function openTextFile(path: string, bytes: Uint8Array): Outcome<TextFile> {
  const isCsv = /\.csv$/i.test(path);
  const text = isCsv ? decodeSpreadsheet(bytes).text : new TextDecoder('utf-8').decode(bytes);
  const encodings = isCsv ? ENCODINGS : ENCODINGS.slice(0, 2);
  const encode = encodings.find((candidate) => isSame(candidate(text), bytes));
  if (!encode)
    return refuse(
      'the characters of the file cannot be written back',
      isCsv ? 'Save it from your spreadsheet as CSV (UTF-8).' : 'Save it from your editor as UTF-8.',
    );
  return succeed({ text, encode: (changed) => encodeText(changed, encode) });
}

function encodeText(text: string, encode: Encode): Outcome<Uint8Array> {
  const isWhole = !/\p{Surrogate}/u.test(text);
  const bytes = isWhole ? encode(text) : null;
  if (bytes) return succeed(bytes);
  return isWhole
    ? refuse(
        'the file has an encoding without one of these characters',
        'Save the file as CSV (UTF-8) first.',
      )
    : refuse('the text has half of a character', 'Type the text again.');
}

function isSame(first: Uint8Array | null, second: Uint8Array): boolean {
  return first !== null && Buffer.compare(first, second) === 0;
}
