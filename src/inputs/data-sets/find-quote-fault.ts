/** A quotation mark that breaks a CSV file, by its position in the text. */
export interface QuoteFault {
  kind: 'not closed' | 'inside a cell';
  at: number;
}

/**
 * Finds the first quotation mark that is never closed, or that stands inside a cell. Line breaks must be `\n`. Returns null if
 * there is none.
 */
export function findQuoteFault(text: string, separator: string): QuoteFault | null {
  let at = 0;
  while (at < text.length) {
    const end = text[at] === '"' ? findClosing(text, at) : null;
    if (end === -1) return { kind: 'not closed', at };
    const next = findCellEnd(text, separator, end === null ? at : end + 1);
    if (end !== null && next > end + 1) return { kind: 'inside a cell', at: end };
    const quote = end === null ? text.slice(at, next).indexOf('"') : -1;
    if (quote >= 0) return { kind: 'inside a cell', at: at + quote };
    at = next + 1;
  }
  return null;
}

/** Finds the quotation mark that closes the cell. Doubled ones stand for themselves. Returns -1 if there is none. */
function findClosing(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}

function findCellEnd(text: string, separator: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
  return at;
}
