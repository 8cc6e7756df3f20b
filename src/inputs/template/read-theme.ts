import type * as z from 'zod';
import type { Cache } from '../../model/cache.js';
import type { Inputs } from '../../model/inputs.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import type { SourceFile } from '../../model/source-file.js';
import { readTypeface, type ReadTypeface } from '../typefaces/read-typeface.js';
import { findPdfVersion } from '../../model/pdf-standards.js';
import { themeSchema } from './theme-schema.js';
import type { ValidYaml, SourceReader } from '../source-reader.js';

type ValidTheme = ValidYaml<z.infer<typeof themeSchema>>;

const STYLE_PATH = 'templates/theme/page.css';

/** Reads the theme that all papers share. The value is null if either of its files cannot be used. */
export function readTheme(reader: SourceReader, cache: Cache): Checked<ReadTheme | null> {
  const themeFile = reader.yaml('templates/theme/theme.yaml', themeSchema);
  const style = reader.text(STYLE_PATH);
  const typeface = themeFile.value && readChosenTypeface(reader.root, themeFile.value, cache);
  const problems = [
    ...themeFile.problems,
    ...(typeface?.problems ?? []),
    ...style.problems,
    ...findExternalFiles(style.value ?? ''),
  ];
  if (!themeFile.value || !typeface?.value || style.value === null) return { value: null, problems };
  return { value: normaliseTheme(themeFile.value, typeface.value, unifyLineEnds(style.value)), problems };
}

/** The theme, and the files of its typeface. */
type ReadTheme = Pick<Inputs, 'theme' | 'fonts' | 'colourPlaces'> & { fontFiles: SourceFile[] };

function readChosenTypeface(
  root: string,
  { data, file }: ValidTheme,
  cache: Cache,
): ReturnType<typeof readTypeface> {
  const placeOf = (...keys: string[]): Place => file.placeOf(['typeface', ...keys]);
  return readTypeface({ root, choice: data.typeface, placeOf, cache });
}

/** Browsers read line ends of Windows as plain ones before they compare a style with the page's policy. */
function unifyLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function normaliseTheme(
  { data, file }: ValidTheme,
  { typeface, fonts, files: fontFiles }: ReadTypeface,
  pageStyle: string,
): ReadTheme {
  const { page, text, headings, colours, layout, pdf } = data;
  const { 'line-height': lineHeight, ...sizes } = text;
  return {
    theme: {
      ...{ typeface, page, text: { ...sizes, lineHeight }, headings, colours, layout, pageStyle },
      pdf: { version: findPdfVersion(pdf.standards) ?? 'PDF 1.7' },
    },
    fonts,
    fontFiles,
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
