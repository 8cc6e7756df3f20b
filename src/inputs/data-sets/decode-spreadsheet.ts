import { decodeWindows1252 } from './windows-1252.js';

/** A decoded text, and the encoding if it had to be guessed. */
export interface DecodedText {
  text: string;
  guessed: 'UTF-16' | 'Windows-1252' | null;
}

/**
 * Decodes a text file that a spreadsheet saved: UTF-8, or UTF-16 with its byte order mark. Without the mark, UTF-16 is known by
 * its zero bytes. Other bytes that are not UTF-8 are read as Windows-1252, in which older versions of Excel write.
 */
export function decodeSpreadsheet(bytes: Uint8Array): DecodedText {
  const encoding = findUtf16(bytes);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), guessed: null };
  const guessed = guessUtf16(bytes);
  if (guessed) return { text: new TextDecoder(guessed).decode(bytes), guessed: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: null };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: decodeWindows1252(bytes), guessed: 'Windows-1252' };
  }
}

/** Recognises UTF-16 by its byte order mark. */
function findUtf16([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

const SAMPLE = 4096;

/** Recognises UTF-16 by its zero bytes: every other byte of English text. Returns null for any other text. */
function guessUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  let [even, odd] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even++;
    else odd++;
  });
  const most = sample.length / 4; // half of the bytes at even or odd positions
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}
