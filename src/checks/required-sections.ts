import type { Paragraph } from '../model/blocks/paragraph.js';
import { toPlainText } from '../model/inline.js';
import { findTabledPaper } from '../model/meeting.js';
import type { Problem } from '../model/problem.js';
import type { Section } from '../model/section.js';
import type { CheckablePaper } from './checkable-paper.js';
import { describeMissing, findSection } from './find-section.js';
import { reportProblem } from './report-problem.js';

/** Checks the author, the contact and the recommendation that members and standing orders expect. */
export function checkRequiredSections(paper: CheckablePaper): Problem[] {
  return [...findMissingAuthor(paper), ...findMissingContact(paper), ...findMissingRecommendation(paper)];
}

/** Words that mean that the author is not known. */
const UNKNOWN_AUTHOR = /^\s*(?:(?:author )?not (?:stated|known)|unknown|tb[acd])?\.?\s*$/i;

function findMissingAuthor({ inputs: { meeting, paper } }: CheckablePaper): Problem[] {
  const tabledPaper = findTabledPaper(meeting, paper.id);
  if (!tabledPaper || !UNKNOWN_AUTHOR.test(tabledPaper.author)) return [];
  return [
    reportProblem('author-and-contact-are-named', tabledPaper.place, 'the paper has no author', {
      expected: 'author: a name or an office, in data/meetings.yaml',
    }),
  ];
}

/** Finds a contact section that is missing, or has neither a telephone number nor an email address. */
function findMissingContact(paper: CheckablePaper): Problem[] {
  const { place, title, section } = findSection('contact', paper);
  if (!section) {
    const { message } = describeMissing('contact', title, 'a contact');
    return [reportProblem('author-and-contact-are-named', place, message)];
  }
  const text = section.blocks
    .map((block) => ('content' in block ? toPlainText(block.content) : ''))
    .join(' ');
  if (/\d{4}|@/.test(text)) return [];
  return [
    reportProblem(
      'author-and-contact-are-named',
      place,
      `"${title ?? ''}" has no telephone number and no email address`,
      { expected: 'a name with a telephone number or an email address: {{organisation.contacts…}}' },
    ),
  ];
}

function findMissingRecommendation(paper: CheckablePaper): Problem[] {
  const { place, title, section } = findSection('recommendation', paper);
  if (!section) {
    const { message, expected } = describeMissing('recommendation', title, 'That members note the report.');
    return [reportProblem('recommendation-is-made', place, message, { expected })];
  }
  const first = section.blocks.find((block) => block.kind === 'paragraph');
  if (!first || beginsWithThat(first, section)) return [];
  return [
    reportProblem(
      'recommendation-begins-that',
      first.place,
      'the recommendation does not begin with "That"',
      { expected: 'That members note the report.' },
    ),
  ];
}

/** Returns true if the first paragraph begins or ends with "that", or if every item of the list begins with it. */
function beginsWithThat({ content }: Paragraph, { blocks }: Section): boolean {
  const text = toPlainText(content);
  const list = blocks.find((block) => block.kind === 'list');
  const isInItems = list?.items.every((item) => /^that\b/i.test(toPlainText(item.content))) ?? false;
  return /^that\b/i.test(text) || /\bthat:?\s*$/.test(text) || isInItems;
}
