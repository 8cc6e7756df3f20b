import type { BuiltPaper } from '../make-manifest.js';
import type { VersionChanges } from './make-changes.js';

/** Returns a build with the page of its changes. */
export function addChanges(built: BuiltPaper, { page, record }: VersionChanges): BuiltPaper {
  return { ...built, files: [...built.files, page], changes: record };
}
