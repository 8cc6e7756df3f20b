import { createHash } from 'node:crypto';
import { PDFDict, PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Returns new names for the embedded parts of fonts. Such a name begins with six letters and "+". Different parts of one font in
 * one file need different letters (ISO 32000-1, 9.6.4), so the letters come from the hash of the part.
 */
export function nameFonts(source: PDFContext): Map<string, string> {
  const names = new Map<string, string>();
  for (const [, object] of source.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const name = object.get(PDFName.of('FontName'));
    const program = object.lookup(PDFName.of('FontFile2')) ?? object.lookup(PDFName.of('FontFile3'));
    if (!(name instanceof PDFName) || !(program instanceof PDFRawStream)) continue;
    const text = name.asString().slice(1);
    names.set(text, text.replace(/^[A-Z]{6}(?=\+)/, makeTag(program.contents)));
  }
  return names;
}

function makeTag(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest();
  return [...digest.subarray(0, 6)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
