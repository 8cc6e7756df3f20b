import type { Section } from '../model/section.js';
import { toPlainText } from '../model/inline.js';
import { findLatestPublicationDay, countClearDays, formatClearDays } from '../model/count-clear-days.js';
import { formatDate, joinNames } from '../format.js';
import type { SectionRole } from '../model/template.js';
import type { Place, Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found, inDraft } from './found.js';

/** What the law on access to meetings and a committee's standing orders ask of a paper. */
export function checkLaw(paper: Checkable): Problem[] {
  return [
    ...backgroundPapers(paper),
    ...authorAndContact(paper),
    ...recommendation(paper),
    ...publication(paper),
    ...exemption(paper),
    ...draftMark(paper),
    ...clearances(paper),
  ];
}

/** The section of a role, with where to look for it; its `section` is undefined where the template has none or it is empty. */
function ofRole(
  role: SectionRole,
  { inputs: { template }, document, manuscript }: Checkable,
): { place: Place; title: string | undefined; section: Section | undefined } {
  const planned = template.sections.find((section) => section.role === role);
  const written = manuscript.sections.find(({ id }) => id === planned?.id);
  return {
    place: written?.place ?? template.place,
    title: planned?.title,
    section: document.sections.find(({ id }) => id === planned?.id),
  };
}

function missing(
  role: SectionRole,
  title: string | undefined,
  text: string,
): { message: string; expected: string } {
  return title === undefined
    ? { message: `no section of the template has the role ${role}`, expected: `role: ${role} on a section` }
    : { message: `the section "${title}" has no text`, expected: text };
}

function backgroundPapers(paper: Checkable): Problem[] {
  const { place, title, section } = ofRole('background-papers', paper);
  if (section) return [];
  const { message, expected } = missing(
    'background-papers',
    title,
    'the papers relied on; "None." is an answer',
  );
  return [found('background-papers-are-listed', place, message, { expected })];
}

/** Words that stand for an author who is not known. */
const NOBODY = /^\s*(?:(?:author )?not (?:stated|known)|unknown|tb[acd])?\.?\s*$/i;

function authorAndContact(paper: Checkable): Problem[] {
  const { meeting, paper: own } = paper.inputs;
  const tabled = meeting.papers.find(({ id }) => id === own.id);
  const { place, title, section } = ofRole('contact', paper);
  const text = section?.blocks
    .map((block) => ('content' in block ? toPlainText(block.content) : ''))
    .join(' ');
  const anonymous = tabled && NOBODY.test(tabled.author);
  return [
    ...(anonymous
      ? [
          found(
            'author-and-contact-are-named',
            tabled.place,
            'it is not said in whose name the paper is tabled',
            {
              expected: 'author: a name or an office',
            },
          ),
        ]
      : []),
    ...(text === undefined
      ? [found('author-and-contact-are-named', place, missing('contact', title, 'whom to ask').message)]
      : /\d{4}|@/.test(text)
        ? []
        : [
            found(
              'author-and-contact-are-named',
              place,
              `"${title ?? ''}" has neither a telephone number nor an email address`,
              {
                expected: 'whom to ask, and how: {{organisation.contacts…}}',
              },
            ),
          ]),
  ];
}

function recommendation(paper: Checkable): Problem[] {
  const { place, title, section } = ofRole('recommendation', paper);
  if (!section) {
    const { message, expected } = missing('recommendation', title, 'That members note the report.');
    return [found('recommendation-is-made', place, message, { expected })];
  }
  const first = section.blocks.find((block) => block.kind === 'paragraph');
  const list = section.blocks.find((block) => block.kind === 'list');
  const begins = first && /^that\b/i.test(toPlainText(first.content));
  const listed = list?.items.every(({ content }) => /^that\b/i.test(toPlainText(content)));
  if (!first || begins || listed || /\bthat:?\s*$/.test(toPlainText(first.content))) return [];
  return [
    found('recommendation-begins-that', first.place, 'the recommendation does not begin "That"', {
      expected: 'That members note the report.',
    }),
  ];
}

function publication({ inputs }: Checkable): Problem[] {
  const { paper, meeting, organisation } = inputs;
  const { notice } = organisation;
  if (!notice) return [];
  const { published, urgency, status, places, statusPlace } = paper;
  if (published === undefined)
    return status === 'draft'
      ? []
      : [
          found('publication-is-dated', statusPlace, 'a final paper says on which day it is published', {
            expected: 'published: YYYY-MM-DD',
          }),
        ];
  const clear = countClearDays(published, meeting.date, notice.calendar);
  if (clear >= notice.days || urgency !== undefined) return [];
  const latest = findLatestPublicationDay(meeting.date, notice.days, notice.calendar);
  return [
    found(
      'published-in-time',
      places['published'],
      `${formatClearDays(clear, notice.calendar)} lie between ${formatDate(published)} and the meeting on ${formatDate(meeting.date)}`,
      {
        expected: `${formatClearDays(notice.days, notice.calendar)}: published by ${formatDate(latest)}; or urgency: why it could not be`,
      },
    ),
  ];
}

/** Paragraphs 1 to 7 of Part 1 of the Schedule, as it has stood in England since 2006; 7A to 7C for standards committees. */
const PARAGRAPH = /^(?:[1-7]|7[A-C])$/;
const NOT_PUBLIC = /\b(?:part\s*(?:2|II|two)|exempt|not for publication|confidential|restricted)\b/i;

function exemption({ inputs: { paper } }: Checkable): Problem[] {
  const { exempt, marking, places } = paper;
  const marked = marking !== undefined && NOT_PUBLIC.test(marking);
  if (!exempt && !marked) return [];
  if (exempt?.paragraph !== undefined && PARAGRAPH.test(exempt.paragraph)) return [];
  const message = !exempt
    ? `the paper is marked "${marking ?? ''}" and does not say what exempts it`
    : exempt.paragraph === undefined
      ? 'the paper does not say which paragraph exempts it'
      : `Schedule 12A has no paragraph ${exempt.paragraph}`;
  return [
    found('exempt-names-paragraph', places['exempt'] ?? places['marking'], message, {
      expected: 'exempt: { paragraph: 3 }, from 1 to 7 of Schedule 12A, Part 1',
    }),
  ];
}

function draftMark({ document, inputs: { paper } }: Checkable): Problem[] {
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
      found(
        'final-bears-no-draft-mark',
        place ?? paper.statusPlace,
        `the paper is final, and says "${text.trim()}"`,
        {
          hint: 'A paper whose status is draft gets the mark by itself.',
        },
      ),
    );
}

function clearances({ inputs: { paper, template } }: Checkable): Problem[] {
  const lacking = template.clearance.filter((id) => !paper.clearance.some((given) => given.id === id));
  if (lacking.length === 0) return [];
  const problem = found(
    'clearance-is-given',
    paper.places['clearance'] ?? paper.statusPlace,
    `the paper has not been cleared for ${joinNames(lacking)}`,
    { expected: `clearance: ${lacking[0] ?? ''}: { name: …, date: YYYY-MM-DD }` },
  );
  return [paper.status === 'draft' ? inDraft(problem) : problem];
}
