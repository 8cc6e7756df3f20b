import type { Document } from '../model/document.js';
import { formatMarking } from '../model/format-marking.js';
import { PAGE_COUNT, PAGE_NUMBER } from '../model/running.js';
import type { Theme } from '../model/theme.js';
import { makeDarkColours } from '../model/make-dark-colours.js';
import { formatDarkProperties } from '../markup/format-dark-properties.js';
import { formatProperties } from '../markup/format-properties.js';
import wideTables from '../markup/wide-tables.css?raw';
import basePageStyle from './base-page.css?raw';

/**
 * Renders the page's style sheet. It has these parts: the theme as custom properties for light and dark
 * pages, the style of printed pages, `base-page.css`, `wide-tables.css` and the theme's `page.css`. Later parts
 * override earlier ones. The base style makes every page work. The theme's style decides the look of a page.
 */
export function renderPageStyle(document: Document, theme: Theme): string {
  const parts = [
    renderThemeProperties(theme),
    renderDarkProperties(theme),
    renderPrintedPage(document, theme),
    basePageStyle,
    wideTables,
    theme.pageStyle,
  ];
  // `</` could end the style element. To CSS, `\/` is the same as `/`.
  return parts.join('\n').replaceAll('</', '<\\/');
}

/**
 * Renders the theme's sizes in rem for screens: its running text is 1rem, the size that the reader has set.
 * The sizes for paper are in points.
 */
function renderThemeProperties({ typeface, text, headings, colours, layout }: Theme): string {
  const { series, ...named } = colours;
  const toRem = (points: number): string => `${Math.round((points / text.size) * 1000) / 1000}rem`;
  const properties = {
    ground: '#ffffff',
    ...named,
    ...nameSeries(series),
    'size-title': toRem(headings.title),
    'size-section': toRem(headings.section),
    'size-sub': toRem(headings.sub),
    'size-second': toRem(headings.sub * layout.headings.second),
    'size-third': toRem(headings.sub * layout.headings.third),
    'size-small': toRem(text.small),
    'size-paper': `${text.size}pt`,
    'line-height-paper': String(text.lineHeight),
    hang: toRem(text.hang),
    typeface: typeface.cssFamily,
  };
  return formatProperties(properties);
}

function renderDarkProperties({ colours }: Theme): string {
  const { series, ...named } = makeDarkColours(colours);
  return formatDarkProperties({ ...named, ...nameSeries(series) });
}

function nameSeries(series: readonly string[]): Record<string, string> {
  return Object.fromEntries(series.map((colour, index) => [`series-${index + 1}`, colour]));
}

/** Renders the header and footer of printed pages, as in the PDF. Some browsers do not support margin boxes. */
function renderPrintedPage(document: Document, { page, colours, layout }: Theme): string {
  const { top, right, bottom, left } = page.margins;
  const { running, statusText } = document;
  const marking = formatMarking(document);
  const foot = running.foot ?? { left: statusText, centre: '', right: '' };
  const middle = (centre: string): string =>
    formatContent([marking, centre].filter((text) => text !== '').join(' · '));
  const box = (name: string, content: string, look = `color: ${colours.soft}`): string =>
    `  @${name} { content: ${content}; font-size: 9pt; ${look}; }`;
  const strong = `color: ${colours.accent}; font-weight: bold`;
  return `@page {
  size: ${page.size};
  margin: ${top}pt ${right}pt ${bottom}pt ${left}pt;
${box('top-left', formatContent(running.left))}
${box('top-center', middle(running.centre ?? ''), strong)}
${box('top-right', formatContent(running.right))}
${box('bottom-left', formatContent(foot.left))}
${box('bottom-center', middle(foot.centre), strong)}
${box('bottom-right', formatContent(foot.right))}
}
@page :first {
  @top-left { content: ""; }
  @top-right { content: ""; }
}${layout.appendices.separate ? SEPARATE_APPENDICES : ''}`;
}

/** Starts a printed page at each appendix. */
const SEPARATE_APPENDICES = `
@media print {
  .appendix { break-before: page; }
}`;

/** Returns a text as CSS content, with counters for the numbers of pages. */
function formatContent(text: string): string {
  return (
    text
      .split(/([\ue000\ue001])/)
      .filter((part) => part !== '')
      .map((part) => {
        if (part === PAGE_NUMBER) return 'counter(page)';
        return part === PAGE_COUNT ? 'counter(pages)' : formatCssString(part);
      })
      .join(' ') || '""'
  );
}

/** Lets words of more than 20 characters break, with zero-width spaces: browsers do not break words in the margins of a print. */
function breakLongWords(text: string): string {
  return text.replace(/\S{21,}/g, (word) => word.replace(/.{10}/gu, '$&\u200b'));
}

/** Escapes every character except letters, digits and spaces. */
function formatCssString(text: string): string {
  const escaped = breakLongWords(text).replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${escaped}"`;
}
