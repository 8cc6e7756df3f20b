/** Formats rows as aligned columns, one line each. `isRightAligned` has one entry for each column. */
export function formatColumns(rows: readonly string[][], isRightAligned: readonly boolean[] = []): string[] {
  const widths = (rows[0] ?? []).map((_cell, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  return rows.map((row) =>
    widths
      .map((width, index) => {
        const cell = row[index] ?? '';
        return isRightAligned[index] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
