/** Rounds on the decimal digits, half away from zero: 1.005 gives "1.01", −0.2 gives "0". Plain digits, no commas. */
export function roundDecimal(value: number | string, places: number): string {
  const text = String(value).trim();
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = decimalString(text.replace(/^[-+]/, '')).split('.');
  const digits = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  const up = Number(fraction[places] ?? '0') >= 5 ? 1n : 0n;
  return formatUnits(negative ? -(digits + up) : digits + up, places);
}

/** So many units of the last place, in digits: 1234 with two places is "12.34". Never "-0". */
export function formatUnits(units: number | bigint, places: number): string {
  const digits = String(units < 0 ? -units : units).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0 ? `-${text}` : text;
}

/** 0.1 + 0.2 as 0.3: without the digits that the machine's arithmetic adds. Twelve are more than any figure has. */
export function removeFloatNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** The digits of a number above or equal to 0, never with an exponent. */
function decimalString(text: string): string {
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

/** `x` of `n` as a percentage with so many places, from exact fractions. Plain digits. Null where `n` is 0. */
export function roundPercent(x: number, n: number, places: number): string | null {
  if (n === 0) return null;
  const [top, bottom] = wholeRatio(x, n);
  return roundRatio(top * 100n, bottom, places);
}

/**
 * The change from x1 of n1 to x2 of n2 in percentage points: the difference of the unrounded shares, rounded once. `differs`
 * where a reader who subtracts the printed percentages would find another number. Null where a base is 0.
 */
export function pointDifference(
  [x1, n1]: [number, number],
  [x2, n2]: [number, number],
  places: number,
): { text: string; differs: boolean } | null {
  if (n1 === 0 || n2 === 0) return null;
  const [a, b] = wholeRatio(x1, n1);
  const [c, d] = wholeRatio(x2, n2);
  const text = roundRatio((c * b - a * d) * 100n, b * d, places);
  const units = (ratio: [bigint, bigint]): bigint =>
    BigInt(roundRatio(ratio[0] * 100n, ratio[1], places).replace('.', ''));
  return { text, differs: BigInt(text.replace('.', '')) !== units([c, d]) - units([a, b]) };
}

/** A ratio of whole numbers on decimal digits, half away from zero. */
function roundRatio(top: bigint, bottom: bigint, places: number): string {
  const negative = top < 0n !== bottom < 0n;
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const doubled = size(top) * 10n ** BigInt(places) * 2n;
  const units = (doubled / size(bottom) + 1n) / 2n;
  return formatUnits(negative ? -units : units, places);
}

/** Two numbers as whole ones in the same ratio: weighted counts have decimals. */
function wholeRatio(x: number, n: number): [bigint, bigint] {
  const [a, b] = [decimalString(String(x)), decimalString(String(n))];
  const places = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const whole = (text: string): bigint => {
    const [units = '0', fraction = ''] = text.split('.');
    return BigInt(units + fraction.padEnd(places, '0'));
  };
  return [whole(a), whole(b)];
}
