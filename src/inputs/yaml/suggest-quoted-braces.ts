/** Suggests quotes for a value that was meant as text. YAML reads a value that starts with a brace as a map. */
export function suggestQuotedBraces(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isDoubleBraces(value)) return 'A value that starts with {{ must be in quotes: "{{…}}".';
  const figure = findFigureName(value);
  return figure && `To print a figure, use two braces and put the value in quotes: "{{${figure}}}".`;
}

/** YAML reads `t: {{x}}` as a map whose key is a map. */
function isDoubleBraces(value: object): boolean {
  return Object.keys(value).some((key) => /^\{.*\}$/.test(key.trim()));
}

/** YAML reads `t: {facts.x}` as a map with the key `facts.x` and no value. */
function findFigureName(map: object): string | undefined {
  const [[key, value] = ['', ''], ...others] = Object.entries(map);
  return others.length === 0 && value === null && /^[a-z][\w-]*(\.[\w-]+)+$/.test(key) ? key : undefined;
}
