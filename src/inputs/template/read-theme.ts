import type * as z from 'zod';
import type { Inputs } from '../../model/inputs.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { themeSchema } from './theme-schema.js';
import type { ValidYaml, SourceReader } from '../source-reader.js';

const STYLE_PATH = 'templates/theme/page.css';

/** Reads the theme that all papers share. The value is null if either of its files cannot be used. */
export function readTheme(reader: SourceReader): Checked<Pick<Inputs, 'theme' | 'colourPlaces'> | null> {
  const themeFile = reader.yaml('templates/theme/theme.yaml', themeSchema);
  const style = reader.text(STYLE_PATH);
  const problems = [...themeFile.problems, ...style.problems, ...findExternalFiles(style.value ?? '')];
  if (!themeFile.value || style.value === null) return { value: null, problems };
  return { value: normaliseTheme(themeFile.value, unifyLineEnds(style.value)), problems };
}

/** Browsers read line ends of Windows as plain ones before they compare a style with the page's policy. */
function unifyLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function normaliseTheme(
  { data, file }: ValidYaml<z.infer<typeof themeSchema>>,
  pageStyle: string,
): Pick<Inputs, 'theme' | 'colourPlaces'> {
  const { page, text, headings, colours, layout } = data;
  const { 'line-height': lineHeight, ...sizes } = text;
  return {
    theme: { page, text: { ...sizes, lineHeight }, headings, colours, layout, pageStyle },
    colourPlaces: Object.fromEntries(
      Object.keys(colours).map((name) => [name, file.placeOf(['colours', name])]),
    ),
  };
}

/** Finds requests for other files. The HTML edition is one file, so its style may not load any. */
function findExternalFiles(style: string): Problem[] {
  const withoutComments = style.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...withoutComments.matchAll(/@import\b|\b(?:url|src|image-set)\s*\(/gi)].map(
    ({ 0: request, index }) => {
      const lines = withoutComments.slice(0, index).split('\n');
      const place = { file: STYLE_PATH, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
      return makeError('style-is-self-contained', place, `the style sheet loads another file: ${request}`, {
        expected: 'a style sheet that loads no other file',
        hint: 'The HTML edition is one file. Draw with borders, backgrounds and gradients.',
      });
    },
  );
}
