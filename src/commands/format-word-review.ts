import { formatCount } from '../format/words.js';
import { formatPlace, type Place } from '../model/problem.js';
import { formatAuthor } from '../review/format-author.js';
import type { Proposal } from '../review/proposal.js';
import { isFoundByWords } from '../review/is-found-by-words.js';
import type { WordRemark } from '../review/list-remarks.js';
import type { WordReview } from '../review/word-review.js';
import type { Paint } from './create-paint.js';
import { formatPath } from './format-path.js';

interface Style {
  root: string;
  paint: Paint;
}

const WIDTH = 100;

/** Formats the changes and comments of a returned file for a terminal. */
export function formatWordReview({ proposals, remarks }: WordReview, style: Style): string {
  return [
    ...proposals.map((proposal) => formatProposal(proposal, style)),
    ...(remarks.length === 0
      ? []
      : [['Comments', ...remarks.map((remark) => formatRemark(remark, style))].join('\n')]),
  ].join('\n\n');
}

/** Formats one change: its place, its author, the words, and what can be done. */
export function formatProposal(proposal: Proposal, style: Style): string {
  const { number, label, name, place, author, date, what } = proposal;
  const head = [
    style.paint('bold', String(number)),
    style.paint('bold', label ?? name),
    ...(label === null ? [] : [name]),
    ...(what === 'words' ? [] : [what]),
    ...(place ? [formatFile(place, style)] : []),
  ].join('  ');
  const lines = [
    formatAuthor(author, date),
    ...wrap(formatWords(proposal, style)),
    ...formatDecision(proposal, style),
  ];
  return [head, ...lines.map((line) => `   ${line}`)].join('\n');
}

function formatFile(place: Place, { root }: Style): string {
  return formatPlace({ ...place, file: formatPath(root, place.file) });
}

function formatWords({ lead, tail, before, after }: Proposal, { paint }: Style): string {
  const removed = before === '' ? '' : paint('red', `[-${before}-]`);
  const added = after === '' ? '' : paint('green', `{+${after}+}`);
  return `${lead}${removed}${removed !== '' && added !== '' ? ' ' : ''}${added}${tail}`.trim();
}

function formatDecision(proposal: Proposal, { paint }: Style): string[] {
  const { decision } = proposal;
  const found = isFoundByWords(proposal)
    ? ['Found by its words, because its bookmark is lost: check the place.']
    : [];
  switch (decision.state) {
    case 'ready':
      return found;
    case 'applied':
      return [...found, paint('dim', 'Already in the text.')];
    case 'conflict':
      return [
        ...found,
        paint('yellow', 'Conflict: the text has changed since the file was made.'),
        ...wrap(`It reads now: ${decision.now}`),
        'Change it by hand, if the change is still wanted.',
      ];
    case 'refused':
      return [
        ...found,
        ...wrap(`${paint('yellow', 'Not applied:')} ${decision.reason}`),
        ...wrap(decision.hint),
      ];
    default:
      return decision satisfies never;
  }
}

function formatRemark(
  { author, date, about, text, label, name, place, isResolved, isAnswer }: WordRemark,
  style: Style,
): string {
  const where = [label ?? name, ...(place ? [formatFile(place, style)] : [])].join('  ');
  const status = isResolved ? ' (resolved)' : '';
  return [
    '',
    `${isAnswer ? '   ' : ''}${formatAuthor(author, date)}${status}  ${where}`,
    ...(about === '' ? [] : wrap(`   On: "${about}"`)),
    ...text.split('\n').flatMap((line) => wrap(line).map((part) => `   ${part}`)),
  ].join('\n');
}

/** Breaks a text into lines. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Counts the changes by what can be done with them. */
export function summariseReview({ proposals, remarks }: WordReview): string {
  const count = (state: Proposal['decision']['state']): number =>
    proposals.filter(({ decision }) => decision.state === state).length;
  const states = [
    [count('ready'), 'can be applied'],
    [count('applied'), 'already in the text'],
    [count('conflict'), 'in conflict with the text'],
    [count('refused'), 'to be made by hand'],
  ] as const;
  const known = states.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  const changes = formatCount(proposals.length, 'change', 'changes');
  const comments = formatCount(remarks.length, 'comment', 'comments');
  return `${changes}${known.length === 0 ? '' : ` (${known.join(', ')})`}, ${comments}.`;
}
