import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs `work` with a new, empty folder in `parent`, and removes the folder afterwards. It is on the same disk as its parent,
 * so a file that is written there can be renamed into place in one step.
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
