import { join } from 'node:path';
import { ARCHIVE } from '../archive/list-versions.js';
import { newestVersion } from '../archive/newest-version.js';
import { WORKING_EDITION, type Edition } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';

/** What is on the author's desk: not issued, and after which version. */
export function workingEdition(root: string): (inputs: Inputs) => Edition {
  return (inputs) => ({ ...WORKING_EDITION, after: newestVersion(join(root, ARCHIVE), inputs) });
}
