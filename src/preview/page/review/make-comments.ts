import type { ReviewedComment } from '../../review/review-facts.js';
import { makeElement } from '../element.js';
import { makePlaceControl } from '../place-control.js';

/** Makes the list of comments of a returned file, each with its author and day. `isPlaced` names the place of each. */
export function makeComments(comments: readonly ReviewedComment[], isPlaced: boolean): HTMLElement[] {
  if (comments.length === 0) return [];
  return [makeElement('ul', 'review-comments', ...comments.map((comment) => makeComment(comment, isPlaced)))];
}

function makeComment(
  { by, text, about, isAnswer, isResolved, name, place }: ReviewedComment,
  isPlaced: boolean,
): HTMLElement {
  const kind = isAnswer ? 'Answer' : 'Comment';
  const head = makeElement('p', 'review-by', `${kind} of ${by}${isResolved ? ' (resolved)' : ''}`);
  if (isPlaced) head.append(`, on ${name} `, ...(place ? [makePlaceControl(place)] : []));
  return makeElement(
    'li',
    isAnswer ? 'answer' : '',
    head,
    ...(about === '' || isAnswer ? [] : [makeElement('p', 'soft', `On “${about}”`)]),
    makeElement('p', 'review-comment', text),
  );
}
