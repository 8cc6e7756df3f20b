import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { SentenceChange } from '../align/sentence-change.js';
import type { Piece, Span } from '../describe/span.js';

/**
 * Renders a text with its changes. Screen readers get "removed" and "added" as words. The style draws lines through and
 * under the words, so that a change is not shown by colour alone.
 */
export function renderSpans(spans: readonly Span[]): Html {
  return markup`${spans.map(renderSpan)}`;
}

/** Renders words that replaced other words. `names` are said before them. */
export function renderEdit(
  before: readonly Piece[],
  after: readonly Piece[],
  names: EditNames = { removed: 'removed', added: 'added' },
): Html {
  const removed = renderMarked('del', names.removed, before, names.isMoved);
  const added = renderMarked('ins', names.added, after, names.isMoved);
  const spaceBetween = removed && added?.space === '' ? ' ' : (added?.space ?? null);
  return markup`${removed?.space ?? null}${removed?.html ?? null}${spaceBetween}${added?.html ?? null}`;
}

/** The names of removed and added words for screen readers. */
interface EditNames {
  removed: string;
  added: string;
  /** True for a sentence that moved within its text. */
  isMoved?: boolean;
}

function nameWords(sentence: SentenceChange | null): EditNames {
  switch (sentence) {
    case 'added':
    case 'removed':
    case 'replaced':
      return { removed: 'removed sentence', added: 'added sentence' };
    case 'moved-away':
    case 'moved-here':
      return { removed: 'sentence moved from here', added: 'sentence moved here', isMoved: true };
    case null:
      return { removed: 'removed', added: 'added' };
    default:
      return sentence satisfies never;
  }
}

function renderSpan(span: Span): Html {
  switch (span.kind) {
    case 'same':
    case 'followed':
      return renderLinkedPieces(span.after);
    case 'restyled':
      return makeElement('span', { class: 'restyled' }, renderLinkedPieces(span.after));
    case 'changed':
      return renderEdit(span.before, span.after, nameWords(span.sentence));
    case 'figure':
      return markup`${renderEdit(span.before, span.after)} <span class="reason">${span.figure.causes.join(' and ')}</span>`;
    default:
      return span satisfies never;
  }
}

/** Renders removed or added words. Returns the space before them apart, because it stays outside the marks. */
function renderMarked(
  name: 'del' | 'ins',
  spokenName: string,
  pieces: readonly Piece[],
  isMoved = false,
): { space: string; html: Html } | null {
  const [first, ...rest] = pieces;
  if (!first) return null;
  const [space, text] = splitLeadingSpace(first.text);
  const words = [{ ...first, text }, ...rest];
  const html = makeElement(name, { class: isMoved ? 'moved' : null }, [
    markup`<span class="visually-hidden">${spokenName}: </span>`,
    name === 'ins' ? renderLinkedPieces(words) : words.map(renderPiece),
    markup`<span class="visually-hidden">; </span>`,
  ]);
  return { space, html };
}

function renderLinkedPieces(pieces: readonly Piece[]): Html {
  return markup`${pieces.map(renderLinkedPiece)}`;
}

/** Renders a link to its target in the new version, which is on the page. Removed words get no links. */
function renderLinkedPiece(piece: Piece): Html {
  const { text, marks } = piece;
  const href = marks.url ?? (marks.target === undefined ? undefined : `#${marks.target}`);
  if (href === undefined) return renderPiece(piece);
  const [space, words] = splitLeadingSpace(text);
  return markup`${space}<a href="${href}">${renderPiece({ text: words, marks })}</a>`;
}

function renderPiece({ text, marks }: Piece): Html {
  const lines = text
    .split(/ *\n */)
    .map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`));
  const emphasised = marks.emphasis ? markup`<em>${lines}</em>` : markup`${lines}`;
  return marks.strong ? markup`<strong>${emphasised}</strong>` : emphasised;
}

function splitLeadingSpace(text: string): [space: string, rest: string] {
  const rest = text.trimStart();
  return [text.slice(0, text.length - rest.length), rest];
}
