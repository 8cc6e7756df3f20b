import { formatDate } from '../format/dates.js';
import { joinNames } from '../format/words.js';
import { countClearDays, findLatestPublicationDay, formatClearDays } from '../model/count-clear-days.js';
import { toPlainText } from '../model/inline.js';
import type { Place, Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem, toWarning } from './report-problem.js';

/** Checks that the paper can be published: notice, exemption, status and clearances. */
export function checkPublication(paper: CheckablePaper): Problem[] {
  return [
    ...findLatePublication(paper),
    ...findMissingExemption(paper),
    ...findDraftMarks(paper),
    ...findMissingClearances(paper),
  ];
}

/** Finds a publication with less than the required notice. A stated urgency excuses it. */
function findLatePublication({ inputs }: CheckablePaper): Problem[] {
  const { paper, meeting, organisation } = inputs;
  const { notice } = organisation;
  const { published, urgency, places } = paper;
  if (!notice) return [];
  if (published === undefined) return findUndatedPublication(paper);
  const days = countClearDays(published, meeting.date, notice.calendar);
  if (days >= notice.days || urgency !== undefined) return [];
  const latest = findLatestPublicationDay(meeting.date, notice.days, notice.calendar);
  return [
    reportProblem(
      'published-in-time',
      places['published'],
      `${formatClearDays(days, notice.calendar)} between publication on ${formatDate(published)} and the meeting on ${formatDate(meeting.date)}`,
      {
        expected: `${formatClearDays(notice.days, notice.calendar)}, published by ${formatDate(latest)}; or urgency: with the reason for the delay`,
      },
    ),
  ];
}

function findUndatedPublication({ status, statusPlace }: CheckablePaper['inputs']['paper']): Problem[] {
  if (status === 'draft') return [];
  return [
    reportProblem('publication-is-dated', statusPlace, 'a final paper needs its day of publication', {
      expected: 'published: YYYY-MM-DD',
    }),
  ];
}

/** Paragraphs of Schedule 12A, Part 1, in England since 2006: 1 to 7, and 7A to 7C for standards committees. */
const PARAGRAPH = /^(?:[1-7]|7[A-C])$/;
const NOT_PUBLIC = /\b(?:part\s*(?:2|II|two)|exempt|not for publication|confidential|restricted)\b/i;

function findMissingExemption({ inputs: { paper } }: CheckablePaper): Problem[] {
  const { exempt, marking, places } = paper;
  const isMarked = marking !== undefined && NOT_PUBLIC.test(marking);
  if (!exempt && !isMarked) return [];
  if (exempt?.paragraph !== undefined && PARAGRAPH.test(exempt.paragraph)) return [];
  return [
    reportProblem('exempt-names-paragraph', places['exempt'] ?? places['marking'], describeExemption(paper), {
      expected: 'exempt: { paragraph: 3 }, from 1 to 7 of Schedule 12A, Part 1',
    }),
  ];
}

function describeExemption({ exempt, marking }: CheckablePaper['inputs']['paper']): string {
  if (!exempt) return `the paper is marked "${marking ?? ''}" but does not say what exempts it`;
  return exempt.paragraph === undefined
    ? 'the paper does not say which paragraph exempts it'
    : `Schedule 12A has no paragraph ${exempt.paragraph}`;
}

function findDraftMarks({ document, inputs: { paper } }: CheckablePaper): Problem[] {
  if (document.status !== 'final') return [];
  const marks: [string, Place | undefined][] = [
    [paper.marking ?? '', paper.places['marking']],
    [document.title, undefined],
    ...document.header.fields.map(({ name, value }): [string, Place | undefined] => [
      `${name} ${toPlainText(value)}`,
      paper.places['header'],
    ]),
  ];
  return marks
    .filter(([text]) => /\bdraft\b/i.test(text))
    .map(([text, place]) =>
      reportProblem(
        'final-bears-no-draft-mark',
        place ?? paper.statusPlace,
        `the paper is final, but says "${text.trim()}"`,
        {
          hint: 'Remove the word. A paper with `status: draft` gets the mark automatically.',
        },
      ),
    );
}

function findMissingClearances({ inputs: { paper, template } }: CheckablePaper): Problem[] {
  const missing = template.clearance.filter((id) => !paper.clearance.some((entry) => entry.id === id));
  if (missing.length === 0) return [];
  const problem = reportProblem(
    'clearance-is-given',
    paper.places['clearance'] ?? paper.statusPlace,
    `the paper has not been cleared for ${joinNames(missing)}`,
    { expected: `clearance: ${missing[0] ?? ''}: { name: …, date: YYYY-MM-DD }` },
  );
  return [paper.status === 'draft' ? toWarning(problem) : problem];
}
