import type { Piece, Span } from './comparison.js';
import { newText, oldText, rawText } from './list-changes.js';

/** Whether something in a text changed: what only follows from a new order is no change. */
export function isMarked(spans: readonly Span[]): boolean {
  return spans.some(({ kind }) => kind !== 'same' && kind !== 'followed');
}

/** A text with its changes marked: `[-removed-]`, `{+added+}`, a figure as `[64% → 50%]`. */
export function markedText(spans: readonly Span[]): string {
  return spans.map(mark).join('').trim();
}

/** A cell's text; of one that changed as a whole, before and after: `64% → 50%`. */
export function cellText(spans: readonly Span[]): string {
  const [before, after] = [oldText(spans), newText(spans)];
  return spans.length === 1 && before !== '' && after !== '' ? `${before} → ${after}` : markedText(spans);
}

const AROUND = 6;

/** With as much of what stayed as is needed to find the place. */
export function shortText(spans: readonly Span[]): string {
  const cut = (text: string, first: boolean, last: boolean): string => {
    const words = text.split(/(?=\s)/);
    const [start, end] = [first ? [] : words.slice(0, AROUND), last ? [] : words.slice(-AROUND)];
    return words.length <= start.length + end.length + 2 ? text : [...start, ' …', ...end].join('');
  };
  return spans
    .map((span, at) =>
      span.kind === 'same' || span.kind === 'followed'
        ? cut(mark(span), at === 0, at === spans.length - 1)
        : mark(span),
    )
    .join('')
    .trim();
}

function mark(span: Span): string {
  switch (span.kind) {
    case 'same':
    case 'followed':
      return rawText(span.after);
    case 'restyled':
      return wrap('{', span.after, ': set in another style}');
    case 'figure':
      return wrap('[', span.before, ` → ${rawText(span.after).trim()}]`);
    case 'changed':
      return wrap('[-', span.before, '-]') + wrap('{+', span.after, '+}');
  }
}

/** The space before a text stays outside its marks. */
function wrap(open: string, pieces: Piece[], close: string): string {
  const [, space = '', text = ''] = /^(\s*)(.*)$/s.exec(rawText(pieces)) ?? [];
  return text === '' ? '' : `${space}${open}${text}${close}`;
}
