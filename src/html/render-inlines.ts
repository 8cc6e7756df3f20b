import { makeElement, markup, type Html } from '../markup/markup.js';
import type { Inline } from '../model/inline.js';
import { makeReturnAnchor } from '../model/make-return-anchor.js';
import type { OfKind } from '../model/of-kind.js';
import { getFigureAttributes, type HtmlOptions } from './html-options.js';

/** Renders a run of text. */
export function renderInlines(content: readonly Inline[], options: HtmlOptions): Html {
  return markup`${content.map((inline) => renderInline(inline, options))}`;
}

type Handler<Kind extends Inline['kind']> = (inline: OfKind<Inline, Kind>, options: HtmlOptions) => Html;

/** One handler for each kind of inline. A new kind does not compile until it has one. */
const HANDLERS: { [Kind in Inline['kind']]: Handler<Kind> } = {
  text: ({ text }) => markup`${text}`,
  emphasis: ({ content }, options) => markup`<em>${renderInlines(content, options)}</em>`,
  strong: ({ content }, options) => markup`<strong>${renderInlines(content, options)}</strong>`,
  break: () => markup`<br>`,
  link: ({ url, content }, options) => markup`<a href="${url}">${renderInlines(content, options)}</a>`,
  reference: renderReference,
  value: renderValue,
  footnote: renderFootnoteMark,
  term: ({ expansion, text }) => markup`${expansion} (${text})`,
};

function renderInline<Kind extends Inline['kind']>(inline: OfKind<Inline, Kind>, options: HtmlOptions): Html {
  return HANDLERS[inline.kind](inline, options);
}

/** A reference to an unknown label is struck out. Only a preview shows such a paper. */
function renderReference({ target, text, signal }: OfKind<Inline, 'reference'>): Html {
  if (target === null) return markup`<strong><s>${text}</s></strong>`;
  return makeElement('a', { href: `#${target}`, class: signal ?? null }, text);
}

/** Renders the raised number that leads to a footnote. The footnote leads back to the first mark. */
function renderFootnoteMark({ number, target, isFirst }: OfKind<Inline, 'footnote'>): Html {
  const link = makeElement(
    'a',
    {
      id: isFirst ? makeReturnAnchor(target) : null,
      href: `#${target}`,
      role: 'doc-noteref',
      'aria-label': `Footnote ${number}`,
    },
    number,
  );
  return markup`<sup>${link}</sup>`;
}

function renderValue({ figure, text }: OfKind<Inline, 'value'>, { isTraced }: HtmlOptions): Html {
  if (!figure || !isTraced) return markup`${text}`;
  return makeElement('span', getFigureAttributes(figure), text);
}
