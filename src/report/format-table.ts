/** Formats rows under a heading. Columns that contain only numbers are right-aligned. */
export function formatTable(heading: string[], rows: string[][]): string {
  const isNumeric = heading.map((_cell, index) => rows.every((row) => /^\d*$/.test(row[index] ?? '')));
  return formatColumns([heading, ...rows], isNumeric);
}

/** Formats rows in columns. `isRightAligned` has one entry for each column. */
export function formatColumns(rows: string[][], isRightAligned: boolean[] = []): string {
  const widths = (rows[0] ?? []).map((_cell, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (row: string[]): string =>
    widths
      .map((width, index) => {
        const cell = row[index] ?? '';
        return isRightAligned[index] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
