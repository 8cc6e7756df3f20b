/** A row of a spreadsheet, by its number. */
interface NumberedRow {
  row: number;
  texts: readonly string[];
}

/**
 * Finds the row that probably has the headings, below a row that has too few: the first with the most cells, all different and none a
 * number. Returns null if there is none.
 */
export function findLikelyHeadings(header: readonly string[], below: readonly NumberedRow[]): number | null {
  const most = Math.max(...below.map(({ texts }) => countFilled(texts)), 0);
  const found = below.find(({ texts }) => countFilled(texts) === most);
  const filled = found?.texts.map((text) => text.trim()).filter((text) => text !== '') ?? [];
  if (!found || most < 2 || most <= countFilled(header)) return null;
  const isHeading =
    filled.every((text) => !/^[-+£(]?\d/.test(text)) && new Set(filled).size === filled.length;
  return isHeading ? found.row : null;
}

function countFilled(texts: readonly string[]): number {
  return texts.filter((text) => text.trim() !== '').length;
}
