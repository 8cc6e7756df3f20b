import { findTabledPaper } from '../model/meeting.js';
import type { Section } from '../model/section.js';
import { toPlainText } from '../model/inline.js';
import { findLatestPublicationDay, countClearDays, formatClearDays } from '../model/count-clear-days.js';
import { joinNames } from '../format/words.js';
import { formatDate } from '../format/dates.js';
import type { SectionRole } from '../model/template.js';
import type { Place, Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem, toWarning } from './report-problem.js';

/** Checks what the law on access to meetings and a committee's standing orders require of a paper. */
export function checkLaw(paper: CheckablePaper): Problem[] {
  return [
    ...findMissingBackgroundPapers(paper),
    ...findMissingContact(paper),
    ...findMissingRecommendation(paper),
    ...findLatePublication(paper),
    ...findMissingExemption(paper),
    ...findDraftMarks(paper),
    ...findMissingClearances(paper),
  ];
}

/** Finds the section with a role. `section` is undefined if the template has no such section, or if it is empty. */
function findSection(
  role: SectionRole,
  { inputs: { template }, document, manuscript }: CheckablePaper,
): { place: Place; title: string | undefined; section: Section | undefined } {
  const planned = template.sections.find((section) => section.role === role);
  const written = manuscript.sections.find(({ id }) => id === planned?.id);
  return {
    place: written?.place ?? template.place,
    title: planned?.title,
    section: document.sections.find(({ id }) => id === planned?.id),
  };
}

function describeMissing(
  role: SectionRole,
  title: string | undefined,
  text: string,
): { message: string; expected: string } {
  return title === undefined
    ? { message: `no section of the template has the role "${role}"`, expected: `role: ${role} on a section` }
    : { message: `the section "${title}" has no text`, expected: text };
}

function findMissingBackgroundPapers(paper: CheckablePaper): Problem[] {
  const { place, title, section } = findSection('background-papers', paper);
  if (section) return [];
  const { message, expected } = describeMissing(
    'background-papers',
    title,
    'the papers relied on, or "None."',
  );
  return [reportProblem('background-papers-are-listed', place, message, { expected })];
}

/** Words that mean that the author is not known. */
const UNKNOWN_AUTHOR = /^\s*(?:(?:author )?not (?:stated|known)|unknown|tb[acd])?\.?\s*$/i;

function findMissingContact(paper: CheckablePaper): Problem[] {
  const { meeting, paper: header } = paper.inputs;
  const tabledPaper = findTabledPaper(meeting, header.id);
  const { place, title, section } = findSection('contact', paper);
  const text = section?.blocks
    .map((block) => ('content' in block ? toPlainText(block.content) : ''))
    .join(' ');
  const isAnonymous = tabledPaper && UNKNOWN_AUTHOR.test(tabledPaper.author);
  return [
    ...(isAnonymous
      ? [
          reportProblem('author-and-contact-are-named', tabledPaper.place, 'the paper has no author', {
            expected: 'author: a name or an office, in data/meetings.yaml',
          }),
        ]
      : []),
    ...(text === undefined
      ? [
          reportProblem(
            'author-and-contact-are-named',
            place,
            describeMissing('contact', title, 'a contact').message,
          ),
        ]
      : /\d{4}|@/.test(text)
        ? []
        : [
            reportProblem(
              'author-and-contact-are-named',
              place,
              `"${title ?? ''}" has no telephone number and no email address`,
              {
                expected: 'a name with a telephone number or an email address: {{organisation.contacts…}}',
              },
            ),
          ]),
  ];
}

function findMissingRecommendation(paper: CheckablePaper): Problem[] {
  const { place, title, section } = findSection('recommendation', paper);
  if (!section) {
    const { message, expected } = describeMissing('recommendation', title, 'That members note the report.');
    return [reportProblem('recommendation-is-made', place, message, { expected })];
  }
  const first = section.blocks.find((block) => block.kind === 'paragraph');
  const list = section.blocks.find((block) => block.kind === 'list');
  const beginsWithThat = first && /^that\b/i.test(toPlainText(first.content));
  const listBeginsWithThat = list?.items.every(({ content }) => /^that\b/i.test(toPlainText(content)));
  if (!first || beginsWithThat || listBeginsWithThat || /\bthat:?\s*$/.test(toPlainText(first.content)))
    return [];
  return [
    reportProblem(
      'recommendation-begins-that',
      first.place,
      'the recommendation does not begin with "That"',
      {
        expected: 'That members note the report.',
      },
    ),
  ];
}

function findLatePublication({ inputs }: CheckablePaper): Problem[] {
  const { paper, meeting, organisation } = inputs;
  const { notice } = organisation;
  if (!notice) return [];
  const { published, urgency, status, places, statusPlace } = paper;
  if (published === undefined)
    return status === 'draft'
      ? []
      : [
          reportProblem('publication-is-dated', statusPlace, 'a final paper needs its day of publication', {
            expected: 'published: YYYY-MM-DD',
          }),
        ];
  const clear = countClearDays(published, meeting.date, notice.calendar);
  if (clear >= notice.days || urgency !== undefined) return [];
  const latest = findLatestPublicationDay(meeting.date, notice.days, notice.calendar);
  return [
    reportProblem(
      'published-in-time',
      places['published'],
      `${formatClearDays(clear, notice.calendar)} between publication on ${formatDate(published)} and the meeting on ${formatDate(meeting.date)}`,
      {
        expected: `${formatClearDays(notice.days, notice.calendar)}, published by ${formatDate(latest)}; or urgency: with the reason for the delay`,
      },
    ),
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
  const message = !exempt
    ? `the paper is marked "${marking ?? ''}" but does not say what exempts it`
    : exempt.paragraph === undefined
      ? 'the paper does not say which paragraph exempts it'
      : `Schedule 12A has no paragraph ${exempt.paragraph}`;
  return [
    reportProblem('exempt-names-paragraph', places['exempt'] ?? places['marking'], message, {
      expected: 'exempt: { paragraph: 3 }, from 1 to 7 of Schedule 12A, Part 1',
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
