import type { Document } from '../model/document.js';
import { formatMarking } from '../model/format-marking.js';
import type { Theme } from '../model/theme.js';
import { BASE_STYLE } from './base-style.js';

/** The page's style: the theme as custom properties, what makes any page work, and the look from `page.css`, which wins. */
export function pageStyle(document: Document, theme: Theme): string {
  const style = [themeProperties(theme), printedPage(document, theme), BASE_STYLE, theme.pageStyle].join(
    '\n',
  );
  // No style can end its element: `\/` is `/` to CSS.
  return style.replaceAll('</', '<\\/');
}

/** Sizes are in the reader's own unit: the theme's running text is 1rem, and on paper its own size. */
function themeProperties({ text, headings, colours }: Theme): string {
  const { series, ...named } = colours;
  const rem = (points: number): string => `${Math.round((points / text.size) * 1000) / 1000}rem`;
  const properties = {
    ...named,
    ...Object.fromEntries(series.map((colour, index) => [`series-${index + 1}`, colour])),
    'size-title': rem(headings.title),
    'size-section': rem(headings.section),
    'size-sub': rem(headings.sub),
    'size-small': rem(text.small),
    'size-paper': `${text.size}pt`,
    'line-height-paper': String(text.lineHeight),
    hang: rem(text.hang),
  };
  const lines = Object.entries(properties).map(([name, value]) => `  --${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}`;
}

/** Head and foot of printed pages, as the PDF has them; browsers that know no margin boxes leave them out. */
function printedPage(document: Document, { page, colours }: Theme): string {
  const { top, right, bottom, left } = page.margins;
  const marking = cssString(formatMarking(document));
  const box = (name: string, content: string, look = `color: ${colours.soft}`): string =>
    `  @${name} { content: ${content}; font-size: 9pt; ${look}; }`;
  const strong = `color: ${colours.accent}; font-weight: bold`;
  return `@page {
  size: ${page.size};
  margin: ${top}pt ${right}pt ${bottom}pt ${left}pt;
${box('top-left', cssString(document.running.left))}
${box('top-center', marking, strong)}
${box('top-right', cssString(document.running.right))}
${box('bottom-left', cssString(document.statusText))}
${box('bottom-center', marking, strong)}
${box('bottom-right', '"Page " counter(page) " of " counter(pages)')}
}
@page :first {
  @top-left { content: ""; }
  @top-right { content: ""; }
}`;
}

/** Everything but letters, digits and spaces is written by its number. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${escaped}"`;
}
