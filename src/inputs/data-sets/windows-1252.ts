/** The characters of Windows-1252 from 0x80 to 0x9F; elsewhere it equals Latin-1. Unused codes stay as they are. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes Windows-1252. The decoder of some releases of Node takes it for Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  return latin1.replace(
    /[\u0080-\u009f]/g,
    (character) => UPPER[character.charCodeAt(0) - 0x80] ?? character,
  );
}

/** Encodes Windows-1252. Returns null if a character is not part of it. */
export function encodeWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const upper = UPPER.indexOf(text[at] ?? '');
    const code = upper >= 0 ? 0x80 + upper : text.charCodeAt(at);
    if (code > 0xff || (upper < 0 && code >= 0x80 && code <= 0x9f)) return null;
    bytes[at] = code;
  }
  return bytes;
}
