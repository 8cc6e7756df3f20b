import { formatDate } from '../format/dates.js';
import { joinNames } from '../format/words.js';
import { countClearDays, findLatestPublicationDay, formatClearDays } from '../model/count-clear-days.js';
import type { CommitteeLaw } from '../model/committee-law.js';
import type { Exemption } from '../model/exemption.js';
import { toPlainText } from '../model/inline.js';
import type { Committee } from '../model/meeting.js';
import type { Place, Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { hintAtLaw, joinHints } from './hint-at-law.js';
import { reportProblem, toWarning } from './report-problem.js';

/** Checks that the paper can be published: notice, exemption, status and clearances. */
export function checkPublication(paper: CheckablePaper): Problem[] {
  return [
    ...findLatePublication(paper),
    ...findShortNotice(paper),
    ...findMissingExemption(paper),
    ...findDraftMarks(paper),
    ...findMissingClearances(paper),
  ];
}

/** Finds a publication with less than the required notice. A stated urgency excuses it. */
function findLatePublication({ inputs }: CheckablePaper): Problem[] {
  const { paper, meeting } = inputs;
  const { notice } = meeting.committee.law;
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
        hint: citeNotice(meeting.committee),
      },
    ),
  ];
}

/** Cites what requires the notice: the law, or the project's own setting. */
function citeNotice({ law }: Committee): string {
  const { notice } = law;
  return notice?.setting
    ? `${notice.setting.file} sets this notice.`
    : `Required by ${law.law.notice?.source ?? ''}.`;
}

/** Finds a setting that gives less notice than the law demands. Days that the law's text does not settle are not compared. */
function findShortNotice({ inputs: { meeting } }: CheckablePaper): Problem[] {
  const { stated, law, notice } = meeting.committee.law;
  if (stated === null || !law.notice || !notice?.setting || notice.days >= law.notice.days) return [];
  return [
    reportProblem(
      'notice-meets-law',
      notice.setting,
      `${formatClearDays(notice.days, notice.calendar)} are fewer than the ${law.notice.days} clear days of the law "${law.id}"`,
      {
        expected: `days: ${law.notice.days}, or more; or leave notice: out`,
        hint: `Required by ${law.notice.source}.`,
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

const NOT_PUBLIC = /\b(?:part\s*(?:2|II|two)|exempt|not for publication|confidential|restricted)\b/i;

/** Finds exemptions without a paragraph of the law's schedule, or without the reason that the law asks for. */
function findMissingExemption({ inputs: { paper, meeting } }: CheckablePaper): Problem[] {
  const { exempt, marking, places } = paper;
  const { exemption } = meeting.committee.law.law;
  const isMarked = marking !== undefined && NOT_PUBLIC.test(marking);
  if (!exemption) return [];
  const { law } = meeting.committee;
  const unmarked =
    exempt.length === 0 && isMarked && exemption.schedule
      ? [`the paper is marked "${marking}" but does not say what exempts it`]
      : [];
  return [
    ...unmarked.map((message) => reportParagraph(message, places['marking'], law)),
    ...exempt.flatMap((part) => [...checkParagraph(part, law), ...checkReason(part, law)]),
  ];
}

/** A law without a schedule requires no paragraph. */
function checkParagraph({ paragraph, place }: Exemption, law: CommitteeLaw): Problem[] {
  const { id, exemption } = law.law;
  if (!exemption?.schedule || exemption.paragraphs.some((known) => known.id === paragraph)) return [];
  const message =
    paragraph === undefined
      ? 'the paper does not say which paragraph exempts it'
      : `${exemption.schedule} has no paragraph ${paragraph} under the law "${id}"`;
  return [reportParagraph(message, place, law)];
}

function reportParagraph(message: string, place: Place | undefined, law: CommitteeLaw): Problem {
  const { schedule, paragraphs = [], source } = law.law.exemption ?? {};
  const numbers = paragraphs.map((paragraph) => paragraph.id).filter((number) => /^\d+$/.test(number));
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  return reportProblem('exempt-names-paragraph', place, message, {
    expected: `exempt: { paragraph: ${numbers[2] ?? first}, public-interest: … }, from ${first} to ${last} of ${schedule ?? ''}`,
    hint: joinHints(`Required by ${source ?? ''}.`, hintAtLaw(law)),
  });
}

/** Finds an exemption without its reason, where the law asks for a public interest. */
function checkReason({ publicInterest, place }: Exemption, law: CommitteeLaw): Problem[] {
  const rule = law.law.exemption?.publicInterest;
  if (!rule || publicInterest !== undefined) return [];
  const message = 'the paper does not say why the public interest keeps it exempt';
  return [
    reportProblem('exempt-states-reason', place, message, {
      expected: 'public-interest: and a sentence; the public edition prints it',
      hint: joinHints(`Required by ${rule.source}.`, hintAtLaw(law)),
    }),
  ];
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
