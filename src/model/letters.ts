/** Formats a count from 1 as capital letters: "A" … "Z", "AA". */
export function formatLetters(count: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + ((count - 1) % 26));
  return count > 26 ? formatLetters(Math.floor((count - 1) / 26)) + letter : letter;
}

/** Returns the count of capital letters: 8 for H, 27 for AA. */
export function parseLetters(letters: string): number {
  return Array.from(letters).reduce((count, letter) => count * 26 + letter.charCodeAt(0) - 64, 0);
}
