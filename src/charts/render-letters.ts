import { SIGN_FAMILY } from '../fonts.js';
import { escapeXml } from '../markup/escape-xml.js';
import { splitBorrowed } from '../model/typeface-coverage.js';
import { getChartTypeface } from './measure-text.js';

/** Renders the content of an SVG text. Signs that the typeface lacks name the typeface that has them. */
export function renderLetters(text: string): string {
  return splitBorrowed(text, getChartTypeface())
    .map((part) =>
      part.isBorrowed
        ? `<tspan font-family="${SIGN_FAMILY}">${escapeXml(part.text)}</tspan>`
        : escapeXml(part.text),
    )
    .join('');
}
