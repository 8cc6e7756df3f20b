import { readFileSync } from 'node:fs';
import { hasErrorCode, isMissingPath } from '../error-code.js';

/** Reads a file. Returns null if there is no file at the path. */
export function readIfPresent(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissingPath(error) || hasErrorCode(error, 'EISDIR')) return null;
    throw error;
  }
}
