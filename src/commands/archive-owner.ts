import { describeOwner, type ArchiveOwner } from '../archive/pages/archive-owner.js';
import type { Archive } from '../archive/read-archive.js';
import { readOrganisation } from '../inputs/project/read-organisation.js';

/** Returns the archive's owner as the project describes it, or as the newest version does if there is no project. */
export function findArchiveOwner(root: string, { versions }: Archive): ArchiveOwner {
  const { authority = '', paper } = versions.at(-1)?.manifest ?? {};
  return readArchiveOwner(root) ?? { authority, language: paper?.language ?? 'en-GB', successor: null };
}

/** Reads the archive's owner from the project. Null if there is no project, or its `organisation.yaml` has errors. */
export function readArchiveOwner(root: string): ArchiveOwner | null {
  const { value: organisation } = readOrganisation(root);
  return organisation && describeOwner(organisation);
}
