import type { Place } from '../model/problem.js';

/** Separates the file from the sheet. No name of a file or sheet contains it. */
const SHEET = '\u001f';

/** Encodes a place as one word, which marks in texts and options of helpers carry. */
export function encodePlace({ file, line, column, sheet }: Place): string {
  return `${file}${sheet === undefined ? '' : SHEET + sheet}:${line}:${column}`;
}

/** Decodes a place. Returns null for any other text. */
export function decodePlace(code: string): Place | null {
  const [, source, line, column] = /^(.*):(\d+):(\d+)$/s.exec(code) ?? [];
  if (source === undefined) return null;
  const [file = '', sheet] = source.split(SHEET);
  return { file, line: Number(line), column: Number(column), ...(sheet !== undefined && { sheet }) };
}
