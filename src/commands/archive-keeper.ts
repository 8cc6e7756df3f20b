import type { Keeper } from '../archive/pages/derive-pages.js';
import type { Archive } from '../archive/read-archive.js';
import { readOrganisation } from '../inputs/project/read-organisation.js';

/** The authority as its project describes it; without a project, as the newest version does. */
export function archiveKeeper(root: string, { versions }: Archive): Keeper {
  const { value } = readOrganisation(root);
  if (value) return { authority: value.name, language: value.language, successor: value.successor };
  const { authority = '', paper } = versions.at(-1)?.manifest ?? {};
  return { authority, language: paper?.language ?? 'en-GB', successor: null };
}
