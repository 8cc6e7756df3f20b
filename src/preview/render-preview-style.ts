import { formatDarkProperties } from '../markup/format-dark-properties.js';
import { makeDarkColours } from '../model/make-dark-colours.js';
import type { Theme } from '../model/theme.js';
import editorStyle from './page/editing/editor.css?raw';
import reviewStyle from './page/review/review.css?raw';
import pageStyle from './preview-page.css?raw';

/** Renders the style sheet of the page around the paper, in the theme's colours. Before the theme is known, it uses the defaults. */
export function renderPreviewStyle(theme: Theme | null): string {
  const colours = theme?.colours ?? DEFAULT_COLOURS;
  const { ink, soft, accent, rule, hairline, tint } = colours;
  const dark = makeDarkColours({ ...colours, series: [] });
  const darkProperties = {
    ground: dark.ground,
    ink: dark.ink,
    soft: dark.soft,
    accent: dark.accent,
    rule: dark.rule,
    hairline: dark.hairline,
    tint: dark.tint,
    ...DARK_SEVERITIES,
  };
  return `:root { --ground: #fff; --ink: ${ink}; --soft: ${soft}; --accent: ${accent}; --rule: ${rule}; --hairline: ${hairline}; --tint: ${tint};
  --error: #8a1510; --error-ground: #fbe9e7; --warning: #5b3a00; --warning-ground: #fbf1dc; }
${formatDarkProperties(darkProperties)}
${pageStyle}
${editorStyle}
${reviewStyle}`;
}

/** The colours of errors and warnings on a dark page. */
const DARK_SEVERITIES = {
  error: '#ffb1a8',
  'error-ground': '#3a1513',
  warning: '#f0c987',
  'warning-ground': '#33260f',
};

const DEFAULT_COLOURS = {
  ink: '#1d2329',
  soft: '#56606a',
  accent: '#24415f',
  rule: '#b9c2cb',
  hairline: '#dde3e8',
  tint: '#eef2f6',
};
