import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs `work` with a new, empty folder in `parent`, and removes the folder afterwards. It is on the same disk as its parent,
 * so files can be renamed from there into place.
 */
export function withStagingFolder<Result>(
  parent: string,
  prefix: string,
  work: (staging: string) => Result,
): Result {
  mkdirSync(parent, { recursive: true });
  const staging = mkdtempSync(join(parent, prefix));
  try {
    return work(staging);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
