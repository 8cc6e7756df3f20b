import { formatDate } from '../../format.js';
import { suggestName } from '../../model/suggest-name.js';
import { Misuse, Printed, signed, stringArgument, type Helper, type SignedHelper } from './helper.js';

/** `{{ref "label"}}`: "paragraph 43", linked; `{{ref "first" to="last"}}`: "paragraphs 2 to 4". */
const ref: Helper = ({ args: [target], options, place }) => {
  const example = '{{ref "label"}} or {{ref "first" to="last"}}';
  const to =
    options['to'] === undefined ? null : stringArgument(options['to'], 'the end of the range', example);
  return new Printed({ kind: 'citation', target: stringArgument(target, 'the label', example), to, place });
};

/** `{{label "key"}}` at the beginning of a paragraph: names it, so that it can be cited. */
const label: Helper = ({ args: [name], place }) =>
  new Printed({ kind: 'label', label: stringArgument(name, 'the label', '{{label "key"}}'), place });

/** `{{unnumbered}}` at the beginning of a paragraph. */
const unnumbered: Helper = () => new Printed({ kind: 'unnumbered' });

function insert(what: 'table' | 'chart' | 'diagram'): Helper {
  return ({ args: [id], place }) =>
    new Printed({ kind: 'insert', what, id: stringArgument(id, 'the name', `{{${what} "name"}}`), place });
}

/** `{{paper "id"}}`: another paper of this meeting; of another with `meeting="2009-02-05"`. Title, number and date. */
const paper: Helper = ({ args: [id], options, inputs }) => {
  const example = '{{paper "headline-performance"}}';
  const name = stringArgument(id, 'the paper', example);
  const meetingId =
    options['meeting'] === undefined
      ? inputs.meeting.id
      : stringArgument(options['meeting'], 'the meeting', example);
  const meeting = inputs.meetings.find((one) => one.id === meetingId);
  if (!meeting)
    throw new Misuse(
      `meetings.yaml has no meeting "${meetingId}"`,
      `one of ${inputs.meetings.map((one) => one.id).join(', ')}`,
    );
  const known = meeting.papers.map((one) => one.id);
  const found = meeting.papers.find((one) => one.id === name);
  if (!found)
    throw new Misuse(
      `the meeting ${meetingId} has no paper "${name}"`,
      `one of ${known.join(', ')}`,
      suggestName(name, known),
    );
  if (meeting.id === inputs.meeting.id && name === inputs.paper.id)
    throw new Misuse('the paper cites itself', 'another paper', 'Call it "this report".');
  const later = found.toFollow ? '; to follow' : '';
  const number = found.number === undefined ? 'report number not yet given' : `report ${found.number}`;
  return new Printed({
    kind: 'inlines',
    content: [
      {
        kind: 'value',
        text: `${found.title} (${found.author}; ${number}, ${formatDate(meeting.date)}${later})`,
        figure: null,
        cites: { title: found.title, number: found.number ?? null },
      },
    ],
  });
};

export const referenceHelpers: Record<string, SignedHelper> = {
  ref: signed(ref, 1, 'to'),
  label: signed(label, 1),
  unnumbered: signed(unnumbered, 0),
  paper: signed(paper, 1, 'meeting'),
  table: signed(insert('table'), 1),
  chart: signed(insert('chart'), 1),
  diagram: signed(insert('diagram'), 1),
};
