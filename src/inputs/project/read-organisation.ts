import type { Organisation } from '../../model/organisation.js';
import type { Checked } from '../../model/problem.js';
import { normaliseOrganisation } from './normalise-organisation.js';
import { organisationSchema } from './organisation-schema.js';
import { openReader } from '../source-reader.js';

/**
 * Reads `organisation.yaml` for commands that need no paper.
 * The value is null if the file does not fit its schema.
 */
export function readOrganisation(root: string): Checked<Organisation | null> {
  const { value, problems } = openReader(root).yaml('data/organisation.yaml', organisationSchema);
  return { value: value && normaliseOrganisation(value), problems };
}
