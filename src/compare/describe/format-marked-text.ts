import { joinPieceTexts, readNewText, readOldText } from './read-text.js';
import type { Piece, Span } from './span.js';

/** The number of unchanged words shown on each side of a change. */
const CONTEXT_WORDS = 6;

/** Returns true if a text changed. Changes that only follow from a new order do not count. */
export function isMarked(spans: readonly Span[]): boolean {
  return spans.some((span) => !isUnchanged(span));
}

function isUnchanged({ kind }: Span): boolean {
  return kind === 'same' || kind === 'followed';
}

/** Formats a text with marks for its changes: `[-removed-]`, `{+added+}`, `[64% → 50%]` for a figure. */
export function formatMarkedText(spans: readonly Span[]): string {
  return spans.map(formatSpan).join('').trim();
}

/** Formats a cell with marks for its changes. If the whole cell changed: `64% → 50%`. */
export function formatMarkedCell(spans: readonly Span[]): string {
  const [before, after] = [readOldText(spans), readNewText(spans)];
  const isReplaced = spans.length === 1 && before !== '' && after !== '';
  return isReplaced ? `${before} → ${after}` : formatMarkedText(spans);
}

/** Formats a text with marks for its changes, and only a few unchanged words around each change. */
export function formatMarkedExcerpt(spans: readonly Span[]): string {
  return spans
    .map((span, at) =>
      isUnchanged(span) ? shorten(formatSpan(span), at === 0, at === spans.length - 1) : formatSpan(span),
    )
    .join('')
    .trim();
}

/** Keeps the words next to the changes before and after a text. */
function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(/(?=\s)/);
  const start = isFirst ? [] : words.slice(0, CONTEXT_WORDS);
  const end = isLast ? [] : words.slice(-CONTEXT_WORDS);
  return words.length <= start.length + end.length + 2 ? text : [...start, ' …', ...end].join('');
}

function formatSpan(span: Span): string {
  switch (span.kind) {
    case 'same':
    case 'followed':
      return joinPieceTexts(span.after);
    case 'restyled':
      return wrapPieces('{', span.after, ': restyled}');
    case 'figure':
      return wrapPieces('[', span.before, ` → ${joinPieceTexts(span.after).trim()}]`);
    case 'changed': {
      const moved = hasMoved(span) ? 'moved: ' : '';
      return wrapPieces(`[-${moved}`, span.before, '-]') + wrapPieces(`{+${moved}`, span.after, '+}');
    }
    default:
      return span satisfies never;
  }
}

function hasMoved({ sentence }: Extract<Span, { kind: 'changed' }>): boolean {
  return sentence === 'moved-away' || sentence === 'moved-here';
}

/** Puts marks around a text, and leaves the space before it outside. */
function wrapPieces(open: string, pieces: readonly Piece[], close: string): string {
  const [, space = '', text = ''] = /^(\s*)(.*)$/s.exec(joinPieceTexts(pieces)) ?? [];
  return text === '' ? '' : `${space}${open}${text}${close}`;
}
