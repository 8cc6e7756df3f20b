import type { ReviewedChange } from '../../review/review-facts.js';
import { makeElement } from '../element.js';

/** Makes the words of a change. A screen reader says which of them are removed and added. */
export function makeChangedWords({ what, lead, tail, before, after }: ReviewedChange): HTMLElement {
  if (what === 'paragraph moved') return makeElement('p', 'review-words', after);
  const removed = before === '' ? [] : [makeMarked('del', 'removed:', before)];
  const added = after === '' ? [] : [makeMarked('ins', 'added:', after)];
  const between = removed.length > 0 && added.length > 0 ? [' '] : [];
  return makeElement(
    'p',
    'review-words',
    lead,
    ...removed,
    ...between,
    ...added,
    ...(after.endsWith(' ') ? [' '] : []),
    tail,
  );
}

function makeMarked(name: 'del' | 'ins', words: string, text: string): HTMLElement {
  const shown = text.replaceAll('¶', '¶ (new paragraph)').trimEnd();
  return makeElement(name, '', makeElement('span', 'visually-hidden', ` ${words} `), shown);
}
