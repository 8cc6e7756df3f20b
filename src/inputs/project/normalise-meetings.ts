import type * as z from 'zod';
import type { Meeting } from '../../model/meeting.js';
import type { Checked } from '../../model/problem.js';
import type { ValidYaml } from '../source-reader.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { checkMeeting } from './check-meeting.js';
import type { meetingsSchema } from './meetings-schema.js';
import type { organisationSchema } from './organisation-schema.js';

type Meetings = z.infer<typeof meetingsSchema>;
type RawMeeting = Meetings['meetings'][string];
type Committees = z.infer<typeof organisationSchema>['committees'];

/** Converts and checks the contents of `meetings.yaml`. The meetings are sorted by date. */
export function normaliseMeetings(
  { data, file }: ValidYaml<Meetings>,
  committees: Committees,
): Checked<Meeting[]> {
  const meetings = Object.entries(data.meetings);
  return {
    value: meetings
      .map(([id, meeting]) => normaliseMeeting(id, meeting, file, committees))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    problems: meetings.flatMap(([id, meeting]) => checkMeeting(id, meeting, file, Object.keys(committees))),
  };
}

function normaliseMeeting(
  id: string,
  { date, committee, papers }: RawMeeting,
  file: YamlFile,
  committees: Committees,
): Meeting {
  return {
    id,
    date,
    committee: { id: committee, name: committees[committee] ?? committee },
    papers: Object.entries(papers).map(([paper, entry]) => {
      const { title, number, author, 'to-follow': toFollow, 'number-unknown': isUnknown } = entry;
      const path = ['meetings', id, 'papers', paper];
      return {
        id: paper,
        title,
        author,
        toFollow: toFollow ?? false,
        number: number === undefined ? undefined : file.sourceOf([...path, 'number']),
        isNumberUnknown: isUnknown ?? false,
        place: file.keyPlaceOf(path),
      };
    }),
  };
}
