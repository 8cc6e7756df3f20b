import { createHash } from 'node:crypto';

/** A beginning of the register that a seal covers. */
export interface SealedPart {
  /** The number of its lines. */
  lines: number;
  bytes: Uint8Array;
}

/** Finds the beginning of a register with a SHA-256. Returns null if none has it: then the register does not continue what was sealed. */
export function findSealedPart(register: Uint8Array, sha256: string): SealedPart | null {
  const hash = createHash('sha256');
  let start = 0;
  for (let lines = 1; start < register.length; lines++) {
    const end = register.indexOf(NEWLINE, start) + 1 || register.length;
    hash.update(register.subarray(start, end));
    if (hash.copy().digest('hex') === sha256) return { lines, bytes: register.subarray(0, end) };
    start = end;
  }
  return null;
}

const NEWLINE = 10;
