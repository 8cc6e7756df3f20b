import type { Inputs } from '../../model/inputs.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Theme } from '../../model/theme.js';
import { themeSchema } from './theme-schema.js';
import type { SourceReader } from '../source-reader.js';

const STYLE = 'templates/theme/page.css';

/** Reads the look that all papers share. */
export function readTheme(
  reader: SourceReader,
): { theme: Theme; colourPlaces: Inputs['colourPlaces'] } | null {
  const read = reader.yaml('templates/theme/theme.yaml', themeSchema);
  const pageStyle = reader.text(STYLE);
  if (pageStyle !== null) reader.problems.push(...reachesOut(pageStyle));
  if (!read || pageStyle === null) return null;
  const { page, text, headings, colours } = read.data;
  const { 'line-height': lineHeight, ...sizes } = text;
  return {
    theme: { page, text: { ...sizes, lineHeight }, headings, colours, pageStyle },
    colourPlaces: Object.fromEntries(
      Object.keys(colours).map((name) => [name, read.file.placeOf(['colours', name])]),
    ),
  };
}

/** The HTML edition is one file: its style may ask for no other. */
function reachesOut(style: string): Problem[] {
  const bare = style.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...bare.matchAll(/@import\b|\b(?:url|src|image-set)\s*\(/gi)].map(({ 0: found, index }) => {
    const before = bare.slice(0, index).split('\n');
    const place = { file: STYLE, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return makeError('style-is-self-contained', place, `the style asks for another file: ${found}`, {
      expected: 'a style that needs nothing beside itself',
      hint: 'A browser would refuse it: the page is one file, which asks for nothing. Draw with borders, backgrounds and gradients.',
    });
  });
}
