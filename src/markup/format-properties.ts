/** Formats CSS custom properties of a whole page: `:root { --ink: #1d2329; }`. */
export function formatProperties(properties: Record<string, string>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  --${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}`;
}
