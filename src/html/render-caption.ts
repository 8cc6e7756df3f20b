import { markup, type Html } from '../markup/markup.js';
import type { Inline } from '../model/inline.js';
import type { HtmlOptions } from './html-options.js';
import { renderInlines } from './render-inlines.js';

/** Renders "Table 1. Title". */
export function renderCaption(
  { number, title }: { number: string | null; title: Inline[] },
  options: HtmlOptions,
): Html {
  const label = number === null ? null : markup`<span class="label">${number}. </span>`;
  return markup`${label}${renderInlines(title, options)}`;
}
