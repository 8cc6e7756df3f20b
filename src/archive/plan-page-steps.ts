import { join } from 'node:path';
import { renameSynced } from '../disk/rename-synced.js';
import { writeSynced, type NewFile } from '../disk/write-synced.js';
import type { Step } from './step.js';

/** Lists the steps that write derived pages to the temporary folder, and those that move them into the archive. */
export function planPageSteps(
  archive: string,
  stagingFolder: string,
  pages: NewFile[],
): { write: Step[]; replace: Step[] } {
  const getStagedPath = (index: number): string => join(stagingFolder, `page-${index}`);
  return {
    write: pages.map(({ name, bytes }, index) => ({
      name: `write ${name}`,
      run: () => writeSynced(getStagedPath(index), bytes),
    })),
    replace: pages.map(({ name }, index) => ({
      name: `replace ${name}`,
      run: () => renameSynced(getStagedPath(index), join(archive, name)),
    })),
  };
}
