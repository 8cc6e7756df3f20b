const ROMAN: [string, number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** Larger numbers are written in digits, as Word does. */
const LARGEST_IN_LETTERS = 780;
const LARGEST_ROMAN = 3999;

/** Formats the number of a list by the name that Word has for the format. An unknown format is written in digits. */
export function formatListNumber(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return toLetters(number);
    case 'upperLetter':
      return toLetters(number).toUpperCase();
    case 'lowerRoman':
      return toRoman(number);
    case 'upperRoman':
      return toRoman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** Word doubles the letter after z: aa, bb. */
function toLetters(number: number): string {
  if (number < 1 || number > LARGEST_IN_LETTERS) return String(number);
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

function toRoman(number: number): string {
  if (number < 1 || number > LARGEST_ROMAN) return String(number);
  let left = number;
  let text = '';
  for (const [sign, value] of ROMAN) for (; left >= value; left -= value) text += sign;
  return text;
}
