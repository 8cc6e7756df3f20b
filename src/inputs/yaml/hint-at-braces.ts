/** Of a value that was meant as text, and that YAML has read as a map since it begins with a brace, how it is written. */
export function hintAtBraces(found: unknown): string | undefined {
  if (isBraces(found)) return 'A value that begins with {{ must stand in quotes: "{{…}}".';
  const figure = figureNamed(found);
  return figure && `To print a figure, write it in two braces and in quotes: "{{${figure}}}".`;
}

/** `t: {{x}}` is read as a map whose key is a map. */
function isBraces(found: unknown): boolean {
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.keys(found).some((key) => /^\{.*\}$/.test(key.trim()))
  );
}

/** `t: {facts.x}` is read as a map with that key and no value. */
function figureNamed(found: unknown): string | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const [[key, value] = ['', ''], ...others] = Object.entries(found);
  return others.length === 0 && value === null && /^[a-z][\w-]*(\.[\w-]+)+$/.test(key) ? key : undefined;
}
