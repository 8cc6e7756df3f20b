/** Rounds on the decimal digits, half away from zero: 1.005 gives "1.01", −0.2 gives "0". Prints no commas. */
export function roundDecimal(value: number | string, places: number): string {
  const text = String(value).trim();
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = expandExponent(text.replace(/^[-+]/, '')).split('.');
  const digits = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  const roundUp = Number(fraction[places] ?? '0') >= 5 ? 1n : 0n;
  return formatUnits(negative ? -(digits + roundUp) : digits + roundUp, places);
}

/** Formats a number of units of the last place: 1234 with two places is "12.34". Never returns "-0". */
export function formatUnits(units: number | bigint, places: number): string {
  const digits = String(units < 0 ? -units : units).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0 ? `-${text}` : text;
}

/** Removes rounding errors of floating-point arithmetic: 0.1 + 0.2 gives 0.3. No figure has more than twelve digits. */
export function removeFloatNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** Writes out the digits of a number that is not negative, without an exponent. */
function expandExponent(text: string): string {
  const match = /^(\d+)(?:\.(\d*))?e([+-]?\d+)$/i.exec(text);
  if (!match) return text;
  const [, first = '', rest = '', power] = match;
  const digits = first + rest;
  const point = first.length + Number(power);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? digits.padEnd(point, '0')
    : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Rounds `x` of `n` to a percentage, by exact arithmetic. Prints digits only. Null if `n` is 0. */
export function roundPercent(x: number, n: number, places: number): string | null {
  if (n === 0) return null;
  const [top, bottom] = toWholeRatio(x, n);
  return roundRatio(top * 100n, bottom, places);
}

/**
 * Returns the change from x1 of n1 to x2 of n2 in percentage points. The difference of the unrounded shares
 * is rounded once. `differs` is true if it is not the difference of the printed percentages. Null if a base
 * is 0.
 */
export function pointDifference(
  [x1, n1]: [number, number],
  [x2, n2]: [number, number],
  places: number,
): { text: string; differs: boolean } | null {
  if (n1 === 0 || n2 === 0) return null;
  const [a, b] = toWholeRatio(x1, n1);
  const [c, d] = toWholeRatio(x2, n2);
  const text = roundRatio((c * b - a * d) * 100n, b * d, places);
  const units = (ratio: [bigint, bigint]): bigint =>
    BigInt(roundRatio(ratio[0] * 100n, ratio[1], places).replace('.', ''));
  return { text, differs: BigInt(text.replace('.', '')) !== units([c, d]) - units([a, b]) };
}

/** Rounds a ratio of whole numbers, half away from zero. */
function roundRatio(top: bigint, bottom: bigint, places: number): string {
  const negative = top < 0n !== bottom < 0n;
  const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
  const doubled = absolute(top) * 10n ** BigInt(places) * 2n;
  const units = (doubled / absolute(bottom) + 1n) / 2n;
  return formatUnits(negative ? -units : units, places);
}

/** Scales two numbers to whole numbers in the same ratio, because weighted counts have decimals. */
function toWholeRatio(x: number, n: number): [bigint, bigint] {
  const [a, b] = [expandExponent(String(x)), expandExponent(String(n))];
  const places = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const whole = (text: string): bigint => {
    const [units = '0', fraction = ''] = text.split('.');
    return BigInt(units + fraction.padEnd(places, '0'));
  };
  return [whole(a), whole(b)];
}
