/** Rows of words under one another, with a heading. A column of which every cell is a number stands to the right. */
export function textTable(heading: string[], rows: string[][]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_cell, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
  const isNumeric = heading.map((_cell, index) => rows.every((row) => /^\d*$/.test(row[index] ?? '')));
  return all
    .map((row) =>
      widths
        .map((width, index) =>
          isNumeric[index] ? (row[index] ?? '').padStart(width) : (row[index] ?? '').padEnd(width),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
