/** Parses "18 to 24", "75 or over" or "under 25" into its first and last value. */
export function parseBand(name: string): [number, number] | null {
  const range = /(\d+)\s*(?:to|-|–)\s*(\d+)/.exec(name);
  if (range) return [Number(range[1]), Number(range[2])];
  const over = /(\d+)\s*(?:\+|or over|and over|or more|and more|or older|and older)/.exec(name);
  if (over) return [Number(over[1]), Infinity];
  const under = /\b(?:under|below)\s+(\d+)/.exec(name);
  return under ? [-Infinity, Number(under[1]) - 1] : null;
}
