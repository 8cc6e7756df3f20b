import { escapeXml } from '../markup/escape-xml.js';
import type { Footnotes } from './plan-footnotes.js';

/** Puts typed numbers into the part of the footnotes: the library starts each of them with the number that Word counts. */
export function typeFootnoteNumbers(xml: string, footnotes: Footnotes): string {
  const typed = new Map([...footnotes.values()].map(({ id, typed: number }) => [String(id), number]));
  return xml.replace(
    /(<w:footnote w:id="(\d+)">.*?)<w:footnoteRef\/>/gs,
    (whole: string, start: string, id: string) => {
      const number = typed.get(id) ?? null;
      return number === null ? whole : `${start}<w:t>${escapeXml(number)}</w:t>`;
    },
  );
}
