import { suggestName } from '../../model/suggest-name.js';
import type { Meeting } from '../../model/meeting.js';
import type { Paper } from '../../model/paper.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Template } from '../../model/template.js';
import { suggestDate } from '../yaml/suggest-date.js';

/** What a paper's file names and other files do not have, and what its template asks for and it does not give. */
export function paperFaults(paper: Paper, meetings: Meeting[], template: Template): Problem[] {
  return [
    ...meetingsExist(paper, meetings),
    ...headerFits(paper, template),
    ...appendicesExist(paper, template),
    ...template.requiredNarrative
      .filter((id) => !paper.narrative.some((group) => group.id === id))
      .map((id) =>
        makeError('narrative-is-present', paper.place, `the narrative has no group "${id}"`, {
          expected: `narrative: ${id}: with a paragraph under a label`,
        }),
      ),
  ];
}

function appendicesExist({ toFollow }: Paper, template: Template): Problem[] {
  const known = template.appendices.map(({ id }) => id);
  return toFollow
    .filter(({ id }) => !known.includes(id))
    .map(({ id, place }) =>
      makeError('appendix-exists', place, `the template has no appendix "${id}"`, {
        expected: known.length > 0 ? `one of ${known.join(', ')}` : 'an appendix in its paper.yaml',
        hint: suggestName(id, known),
      }),
    );
}

/** Each meeting that the paper goes to is on file, and lists it. */
function meetingsExist(paper: Paper, meetings: Meeting[]): Problem[] {
  const known = meetings.map((one) => one.id);
  return [{ meetingId: paper.meetingId, place: paper.place }, ...paper.alsoFor].flatMap(
    ({ meetingId, place }) => {
      const meeting = meetings.find((one) => one.id === meetingId);
      if (!meeting)
        return [
          makeError('meeting-exists', place, `meetings.yaml has no meeting "${meetingId}"`, {
            expected: `one of ${known.join(', ')}`,
            hint: suggestDate(meetingId) ?? suggestName(meetingId, known),
          }),
        ];
      if (meeting.papers.some((one) => one.id === paper.id)) return [];
      return [
        makeError(
          'paper-is-tabled',
          place,
          `the meeting ${meetingId} does not list the paper "${paper.id}"`,
          {
            expected: `an entry ${paper.id}: under its papers in data/meetings.yaml`,
          },
        ),
      ];
    },
  );
}

function headerFits(paper: Paper, template: Template): Problem[] {
  const fields = template.headerFields.map((field) => field.id);
  const unknown = Object.entries(paper.header)
    .filter(([id]) => !fields.includes(id))
    .map(([id, { place }]) =>
      makeError('header-field-exists', place, `the template's header has no field "${id}"`, {
        expected: `one of ${fields.join(', ')}`,
        hint: suggestName(id, fields),
      }),
    );
  const missing = template.headerFields
    .filter((field) => field.isRequired && field.value === undefined && paper.header[field.id] === undefined)
    .map((field) =>
      makeError('header-is-complete', paper.place, `the header has no "${field.id}"`, {
        expected: `header: ${field.id}: …`,
      }),
    );
  return [...unknown, ...missing];
}
