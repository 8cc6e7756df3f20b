import type * as z from 'zod';
import { isDate } from '../../format/dates.js';
import { makeError, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { checkAgenda } from './check-agenda.js';
import type { meetingsSchema } from './meetings-schema.js';

type RawMeeting = z.infer<typeof meetingsSchema>['meetings'][string];

/** Checks a meeting's committee, its date and the numbers of its papers. */
export function checkMeeting(
  id: string,
  { committee, date, papers, agenda }: RawMeeting,
  file: YamlFile,
  committees: readonly string[],
): Problem[] {
  return [
    ...checkCommittee(id, committee, file, committees),
    ...checkDate(id, date, file),
    ...findRepeatedNumbers(id, papers, file),
    ...checkAgenda(id, { papers, agenda }, file),
  ];
}

function checkCommittee(
  id: string,
  committee: string,
  file: YamlFile,
  committees: readonly string[],
): Problem[] {
  if (committees.includes(committee)) return [];
  return [
    makeError(
      'committee-exists',
      file.placeOf(['meetings', id, 'committee']),
      `no committee is called "${committee}"`,
      {
        expected: `one of ${committees.join(', ')}, from organisation.yaml`,
        hint: suggestName(committee, committees),
      },
    ),
  ];
}

/** A meeting whose name is a date must have that date. */
function checkDate(id: string, date: string, file: YamlFile): Problem[] {
  const dateInName = id.slice(0, 10);
  if (!isDate(dateInName) || dateInName === date) return [];
  return [
    makeError(
      'meeting-is-on-its-day',
      file.placeOf(['meetings', id, 'date']),
      `the meeting "${id}" has the date ${date}`,
      {
        expected: dateInName,
        hint: 'Correct the date, or rename the meeting here and in the papers that name it.',
      },
    ),
  ];
}

/** Two papers of a meeting cannot have the same number. Letters count the same in both cases: 12a and 12A. */
function findRepeatedNumbers(id: string, papers: RawMeeting['papers'], file: YamlFile): Problem[] {
  const numbered = Object.entries(papers)
    .filter(([, { number }]) => number !== undefined)
    .map(([paper]) => {
      const path = ['meetings', id, 'papers', paper, 'number'];
      return { paper, number: file.sourceOf(path), place: file.placeOf(path) };
    });
  return numbered.flatMap(({ paper, number, place }, index) => {
    const earlier = numbered
      .slice(0, index)
      .find((other) => other.number.toLowerCase() === number.toLowerCase());
    if (!earlier) return [];
    return [
      makeError(
        'report-number-is-unique',
        place,
        `"${paper}" has the same number as "${earlier.paper}": ${number}`,
        { expected: 'a different number, or no number until it is known' },
      ),
    ];
  });
}
