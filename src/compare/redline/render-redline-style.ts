import { formatDarkProperties } from '../../markup/format-dark-properties.js';
import { formatProperties } from '../../markup/format-properties.js';
import wideTables from '../../markup/wide-tables.css?raw';
import { makeDarkColours } from '../../model/make-dark-colours.js';
import type { RedlineTheme } from '../../model/theme.js';
import redlineStyle from './redline.css?raw';

/** The printed page, with its number in the footer. The CSS linter does not know margin boxes, so it is here. */
const PRINTED_PAGE = `@page {
  size: A4;
  margin: 20mm 18mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 9pt; }
}`;

/** Renders the page's style sheet: the theme as custom properties, for light and dark pages, `redline.css` and `wide-tables.css`. */
export function renderRedlineStyle({ colours, text }: RedlineTheme): string {
  const { ink, soft, accent, hairline, tint } = colours;
  const properties = { ink, soft, accent, hairline, tint, 'size-paper': `${text.size}pt` };
  const dark = makeDarkColours({ ink, soft, accent, series: [] });
  return [
    formatProperties({ ground: '#ffffff', ...properties }),
    PRINTED_PAGE,
    redlineStyle,
    wideTables,
    formatDarkProperties({
      ground: dark.ground,
      ink: dark.ink,
      soft: dark.soft,
      accent: dark.accent,
      hairline: dark.hairline,
      tint: dark.tint,
    }),
  ].join('\n');
}
