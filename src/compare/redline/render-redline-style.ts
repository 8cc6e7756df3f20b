import type { RedlineTheme } from '../../model/theme.js';
import redlineStyle from './redline.css?raw';

/** The printed page, with its number in the footer. The CSS linter does not know margin boxes, so it is here. */
const PRINTED_PAGE = `@page {
  size: A4;
  margin: 20mm 18mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 9pt; }
}`;

/** Renders the page's style sheet: the theme as custom properties, then `redline.css`. */
export function renderRedlineStyle({ colours, text }: RedlineTheme): string {
  const { ink, soft, accent, hairline, tint } = colours;
  const properties = { ink, soft, accent, hairline, tint, 'size-paper': `${text.size}pt` };
  const lines = Object.entries(properties).map(([name, value]) => `  --${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}\n${PRINTED_PAGE}\n${redlineStyle}`;
}
