import { trimZeros } from './split-words.js';

/** Writes the size of a number in digits, without commas, a sign or noughts at the end: "1234567", "314.15". */
export function writeDigits(number: number): string {
  return trimZeros(Math.abs(number).toFixed(6));
}
