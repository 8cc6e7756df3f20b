import type { Organisation } from '../../model/organisation.js';
import type { Checked } from '../../model/problem.js';
import { normaliseOrganisation } from './normalise-organisation.js';
import { organisationSchema } from './organisation-schema.js';
import { sourceReader } from '../source-reader.js';

/** What `organisation.yaml` says, for who needs no paper. Null where it cannot be used. */
export function readOrganisation(root: string): Checked<Organisation | null> {
  const reader = sourceReader(root);
  const read = reader.yaml('data/organisation.yaml', organisationSchema);
  return { value: read && normaliseOrganisation(read), problems: reader.problems };
}
