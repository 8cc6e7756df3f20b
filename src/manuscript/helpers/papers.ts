import { formatDate } from '../../format/dates.js';
import type { Inputs } from '../../model/inputs.js';
import { suggestName } from '../../model/suggest-name.js';
import { makeOutput } from './figure-values.js';
import { defineHelper, HelperCallError, readText, type Helper, type HelperDefinition } from './helper.js';

type Meeting = Inputs['meetings'][number];
type Paper = Meeting['papers'][number];

const EXAMPLE = '{{paper "headline-performance"}}';

/** `{{paper "id"}}`: another paper of this meeting, or with `meeting="2009-02-05"` of that one. Prints title, author, number and date. */
const paper: Helper = ({ args: [id], options, inputs }) => {
  const name = readText(id, 'the paper', EXAMPLE);
  const meeting = findMeeting(options['meeting'], inputs);
  const cited = findPaper(name, meeting);
  if (meeting.id === inputs.meeting.id && name === inputs.paper.id)
    throw new HelperCallError('the paper cites itself', 'another paper', 'Write "this report".');
  return makeOutput({
    kind: 'value',
    text: formatCitation(cited, meeting),
    figure: null,
    cites: { title: cited.title, number: cited.number ?? null },
  });
};

/** Finds a meeting by its id; without an id, the meeting of the paper. */
function findMeeting(option: unknown, inputs: Inputs): Meeting {
  if (option === undefined) return inputs.meeting;
  const { meetings } = inputs;
  const id = readText(option, 'the meeting', EXAMPLE);
  const meeting = meetings.find((candidate) => candidate.id === id);
  if (meeting) return meeting;
  const known = meetings.map((candidate) => candidate.id);
  throw new HelperCallError(
    `meetings.yaml has no meeting "${id}"`,
    `one of ${known.join(', ')}`,
    suggestName(id, known),
  );
}

function findPaper(id: string, { id: meeting, papers }: Meeting): Paper {
  const cited = papers.find((candidate) => candidate.id === id);
  if (cited) return cited;
  const known = papers.map((candidate) => candidate.id);
  throw new HelperCallError(
    `the meeting ${meeting} has no paper "${id}"`,
    `one of ${known.join(', ')}`,
    suggestName(id, known),
  );
}

function formatCitation({ title, author, number, toFollow }: Paper, { date }: Meeting): string {
  const report = number === undefined ? 'report number not yet given' : `report ${number}`;
  return `${title} (${author}; ${report}, ${formatDate(date)}${toFollow ? '; to follow' : ''})`;
}

export const paperHelpers = { paper: defineHelper(paper, 1, 'meeting') } satisfies Record<
  string,
  HelperDefinition
>;
