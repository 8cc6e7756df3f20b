import { findTabledPaper, type Meeting, type TabledPaper } from '../../model/meeting.js';
import { formatDate } from '../../format/dates.js';
import { uncapitalise } from '../../format/words.js';
import type { Inputs } from '../../model/inputs.js';
import { makeOutput } from './figure-values.js';
import {
  defineHelper,
  HelperCallError,
  makeUnknownNameError,
  readText,
  type Helper,
  type HelperDefinition,
} from './helper.js';

const EXAMPLE = '{{paper "headline-performance"}}';

/**
 * `{{paper "id"}}`: another paper of this meeting, or with `meeting="2009-02-05"` of that one. Prints title, author, number and date,
 * with the word of the template before the number.
 */
const paper: Helper = ({ args: [id], options, inputs }) => {
  const name = readText(id, 'the paper', EXAMPLE);
  const meeting = findMeeting(options['meeting'], inputs);
  const cited = findPaper(name, meeting);
  if (meeting.id === inputs.meeting.id && name === inputs.paper.id)
    throw new HelperCallError(
      'the paper cites itself',
      'another paper',
      `Write "this ${uncapitalise(inputs.template.paperWord)}".`,
    );
  return makeOutput({
    kind: 'value',
    text: formatCitation(cited, meeting, uncapitalise(inputs.template.paperWord)),
    figure: null,
    cites: { title: cited.title, number: cited.number ?? (cited.isNumberUnknown ? '' : null) },
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
  throw makeUnknownNameError(`meetings.yaml has no meeting "${id}"`, id, known);
}

function findPaper(id: string, meeting: Meeting): TabledPaper {
  const cited = findTabledPaper(meeting, id);
  if (cited) return cited;
  const known = meeting.papers.map((candidate) => candidate.id);
  throw makeUnknownNameError(`the meeting ${meeting.id} has no paper "${id}"`, id, known);
}

function formatCitation(paper: TabledPaper, { date }: Meeting, word: string): string {
  const { title, author, toFollow } = paper;
  const details = [...formatNumber(paper, word), `${formatDate(date)}${toFollow ? '; to follow' : ''}`];
  return `${title} (${author}; ${details.join(', ')})`;
}

function formatNumber({ number, isNumberUnknown }: TabledPaper, word: string): string[] {
  if (number !== undefined) return [`${word} ${number}`];
  return isNumberUnknown ? [] : [`${word} number not yet given`];
}

export const paperHelpers = { paper: defineHelper(paper, 1, 'meeting') } satisfies Record<
  string,
  HelperDefinition
>;
