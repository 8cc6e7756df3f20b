import type * as z from 'zod';
import type { Committee, Meeting } from '../../model/meeting.js';
import type { Checked } from '../../model/problem.js';
import type { ValidYaml } from '../source-reader.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { checkMeeting } from './check-meeting.js';
import type { meetingsSchema } from './meetings-schema.js';
import type { organisationSchema } from './organisation-schema.js';
import { settleLaw } from './settle-law.js';

type Meetings = z.infer<typeof meetingsSchema>;
type RawMeeting = Meetings['meetings'][string];
type Organisation = ValidYaml<z.infer<typeof organisationSchema>>;

/** Converts and checks the contents of `meetings.yaml`. The meetings are sorted by date. */
export function normaliseMeetings(
  { data, file }: ValidYaml<Meetings>,
  organisation: Organisation,
): Checked<Meeting[]> {
  const meetings = Object.entries(data.meetings);
  const committees = Object.keys(organisation.data.committees);
  return {
    value: meetings
      .map(([id, meeting]) => normaliseMeeting(id, meeting, file, organisation))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    problems: meetings.flatMap(([id, meeting]) => checkMeeting(id, meeting, file, committees)),
  };
}

function normaliseMeeting(
  id: string,
  { date, committee, papers }: RawMeeting,
  file: YamlFile,
  organisation: Organisation,
): Meeting {
  return {
    id,
    date,
    committee: normaliseCommittee(committee, organisation),
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

function normaliseCommittee(id: string, organisation: Organisation): Committee {
  const committee = organisation.data.committees[id] ?? id;
  const name = typeof committee === 'string' ? committee : committee.name;
  return { id, name, law: settleLaw(id, organisation) };
}
