import * as z from 'zod';
import { field } from '../../schema/field.js';

/** A file within the folder of fonts or the package. */
const file = z
  .string()
  .regex(
    /^(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\:/]+(?:\/[^\\:/]+)*$/,
    'a file within the folder, such as Example-Regular.ttf, without "..", "\\" and ":"',
  );

const packageName = z
  .string()
  .regex(
    /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/i,
    'the name of an npm package, such as "@fontsource/public-sans", in quotes',
  );

const files = z
  .strictObject({
    regular: field(file, 'the face of running text', 'PublicSans-Regular.ttf'),
    bold: field(file, 'the face of headings and bold text', 'PublicSans-Bold.ttf'),
    italic: field(
      file.exactOptional(),
      'the face of emphasis; without it, emphasis prints as running text',
      'PublicSans-Italic.ttf',
    ),
    'bold-italic': field(
      file.exactOptional(),
      'the face of emphasis in bold text; without it, emphasis prints in bold',
      'PublicSans-BoldItalic.ttf',
    ),
  })
  .describe('the file of each face: .ttf, .otf or .woff, within the package or templates/theme/fonts/');

/** The typefaces that the program brings. */
const PROGRAM_TYPEFACES = ['Source Sans', 'Liberation Sans'] as const;

/** The schema of `typeface:` in `theme.yaml`. */
export const typefaceSchema = field(
  z.union([
    z.enum(PROGRAM_TYPEFACES),
    z.strictObject({
      package: field(
        packageName.exactOptional(),
        "a package with fonts, which is installed in the project's node_modules/",
        '@fontsource/public-sans',
      ),
      files: files.exactOptional(),
      licence: field(
        file.exactOptional(),
        'the file of the licence, if it has none of the usual names; beside the fonts or in the package',
        'OFL.txt',
      ),
    }),
  ]),
  'Source Sans, Liberation Sans (as wide as Arial), or a map that names fonts of your own',
  'Liberation Sans',
);
