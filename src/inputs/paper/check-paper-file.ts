import type { Meeting } from '../../model/meeting.js';
import type { Paper } from '../../model/paper.js';
import { isRedactedWhole } from '../redaction/plan-whole-redaction.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';
import type { Template } from '../../model/template.js';
import { suggestDate } from '../yaml/suggest-date.js';

/** Checks that the names in a paper's file exist, and that the paper has what its template requires. */
export function checkPaperFile(paper: Paper, meetings: readonly Meeting[], template: Template): Problem[] {
  return [
    ...[{ meetingId: paper.meetingId, place: paper.place }, ...paper.alsoFor].flatMap(
      ({ meetingId, place }) => checkMeeting(meetingId, place, paper.id, meetings),
    ),
    ...findUnknownFields(paper, template),
    ...findMissingFields(paper, template),
    ...findMissingNarrative(paper, template),
  ];
}

function checkMeeting(
  meetingId: string,
  place: Place,
  paperId: string,
  meetings: readonly Meeting[],
): Problem[] {
  const known = meetings.map(({ id }) => id);
  const meeting = meetings.find(({ id }) => id === meetingId);
  if (!meeting)
    return [
      makeError('meeting-exists', place, `meetings.yaml has no meeting "${meetingId}"`, {
        expected: `one of ${known.join(', ')}`,
        hint: suggestDate(meetingId) ?? suggestName(meetingId, known),
      }),
    ];
  if (meeting.papers.some(({ id }) => id === paperId)) return [];
  return [
    makeError('paper-is-tabled', place, `the meeting ${meetingId} does not list the paper "${paperId}"`, {
      expected: `an entry ${paperId}: under the meeting's papers in data/meetings.yaml`,
    }),
  ];
}

function findUnknownFields({ header }: Paper, { headerFields }: Template): Problem[] {
  const known = headerFields.map(({ id }) => id);
  return Object.entries(header)
    .filter(([id]) => !known.includes(id))
    .map(([id, { place }]) =>
      makeError('header-field-exists', place, `the template's header has no field "${id}"`, {
        expected: `one of ${known.join(', ')}`,
        hint: suggestName(id, known),
      }),
    );
}

function findMissingFields({ header, place }: Paper, { headerFields }: Template): Problem[] {
  return headerFields
    .filter(({ id, isRequired, value }) => isRequired && value === undefined && header[id] === undefined)
    .map(({ id }) =>
      makeError('header-is-complete', place, `the header field "${id}" is missing`, {
        expected: `header: ${id}: …`,
      }),
    );
}

function findMissingNarrative(paper: Paper, { requiredNarrative }: Template): Problem[] {
  if (isRedactedWhole(paper)) return [];
  const { narrative, place } = paper;
  const groups = narrative.map(({ id }) => id);
  return requiredNarrative
    .filter((required) => !groups.includes(required))
    .map((required) => {
      const misspelt = narrative.find(
        ({ id }) => !requiredNarrative.includes(id) && suggestName(id, [required]) !== undefined,
      );
      return makeError(
        'narrative-is-present',
        misspelt?.place ?? place,
        `the narrative has no group "${required}"`,
        {
          expected: `narrative: ${required}: with a paragraph under a label`,
          hint: misspelt && `Is "${misspelt.id}" misspelt? Write ${required}:`,
        },
      );
    });
}
