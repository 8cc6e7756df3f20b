/** Suggests a plain number for `1,467`, `64,5`, `64%` and `6O`. */
export function suggestNumber(typed: string): string | undefined {
  if (/^-?\d{1,3}([, \u00a0\u202f]\d{3})+(\.\d+)?$/.test(typed))
    return `Write it without commas or spaces: ${typed.replace(/[^\d.-]/g, '')}. The paper adds the commas.`;
  if (/^\d+(\.\d+)?\s*%$/.test(typed)) return `Write it without the sign: ${typed.replace(/\s*%$/, '')}.`;
  if (/^-?\d+,\d+$/.test(typed)) return `Use a decimal point: ${typed.replace(',', '.')}.`;
  return suggestDigits(typed);
}

/** Suggests digits for letters that look like digits. */
function suggestDigits(typed: string): string | undefined {
  if (!/^-?[\dOolI.]+$/.test(typed) || !/\d/.test(typed)) return undefined;
  const digits = typed.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  if (!/^-?\d+(\.\d+)?$/.test(digits) || digits === typed) return undefined;
  return `It contains the letter ${/[OolI]/.exec(typed)?.[0] ?? ''} instead of a digit. Write ${digits}.`;
}

/**
 * Suggests a number without a comma, if a comma split it into two entries of `{ }`.
 * `column` is where the second part starts, counted from 1.
 */
export function suggestNumberWithoutComma(line: string, column: number): string | undefined {
  for (const { 0: number, index } of line.matchAll(/\d+(?:, ?\d+)+(?:\.\d+)?/g)) {
    if (index + 1 > column || column > index + number.length) continue;
    const [first = '', ...rest] = number.split(/, ?/);
    const isThousands = rest.every((part) => /^\d{3}(\.\d+)?$/.test(part));
    if (!isThousands && rest.length > 1) return undefined;
    const plain = isThousands ? first + rest.join('') : `${first}.${rest.join('')}`;
    return `A comma separates entries inside { }. Write ${plain}, without the comma.`;
  }
  return undefined;
}
