import { listSections } from '../model/list-sections.js';
import type { Section } from '../model/section.js';
import type { Paragraph } from '../model/blocks/paragraph.js';
import { escapeRegExp } from '../model/escape-reg-exp.js';
import type { LabelWords } from '../model/template.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found, inDraft } from './found.js';
import type { Sentence } from './sentences.js';
import { typedIn } from './typed.js';

/** Numbers of paragraphs, tables and other papers that were typed: nothing keeps them right when the paper changes. */
export function checkTypedReferences(paper: Checkable): Problem[] {
  const pattern = numberPattern(paper.inputs.template.words);
  return [
    ...paper.sentences.flatMap((sentence) => typedNumbers(sentence, pattern, paper)),
    ...paper.sentences.flatMap((sentence) => typedTitles(sentence, paper)),
    ...unnumberedPapers(paper),
  ];
}

/** In a draft a number may still be to come. */
function unnumberedPapers({ passages, inputs }: Checkable): Problem[] {
  const problems = passages.flatMap(({ parts }) =>
    parts.flatMap(({ inline }) => {
      if (inline.kind !== 'value' || inline.cites?.number !== null) return [];
      return [
        found(
          'cited-paper-has-number',
          inline.place,
          `"${inline.cites.title}" is cited without its report number`,
          { expected: 'number: under the paper in data/meetings.yaml' },
        ),
      ];
    }),
  );
  return inputs.paper.status === 'draft' ? problems.map(inDraft) : problems;
}

/** "paragraph 44", "Tables 1 and 2", by the template's own words. */
function numberPattern(words: LabelWords): RegExp {
  const names = [...new Set(Object.values(words).map((word: string) => word.toLowerCase()))]
    .flatMap((word) => [word, `${word}s`, word.replace(/x$/, 'ces')])
    .concat('para', 'paras')
    .sort((a, b) => b.length - a.length);
  const number = String.raw`\d+(?:\.\d+)*[a-z]?|[A-Z](?:\d+|\b)`;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(${names.map(initialOfEitherCase).join('|')})\s+(${number})(?![\p{L}\p{N}%])`,
    'gu',
  );
}

function initialOfEitherCase(word: string): string {
  const [first = ''] = word;
  return `[${first}${first.toUpperCase()}]${word.slice(1)}`;
}

/** One a sentence: "paragraphs 3-5 above" is one slip. What belongs to another document is no reference to this one. */
function typedNumbers(sentence: Sentence, pattern: RegExp, paper: Checkable): Problem[] {
  const [first] = typedIn(sentence, pattern).filter(({ match }) => {
    const after = sentence.text.slice(match.index + match[0].length);
    return (
      !/^[^.;]{0,20}\bof\s+(?!this\b|section\b)/.test(after) &&
      !/\b(?:Act|Schedule|Order|Regulations?)\b/.test(sentence.text)
    );
  });
  if (!first) return [];
  const { match, place } = first;
  const [shown, word = '', number = ''] = match;
  const isParagraph = word.toLowerCase().startsWith('para');
  const targets = isParagraph ? paragraphsNumbered(number, paper) : [];
  const here = targets.filter(({ section }) => section === sentence.passage.section);
  const named = /^\s+of\s+section\b/.test(sentence.text.slice(match.index + shown.length));
  if (targets.length > 1 && !named)
    return [
      found(
        'number-is-unambiguous',
        place,
        `"${shown}" is typed by hand, and ${targets.length} sections have a paragraph ${number}`,
        {
          expected: 'the label of the paragraph that is meant: {{ref "label"}}',
        },
      ),
    ];
  const label = (here[0] ?? targets[0])?.paragraph.anchor;
  return [
    found(
      'reference-is-bound',
      place,
      `"${shown}" is typed by hand${isParagraph && targets.length === 0 ? ', and no paragraph has that number' : ''}`,
      {
        expected: label === undefined ? '{{ref "label"}}' : `{{ref "${label}"}}, if that is the one meant`,
        hint: 'A reference fills in its own number, and follows when paragraphs move.',
      },
    ),
  ];
}

function paragraphsNumbered(
  number: string,
  { document }: Checkable,
): { section: Section; paragraph: Paragraph }[] {
  return listSections(document).flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.number === number ? [{ section, paragraph: block }] : [],
    ),
  );
}

/** The title of a tabled paper, letter for letter. A title of one word may be a word like another. */
function typedTitles(sentence: Sentence, { inputs }: Checkable): Problem[] {
  const others = inputs.meetings.flatMap((meeting) =>
    meeting.papers
      .filter(({ id, title }) => id !== inputs.paper.id && title.trim().includes(' '))
      .map((one) => ({ ...one, meeting })),
  );
  for (const { id, title, meeting } of others) {
    const at = sentence.text.indexOf(title);
    const [typed] = at < 0 ? [] : typedIn(sentence, new RegExp(escapeRegExp(title), 'gu'));
    const other = meeting.id === inputs.meeting.id ? '' : ` meeting="${meeting.id}"`;
    if (typed)
      return [
        found(
          'cited-paper-is-bound',
          typed.place,
          `"${title}" is typed by hand, without its report number and date`,
          {
            expected: `{{paper "${id}"${other}}}`,
          },
        ),
      ];
  }
  return [];
}
