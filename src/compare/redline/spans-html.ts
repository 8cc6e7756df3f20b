import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Piece, Span } from '../describe/span.js';

/**
 * A text with its changes in place. What was removed and what was added is said in words as well, for those who hear the page;
 * the style shows it by lines through and under the words, not by colour alone.
 */
export function spansHtml(spans: readonly Span[]): Html {
  return markup`${spans.map(spanHtml)}`;
}

function spanHtml(span: Span): Html {
  switch (span.kind) {
    case 'same':
    case 'followed':
      return markup`${span.after.map((piece) => pieceHtml(piece, true))}`;
    case 'restyled':
      return markup`<span class="restyled">${span.after.map((piece) => pieceHtml(piece, true))}</span>`;
    case 'changed':
      return editHtml(span.before, span.after);
    case 'figure': {
      const { causes } = span.figure;
      return markup`${editHtml(span.before, span.after)} <span class="why">${causes.join(' and ')}</span>`;
    }
  }
}

function editHtml(before: readonly Piece[], after: readonly Piece[]): Html {
  const removed = wrap('del', 'removed: ', before);
  const added = wrap('ins', 'added: ', after);
  const apart = removed && added && added.space === '' ? ' ' : (added?.space ?? null);
  return markup`${removed?.space ?? null}${removed?.html ?? null}${apart}${added?.html ?? null}`;
}

/** The space before the words stays outside their marks. */
function wrap(
  name: 'del' | 'ins',
  said: string,
  pieces: readonly Piece[],
): { space: string; html: Html } | null {
  const [first, ...rest] = pieces;
  if (!first) return null;
  const [space, text] = splitSpace(first.text);
  const words = [{ ...first, text }, ...rest].map((piece) => pieceHtml(piece, name === 'ins'));
  const html = makeElement(name, {}, [
    markup`<span class="said">${said}</span>`,
    words,
    markup`<span class="said">; </span>`,
  ]);
  return { space, html };
}

/** Links lead to the new version, which is on the page; what is removed has none. */
function pieceHtml({ text, marks }: Piece, linked: boolean): Html {
  const href = marks.url ?? (marks.target === undefined ? undefined : `#${marks.target}`);
  if (!linked || href === undefined) return styledHtml(text, marks);
  const [space, words] = splitSpace(text);
  return markup`${space}<a href="${href}">${styledHtml(words, marks)}</a>`;
}

function styledHtml(text: string, marks: Piece['marks']): Html {
  const lines = text
    .split(/ *\n */)
    .map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`));
  const emphasised = marks.emphasis ? markup`<em>${lines}</em>` : markup`${lines}`;
  return marks.strong ? markup`<strong>${emphasised}</strong>` : emphasised;
}

function splitSpace(text: string): [string, string] {
  const { length } = /^\s*/.exec(text)?.[0] ?? '';
  return [text.slice(0, length), text.slice(length)];
}
