import type { Archive, ArchiveFinding } from '../read-archive.js';
import { hashRegister, REGISTER } from '../register.js';

/**
 * Checks that the register still begins with a register that the user knows by its SHA-256. Each issue adds a line at the end.
 * So a version that was taken back with its line, or versions that were all issued anew, give other beginnings.
 */
export function checkExpected({ register }: Archive, expected: string): ArchiveFinding[] {
  const isKnown = register.some((_, index) => hashRegister(register.slice(0, index + 1)) === expected);
  if (isKnown) return [];
  const message =
    register.length === 0
      ? 'is missing or empty, but versions are expected'
      : `does not continue the register with the SHA-256 ${expected}: a version was taken back or issued anew`;
  return [{ path: REGISTER, message }];
}
