/** Rows of words under one another, with a heading. A column of which every cell is a number stands to the right. */
export function textTable(heading: string[], rows: string[][]): string {
  const numeric = heading.map((_cell, index) => rows.every((row) => /^\d*$/.test(row[index] ?? '')));
  return inColumns([heading, ...rows], numeric);
}

/** Rows of words under one another. The columns that `toTheRight` says of stand to the right. */
export function inColumns(rows: string[][], toTheRight: boolean[] = []): string {
  const widths = (rows[0] ?? []).map((_cell, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (row: string[]): string =>
    widths
      .map((width, index) => {
        const cell = row[index] ?? '';
        return toTheRight[index] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
