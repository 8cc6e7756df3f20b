import { makeLabelFinder } from '../model/find-label.js';
import { listParts } from '../model/list-parts.js';
import { listSections } from '../model/list-sections.js';
import { hasTypedNumber, parseTypedNumber } from '../model/typed-number.js';
import type { Section } from '../model/section.js';
import type { Paragraph } from '../model/blocks/paragraph.js';
import { escapeRegExp } from '../model/escape-reg-exp.js';
import type { Meeting } from '../model/meeting.js';
import type { LabelWords } from '../model/template.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem, toWarning } from './report-problem.js';
import type { Sentence } from './split-sentences.js';
import { findTyped } from './find-typed.js';

/** Finds typed numbers of paragraphs, tables and other papers. They do not follow when the paper changes. */
export function checkTypedReferences(paper: CheckablePaper): Problem[] {
  const pattern = makeNumberPattern(paper.inputs.template.words);
  const others = listOtherPapers(paper.inputs);
  return [
    ...paper.sentences.flatMap((sentence) => findTypedNumber(sentence, pattern, paper)),
    ...paper.sentences.flatMap((sentence) => findTypedTitle(sentence, others, paper)),
    ...findUnnumberedPapers(paper),
  ];
}

/** Finds cited papers without a report number. In a draft the number may still be to come. */
function findUnnumberedPapers({ passages, inputs }: CheckablePaper): Problem[] {
  const problems = passages.flatMap(({ parts }) =>
    parts.flatMap(({ inline }) => {
      if (inline.kind !== 'value' || inline.cites?.number !== null) return [];
      return [
        reportProblem(
          'cited-paper-has-number',
          inline.place,
          `"${inline.cites.title}" is cited without its report number`,
          { expected: 'number: under the paper in data/meetings.yaml' },
        ),
      ];
    }),
  );
  return inputs.paper.status === 'draft' ? problems.map(toWarning) : problems;
}

/** Makes a pattern for "paragraph 44" or "Tables 1 and 2" from the template's words. */
function makeNumberPattern(words: LabelWords): RegExp {
  const names = [...new Set(Object.values(words).map((word: string) => word.toLowerCase()))]
    .flatMap((word) => [word, `${word}s`, word.replace(/x$/, 'ces')])
    .concat('para', 'paras')
    .sort((a, b) => b.length - a.length);
  const number = String.raw`\d+(?:\.\d+)*[a-z]?|[A-Z](?:\d+|\b)`;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(${names.map(allowCapital).join('|')})\s+(${number})(?![\p{L}\p{N}%])`,
    'gu',
  );
}

function allowCapital(word: string): string {
  const [first = ''] = word;
  return `[${first}${first.toUpperCase()}]${word.slice(1)}`;
}

/** Finds a typed number, at most one in a sentence. References to other documents are exempt. */
function findTypedNumber(sentence: Sentence, pattern: RegExp, paper: CheckablePaper): Problem[] {
  const [first] = findTyped(sentence, pattern).filter(({ match }) => {
    const after = sentence.text.slice(match.index + match[0].length);
    return (
      !/^[^.;]{0,20}\bof\s+(?!this\b|section\b)/.test(after) &&
      !/\b(?:Act|Schedule|Order|Regulations?)\b/.test(sentence.text)
    );
  });
  if (!first) return [];
  const { match, place } = first;
  const [text, word = '', number = ''] = match;
  const isParagraph = word.toLowerCase().startsWith('para');
  const targets = isParagraph ? findParagraphs(number, paper) : [];
  const inSection = targets.filter(({ section }) => section === sentence.passage.section);
  const namesSection = /^\s+of\s+section\b/.test(sentence.text.slice(match.index + text.length));
  if (targets.length > 1 && !namesSection)
    return [
      reportProblem(
        'number-is-unambiguous',
        place,
        `"${text}" is typed, and ${targets.length} sections have a paragraph ${number}`,
        {
          expected: 'the label of the paragraph: {{ref "label"}}',
        },
      ),
    ];
  const target = inSection[0] ?? targets[0];
  const label = isParagraph
    ? target && makeLabelFinder(paper.manuscript)(target.paragraph)
    : findLabelOfNumber(text, paper);
  return [
    reportProblem(
      'reference-is-bound',
      place,
      `"${text}" is typed${isParagraph && targets.length === 0 ? ', and no paragraph has that number' : ''}`,
      {
        expected: describeReference(label, isParagraph),
        hint: 'A reference prints its number itself, and follows when paragraphs move.',
      },
    ),
  ];
}

function describeReference(label: string | null | undefined, isParagraph: boolean): string {
  if (label === undefined) return '{{ref "label"}}';
  if (label === null)
    return '{{label "a-name"}} before the first word of that paragraph, and {{ref "a-name"}} here';
  return `{{ref "${label}"}}${isParagraph ? ', if you mean that paragraph' : ''}`;
}

/** Finds the label of "Table 2". Undefined if the paper has no such part. */
function findLabelOfNumber(text: string, paper: CheckablePaper): string | undefined {
  const typed = parseTypedNumber(text, paper.inputs.template.words);
  const part = typed && listParts(paper).find((candidate) => hasTypedNumber(candidate, typed));
  return part?.label ?? undefined;
}

function findParagraphs(
  number: string,
  { document }: CheckablePaper,
): { section: Section; paragraph: Paragraph }[] {
  return listSections(document).flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.number === number ? [{ section, paragraph: block }] : [],
    ),
  );
}

/** Another paper of a meeting, whose title may be typed. */
interface OtherPaper {
  id: string;
  title: string;
  meeting: Meeting;
}

/** Lists the other papers of all meetings. Titles of one word are exempt, since they may be ordinary words. */
function listOtherPapers({ meetings, paper }: CheckablePaper['inputs']): OtherPaper[] {
  return meetings.flatMap((meeting) =>
    meeting.papers
      .filter(({ id, title }) => id !== paper.id && title.trim().includes(' '))
      .map(({ id, title }) => ({ id, title, meeting })),
  );
}

/** Finds the typed title of another paper, at most one in a sentence. */
function findTypedTitle(
  sentence: Sentence,
  others: readonly OtherPaper[],
  { inputs }: CheckablePaper,
): Problem[] {
  for (const { id, title, meeting } of others) {
    const at = sentence.text.indexOf(title);
    const [typed] = at < 0 ? [] : findTyped(sentence, new RegExp(escapeRegExp(title), 'gu'));
    const other = meeting.id === inputs.meeting.id ? '' : ` meeting="${meeting.id}"`;
    if (typed)
      return [
        reportProblem(
          'cited-paper-is-bound',
          typed.place,
          `"${title}" is typed without its report number and date`,
          {
            expected: `{{paper "${id}"${other}}}`,
          },
        ),
      ];
  }
  return [];
}
