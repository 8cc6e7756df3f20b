import type * as z from 'zod';
import { isDate } from '../../format/dates.js';
import { suggestName } from '../../model/suggest-name.js';
import type { Meeting } from '../../model/meeting.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import type { meetingsSchema } from './meetings-schema.js';
import type { organisationSchema } from './organisation-schema.js';
import type { ReadYaml } from '../source-reader.js';

type Meetings = z.infer<typeof meetingsSchema>['meetings'];

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
        makeError(
          'committee-exists',
          file.placeOf([...at, 'committee']),
          `no committee is called "${meeting.committee}"`,
          {
            expected: `one of ${Object.keys(committees).join(', ')}, from organisation.yaml`,
            hint: suggestName(meeting.committee, Object.keys(committees)),
          },
        ),
      );
    problems.push(...dateUnlikeName(id, meeting.date, file), ...sharedNumbers(id, meeting.papers, file));
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

/** A meeting that is named for a day is on that day. */
function dateUnlikeName(id: string, date: string, file: YamlFile): Problem[] {
  const named = id.slice(0, 10);
  if (!isDate(named) || named === date) return [];
  return [
    makeError(
      'meeting-is-on-its-day',
      file.placeOf(['meetings', id, 'date']),
      `the meeting "${id}" is on ${date}`,
      {
        expected: named,
        hint: 'Mend the wrong one; where the name is, in the papers that are for the meeting too.',
      },
    ),
  ];
}

/** A report is known by its number: no two of a meeting have the same. */
function sharedNumbers(id: string, papers: Meetings[string]['papers'], file: YamlFile): Problem[] {
  const first = new Map<string, string>();
  return Object.entries(papers).flatMap(([paper, { number }]): Problem[] => {
    if (number === undefined) return [];
    const at = ['meetings', id, 'papers', paper, 'number'];
    const typed = file.sourceOf(at);
    const other = first.get(typed.toLowerCase());
    if (other === undefined) {
      first.set(typed.toLowerCase(), paper);
      return [];
    }
    return [
      makeError(
        'report-number-is-unique',
        file.placeOf(at),
        `"${paper}" has the number ${typed}, as "${other}" has`,
        {
          expected: 'a number of its own; none while it has not been given',
        },
      ),
    ];
  });
}
