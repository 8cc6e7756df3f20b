import type * as z from 'zod';
import type { Meeting } from '../../model/meeting.js';
import type { Checked } from '../../model/problem.js';
import type { SourceReader } from '../source-reader.js';
import { meetingsSchema } from './meetings-schema.js';
import { normaliseMeetings } from './normalise-meetings.js';
import type { organisationSchema } from './organisation-schema.js';

/**
 * Reads `meetings.yaml`.
 * The value is null if the file does not fit its schema, or if `committees` is null.
 * `committees` is null if `organisation.yaml` cannot be used.
 */
export function readMeetings(
  reader: SourceReader,
  committees: z.infer<typeof organisationSchema>['committees'] | null,
): Checked<Meeting[] | null> {
  const { value: read, problems } = reader.yaml('data/meetings.yaml', meetingsSchema);
  if (!read || !committees) return { value: null, problems };
  const meetings = normaliseMeetings(read, committees);
  return { value: meetings.value, problems: [...problems, ...meetings.problems] };
}
