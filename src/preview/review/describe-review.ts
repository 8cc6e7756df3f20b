import type { WordRemark } from '../../review/list-remarks.js';
import { formatAuthor } from '../../review/format-author.js';
import { isFoundByWords } from '../../review/is-found-by-words.js';
import type { Decision, Proposal } from '../../review/proposal.js';
import type { WordReview } from '../../review/word-review.js';
import type { ReviewedChange, ReviewedComment, ReviewFacts } from './review-facts.js';

/** Describes the changes and comments of a returned file for the page. `getTicket` returns null for a change that cannot be accepted. */
export function describeReview(
  { proposals, remarks }: WordReview,
  getTicket: (proposal: Proposal) => string | null,
): ReviewFacts {
  const taken = new Set<WordRemark>();
  const takeComments = (proposal: Proposal): ReviewedComment[] => {
    const found = remarks.filter((remark) => !taken.has(remark) && isSamePassage(remark, proposal));
    for (const remark of found) taken.add(remark);
    return found.map(describeComment);
  };
  const changes = proposals.map((proposal) =>
    describeChange(proposal, takeComments(proposal), getTicket(proposal)),
  );
  return { changes, comments: remarks.filter((remark) => !taken.has(remark)).map(describeComment) };
}

function isSamePassage(remark: WordRemark, { passage, what }: Proposal): boolean {
  if (!passage || what === 'paragraph added' || !remark.place) return false;
  const { file, line, column } = passage.place;
  const { place } = remark;
  return (
    remark.name === passage.name && place.file === file && place.line === line && place.column === column
  );
}

function describeChange(
  proposal: Proposal,
  comments: ReviewedComment[],
  ticket: string | null,
): ReviewedChange {
  const { number, what, label, name, place, lead, before, after, tail } = proposal;
  const { author, date, passage, decision } = proposal;
  return {
    ...{ number, what, label, name, place, lead, before, after, tail, comments, ticket },
    by: formatAuthor(author, date),
    decision: describeDecision(decision),
    isFoundByWords: isFoundByWords(proposal),
    block: passage?.place ?? null,
  };
}

function describeDecision(decision: Decision): ReviewedChange['decision'] {
  if (decision.state === 'ready') return { state: 'ready' };
  if (decision.state !== 'refused') return decision;
  const { state, reason, hint, figures } = decision;
  return { state, reason, hint, figures: figures.map(({ place }) => place) };
}

function describeComment({ author, date, ...remark }: WordRemark): ReviewedComment {
  const { text, about, isResolved, isAnswer, name, place } = remark;
  return { text, about, isResolved, isAnswer, name, place, by: formatAuthor(author, date) };
}
