/** One cell with the mark that ends it. */
const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g;

/**
 * Lists the name and the printed words of each figure in a `figures.csv` that a version of this program wrote. Versions differ
 * in the other columns.
 */
export function listPrintedTexts(csv: string): string[] {
  const [head, ...rows] = splitRows(csv.replace(/^\ufeff/, ''));
  const [name, printed] = ['figure', 'printed'].map((heading) => head?.indexOf(heading) ?? -1);
  return rows.map((row) => `${row[name ?? -1] ?? ''}: ${row[printed ?? -1] ?? ''}`);
}

function splitRows(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell = '', end] of csv.matchAll(CELL)) {
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
