import type * as z from 'zod';
import { didYouMean } from '../model/did-you-mean.js';
import type { Meeting } from '../model/inputs.js';
import { fault, type Problem } from '../model/problem.js';
import type { meetingsSchema } from './schemas/meetings.js';
import type { organisationSchema } from './schemas/organisation.js';
import type { ReadYaml } from './source-reader.js';

/** Meetings in the order of their dates. */
export function normaliseMeetings(
  { data, file }: ReadYaml<z.infer<typeof meetingsSchema>>,
  committees: z.infer<typeof organisationSchema>['committees'],
): { value: Meeting[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const value = Object.entries(data.meetings).map(([id, meeting]) => {
    const at = ['meetings', id];
    if (committees[meeting.committee] === undefined)
      problems.push(
        fault(
          'committee-exists',
          file.placeOf([...at, 'committee']),
          `no committee is called "${meeting.committee}"`,
          {
            expected: `one of ${Object.keys(committees).join(', ')}, from organisation.yaml`,
            hint: didYouMean(meeting.committee, Object.keys(committees)),
          },
        ),
      );
    return {
      id,
      date: meeting.date,
      committee: { id: meeting.committee, name: committees[meeting.committee] ?? meeting.committee },
      papers: Object.entries(meeting.papers).map(
        ([paper, { title, number, author, 'to-follow': toFollow }]) => ({
          id: paper,
          title,
          author,
          toFollow: toFollow ?? false,
          number: number === undefined ? undefined : file.sourceOf([...at, 'papers', paper, 'number']),
          place: file.keyPlaceOf([...at, 'papers', paper]),
        }),
      ),
    };
  });
  return { value: value.sort((a, b) => (a.date < b.date ? -1 : 1)), problems };
}
