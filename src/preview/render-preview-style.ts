import type { Theme } from '../model/theme.js';
import editorStyle from './page/editing/editor.css?raw';
import reviewStyle from './page/review/review.css?raw';
import pageStyle from './preview-page.css?raw';

/** Renders the style sheet of the page around the paper, in the theme's colours. Before the theme is known, it uses the defaults. */
export function renderPreviewStyle(theme: Theme | null): string {
  const { ink, soft, accent, rule, hairline, tint } = theme?.colours ?? DEFAULT_COLOURS;
  return `:root { --ground: #fff; --ink: ${ink}; --soft: ${soft}; --accent: ${accent}; --rule: ${rule}; --hairline: ${hairline}; --tint: ${tint};
  --error: #8a1510; --error-ground: #fbe9e7; --warning: #5b3a00; --warning-ground: #fbf1dc; }
${pageStyle}
${editorStyle}
${reviewStyle}`;
}

const DEFAULT_COLOURS = {
  ink: '#1d2329',
  soft: '#56606a',
  accent: '#24415f',
  rule: '#b9c2cb',
  hairline: '#dde3e8',
  tint: '#eef2f6',
};
