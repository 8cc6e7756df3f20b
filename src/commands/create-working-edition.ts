import { join } from 'node:path';
import { getArchive } from '../archive/list-versions.js';
import { findLastIssued } from '../archive/find-last-issued.js';
import { WORKING_EDITION, type Edition } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';

/** Returns a function that describes a working copy: no version, after the newest issued one. */
export function createWorkingEdition(root: string): (inputs: Inputs) => Edition {
  return (inputs) => ({
    ...WORKING_EDITION,
    ...findLastIssued(join(root, getArchive(inputs.access)), inputs),
  });
}
