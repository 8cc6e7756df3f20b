import type { RedlineTheme } from '../../model/theme.js';

/** The look of a page with changes if neither version states a theme that can be read. */
export const PLAIN_THEME: RedlineTheme = {
  colours: { ink: '#1d2329', soft: '#4c5661', accent: '#1f4e79', hairline: '#dde3e8', tint: '#f1f4f7' },
  text: { size: 11 },
};
