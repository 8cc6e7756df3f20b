import type { Law } from '../../laws/law.js';
import { listSections } from '../../model/list-sections.js';
import { toPlainText } from '../../model/inline.js';
import type { Problem } from '../../model/problem.js';
import type { Section } from '../../model/section.js';
import { reportProblem, toWarning } from '../report-problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

/** The sections that a paper must have. */
export interface Demands {
  /** The law of the committee. Null if the user names none. */
  law: Law | null;
  /** The titles of sections that standing orders require. */
  sections: readonly string[];
}

const RECOMMENDATION =
  /\brecommend|\bdecisions?\s+(?:asked|required|sought|requested)|\b(?:is|are)\s+(?:asked|invited|requested)\s+to\b/i;
const BACKGROUND_PAPERS = /\b(?:background\s+(?:papers?|documents?|information)|papers\s+relied)\b/i;
const AUTHOR =
  /\b(?:contact|authors?|report\s+of|report\s+by|by|from|officer|director|presented\s+by|lead)\b\s*:?/i;

/** Checks the parts that readers, the law and standing orders expect. Titles are read as English, so a missing one is a warning. */
export function checkRequiredParts(paper: CheckableOutsidePaper, { law, sections }: Demands): Problem[] {
  const { document, passages } = paper;
  const { place } = document;
  const titles = listTitles(paper);
  const has = (pattern: RegExp): boolean => titles.some((title) => pattern.test(title));
  const text = passages.map((passage) => passage.text);
  const isMissing = (name: string): boolean =>
    !titles.some((title) => fold(title).includes(fold(name).trim()));
  return [
    ...(isForInformation(paper) ||
    has(RECOMMENDATION) ||
    text.some((line) => /\bis\s+recommended\b|\brecommends?\s+that\b|\b(?:asked|invited)\s+to\b/i.test(line))
      ? findUnusualStem(paper)
      : [reportProblem('recommendation-is-made', place, 'the paper has no section "Recommendation"')]),
    ...(text.some((line) => AUTHOR.test(line)) &&
    text.some((line) => /\d{4}\s?\d{3,}|\d{3,}\s\d{4}|@/.test(line))
      ? []
      : [
          reportProblem('author-and-contact-are-named', place, 'the paper names no contact', {
            expected: 'a name with a telephone number or an email address',
          }),
        ]),
    ...(law?.backgroundPapers && !has(BACKGROUND_PAPERS)
      ? [
          reportProblem(
            'background-papers-are-listed',
            place,
            'the paper has no section "Background papers"',
            {
              expected: 'the papers relied on, or "None."',
              hint: `Required by ${law.backgroundPapers.source}.`,
            },
          ),
        ]
      : []),
    ...sections
      .filter(isMissing)
      .map((name) => reportProblem('section-is-present', place, `the paper has no section "${name}"`)),
  ].map(toWarning);
}

const FIRST_LINES = 20;

/** Returns true for minutes, and for a paper that says at its start that nothing is to be decided. */
function isForInformation({ document: { title, lines } }: CheckableOutsidePaper): boolean {
  return [title, ...lines.slice(0, FIRST_LINES)].some((line) =>
    /\bfor\s+(?:information|noting)\b|^minutes\b|\bminutes$/i.test(line.trim()),
  );
}

/** Lists the titles of sections and the headings in them. */
function listTitles({ document }: CheckableOutsidePaper): string[] {
  return listSections(document).flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [toPlainText(block.content)] : [])),
  ]);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Finds a recommendation that a resolution cannot repeat, where its section has nothing that begins with "That". */
function findUnusualStem({ document }: CheckableOutsidePaper): Problem[] {
  const section = listSections(document).find(({ title }) => /^recommendations?\b/i.test(title));
  const first = section?.blocks.find(
    ({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'note',
  );
  if (
    !section ||
    !first ||
    listTexts(section).some((text) =>
      /^that\b|\bthat\s*[:.…]*\s*$|\bto\s*:?\s*$|\brecommended\b|\b(?:asked|invited|requested)\s+to\b/i.test(
        text,
      ),
    )
  )
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

function listTexts({ blocks }: Section): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.map(({ content }) => toPlainText(content))
      : 'content' in block
        ? [toPlainText(block.content)]
        : [],
  );
}
