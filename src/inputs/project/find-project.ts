import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findAbove } from './find-above.js';

/** Finds the project that a folder belongs to, as git finds its repository. The path is relative to the folder. */
export function findProject(from: string): string | null {
  return findAbove(from, isProject);
}

/** Returns true for a folder that has `data/organisation.yaml` and `templates/`. */
export function isProject(folder: string): boolean {
  return existsSync(join(folder, 'data', 'organisation.yaml')) && existsSync(join(folder, 'templates'));
}
