/** Formats rows as aligned columns. Each step of depth indents them by two spaces. */
export function formatColumns(rows: readonly string[][], depth: number): string[] {
  const widths = (rows[0] ?? []).map((_cell, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  const indent = '  '.repeat(depth);
  return rows.map((row) => {
    const cells = row.map((cell, index) => cell.padEnd(widths[index] ?? 0));
    return `${indent}${cells.join('  ')}`.trimEnd();
  });
}
