import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getStagingOwner, removeStaleFolders } from './stale-folders.js';

/**
 * Runs `work` with a new, empty folder in `parent`, and removes the folder afterwards. It is on the same disk as its parent,
 * so files can be renamed from there into place. Folders that killed processes left behind are removed first.
 */
export function withStagingFolder<Result>(
  parent: string,
  prefix: string,
  work: (staging: string) => Result,
): Result {
  mkdirSync(parent, { recursive: true });
  removeStaleFolders(parent);
  const staging = mkdtempSync(join(parent, `${prefix}${getStagingOwner()}-`));
  try {
    return work(staging);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
