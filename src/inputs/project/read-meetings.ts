import type * as z from 'zod';
import type { Meeting } from '../../model/meeting.js';
import type { Checked } from '../../model/problem.js';
import type { SourceReader, ValidYaml } from '../source-reader.js';
import { meetingsSchema } from './meetings-schema.js';
import { normaliseMeetings } from './normalise-meetings.js';
import type { organisationSchema } from './organisation-schema.js';

/**
 * Reads `meetings.yaml`.
 * The value is null if the file does not fit its schema, or if `organisation.yaml` cannot be used.
 */
export function readMeetings(
  reader: SourceReader,
  organisation: ValidYaml<z.infer<typeof organisationSchema>> | null,
): Checked<Meeting[] | null> {
  const { value: read, problems } = reader.yaml('data/meetings.yaml', meetingsSchema);
  if (!read || !organisation) return { value: null, problems };
  const meetings = normaliseMeetings(read, organisation);
  return { value: meetings.value, problems: [...problems, ...meetings.problems] };
}
