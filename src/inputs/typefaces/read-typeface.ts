import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { LIBERATION_FILES } from '../../fonts.js';
import type { Cache } from '../../model/cache.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import type { RuleId } from '../../model/rules.js';
import type { SourceFile } from '../../model/source-file.js';
import { suggestName } from '../../model/suggest-name.js';
import {
  FACES,
  SOURCE_SANS,
  type Face,
  type FontFiles,
  type Fonts,
  type Typeface,
} from '../../model/typeface.js';
import { sha256 } from '../../sha256.js';
import { listFileNames } from '../list-files.js';
import { readFile } from '../read-file.js';
import { describeFont, type FontFacts } from './describe-font.js';
import { findLicence } from './find-licence.js';
import { findPackageFiles, type FaceFiles } from './find-package-files.js';
import { mergeFonts } from './merge-fonts.js';
import { toRanges } from './read-characters.js';
import { parseSfnt, writeSfnt } from './sfnt.js';
import { makeDamagedFont, UnusableFont } from './unusable-font.js';

/** The value of `typeface:` in `theme.yaml`. */
type TypefaceChoice =
  | 'Source Sans'
  | 'Liberation Sans'
  | {
      package?: string;
      files?: { regular: string; bold: string; italic?: string; 'bold-italic'?: string };
      licence?: string;
    };

/** The typeface of a project, and the files that become part of the sources. */
export interface ReadTypeface {
  typeface: Typeface;
  /** Null for the program's own typeface. */
  fonts: Fonts | null;
  files: SourceFile[];
}

interface Request {
  root: string;
  choice: TypefaceChoice;
  /** Returns the place of a key below `typeface:`. */
  placeOf: (...keys: string[]) => Place;
  cache: Cache;
}

/** A folder with fonts. */
interface FontFolder {
  /** Its path in the project. */
  path: string;
  /** Its path in the sources, which have no `node_modules/`. */
  packedPath: string;
}

const OWN_FONTS = 'templates/theme/fonts';
const PACKED_PACKAGES = 'templates/theme/packages';

const KEYS = { normal: 'regular', bold: 'bold', italics: 'italic', bolditalics: 'bold-italic' } as const;

/** The average width of the letters of Source Sans, as a share of the type size. A test measures it. */
export const SOURCE_SANS_WIDTH = 0.4087;

/** Reads the typeface that a theme names. The value is null if it cannot be used. */
export function readTypeface(request: Request): Checked<ReadTypeface | null> {
  const { choice } = request;
  if (choice === 'Source Sans')
    return { value: { typeface: SOURCE_SANS, fonts: null, files: [] }, problems: [] };
  if (choice === 'Liberation Sans') return { value: readLiberation(request), problems: [] };
  const located = locateFiles(request, choice);
  if (!located.value) return { value: null, problems: located.problems };
  const { folder, faces } = located.value;
  const licence = readLicence(request, folder, choice.licence);
  const read = FACES.map((face) => readFace(request, folder, face, faces[face] ?? []));
  const problems = [...licence.problems, ...read.flatMap((face) => face.problems)];
  const [normal, bold, italics, bolditalics] = read.map(({ value }) => value);
  if (!licence.value || !normal || !bold || problems.length > 0) return { value: null, problems };
  const all = { normal, bold, italics: italics ?? normal, bolditalics: bolditalics ?? bold };
  return {
    value: {
      typeface: makeTypeface(
        all,
        `"${normal.facts.family}", ${normal.facts.hasSerifs ? 'Georgia, serif' : 'system-ui, sans-serif'}`,
      ),
      fonts: collectFonts(all),
      files: [...new Set(Object.values(all).flatMap(({ sources }) => sources)), licence.value],
    },
    problems,
  };
}

/** A face as it is laid out. */
interface ReadFace {
  bytes: Uint8Array;
  facts: FontFacts;
  place: Place;
  /** The path of its first file. */
  path: string;
  sources: SourceFile[];
}

/** The fonts of the program are sound, so they are not checked. They are no part of the sources. */
function readLiberation({ placeOf, cache }: Request): ReadTypeface {
  const read = (face: Face): ReadFace => {
    const bytes = readFileSync(LIBERATION_FILES[face]);
    const facts = cache.compute(`font ${face}`, [sha256(bytes)], () => describeFont(parseSfnt(bytes)));
    return { bytes, facts, place: placeOf(), path: LIBERATION_FILES[face], sources: [] };
  };
  const all = {
    normal: read('normal'),
    bold: read('bold'),
    italics: read('italics'),
    bolditalics: read('bolditalics'),
  };
  const typeface = makeTypeface(all, 'Arial, "Liberation Sans", Arimo, Helvetica, sans-serif');
  return { typeface, fonts: collectFonts(all), files: [] };
}

function makeTypeface(faces: Record<Face, ReadFace>, cssFamily: string): Typeface {
  const { normal } = faces;
  const all = Object.values(faces);
  const shared = [...normal.facts.characters.keys()].filter((code) =>
    all.every(({ facts }) => facts.characters.has(code)),
  );
  return {
    name: normal.facts.family,
    cssFamily,
    hashes: mapFaces(faces, ({ bytes }) => sha256(bytes)),
    width: Math.round((normal.facts.averageWidth / SOURCE_SANS_WIDTH) * 1000) / 1000,
    coverage: toRanges(shared),
  };
}

function collectFonts(faces: Record<Face, ReadFace>): Fonts {
  const files: FontFiles = mapFaces(faces, ({ bytes }) => bytes);
  return { files, places: mapFaces(faces, ({ place }) => place), paths: mapFaces(faces, ({ path }) => path) };
}

function mapFaces<Value>(faces: Record<Face, ReadFace>, map: (face: ReadFace) => Value): Record<Face, Value> {
  const { normal, bold, italics, bolditalics } = faces;
  return { normal: map(normal), bold: map(bold), italics: map(italics), bolditalics: map(bolditalics) };
}

/** Finds the files of each face, in the project's own folder or in a package. */
function locateFiles(
  { root, placeOf }: Request,
  choice: Exclude<TypefaceChoice, string>,
): Checked<{ folder: FontFolder; faces: FaceFiles } | null> {
  const refuse = (rule: RuleId, place: Place, message: string, hint: string): Checked<null> => ({
    value: null,
    problems: [makeError(rule, place, message, { hint })],
  });
  const { package: name, files } = choice;
  const folder = findFolder(root, name);
  if (!folder)
    return refuse(
      'file-exists',
      placeOf('package'),
      `the package "${name ?? ''}" is not in the project's node_modules/`,
      `Check its spelling. Then run in the project's folder: npm install ${name ?? ''}`,
    );
  if (files) {
    const { regular, bold, italic, 'bold-italic': boldItalic } = files;
    const faces = {
      normal: [regular],
      bold: [bold],
      ...(italic && { italics: [italic] }),
      ...(boldItalic && { bolditalics: [boldItalic] }),
    };
    return { value: { folder, faces }, problems: [] };
  }
  if (name === undefined)
    return refuse(
      'typeface-is-usable',
      placeOf(),
      'the typeface names no fonts',
      `Add files: with fonts in ${OWN_FONTS}/, or package:.`,
    );
  const faces = findPackageFiles(join(root, folder.path));
  if (faces.normal && faces.bold) return { value: { folder, faces }, problems: [] };
  return refuse(
    'typeface-is-usable',
    placeOf('package'),
    `the fonts of the package "${name}" are not named as in packages of Fontsource`,
    'Name the file of each face under files:, as its path in the package. Variable fonts cannot be used.',
  );
}

function findFolder(root: string, name: string | undefined): FontFolder | null {
  if (name === undefined) return { path: OWN_FONTS, packedPath: OWN_FONTS };
  const packedPath = `${PACKED_PACKAGES}/${name}`;
  const path = [`node_modules/${name}`, packedPath].find((candidate) => existsSync(join(root, candidate)));
  return path === undefined ? null : { path, packedPath };
}

/** A licence is part of the sources, because most open licences ask to pass it on with the font. */
function readLicence(
  { root, placeOf }: Request,
  folder: FontFolder,
  named: string | undefined,
): Checked<SourceFile | null> {
  const name = named ?? findLicence(join(root, folder.path));
  if (name === undefined)
    return {
      value: null,
      problems: [
        makeError('typeface-has-licence', placeOf(), `there is no licence in ${folder.path}/`, {
          hint: 'Save the licence of the fonts there, as LICENSE or OFL.txt. Its file can have any name: licence: Terms.txt.',
        }),
      ],
    };
  return readSource(root, folder, name, placeOf('licence'));
}

function readFace(
  request: Request,
  folder: FontFolder,
  face: Face,
  names: readonly string[],
): Checked<ReadFace | null> {
  const { root, placeOf, cache } = request;
  const [first] = names;
  if (first === undefined) return { value: null, problems: [] };
  const place = placeOf('files', KEYS[face]);
  const read = names.map((name) => readSource(root, folder, name, place));
  const sources = read.flatMap(({ value }) => value ?? []);
  const problems = read.flatMap((file) => file.problems);
  if (problems.length > 0) return { value: null, problems };
  const path = `${folder.path}/${first}`;
  const key = `typeface ${folder.packedPath}/${first}`;
  const opened = cache.compute(
    key,
    sources.map(({ bytes }) => sha256(bytes)),
    () => openFace(sources),
  );
  if (opened instanceof UnusableFont)
    return {
      value: null,
      problems: [makeError('typeface-is-usable', place, `${path} ${opened.message}`, { hint: opened.hint })],
    };
  return { value: { ...opened, place, path, sources }, problems: [] };
}

/** Opens the files of a face as one font. */
function openFace(sources: readonly SourceFile[]): Pick<ReadFace, 'bytes' | 'facts'> | UnusableFont {
  try {
    const fonts = sources.map(({ bytes }) =>
      parseSfnt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    );
    for (const font of fonts) describeFont(font, { isWhole: font === fonts[0] });
    const [base, ...others] = fonts;
    if (!base) throw new Error('internal error: a face has no file');
    const merged = mergeFonts(base, others);
    return { bytes: writeSfnt(merged), facts: describeFont(merged) };
  } catch (error) {
    if (error instanceof UnusableFont) return error;
    if (error instanceof RangeError) return makeDamagedFont();
    throw error;
  }
}

/** Reads a font or a licence. Problems are at the line of the theme that names it. */
function readSource(
  root: string,
  folder: FontFolder,
  name: string,
  place: Place,
): Checked<SourceFile | null> {
  const path = `${folder.path}/${name}`;
  const { value, problems } = readFile(root, path, () => '');
  if (value) return { value: { ...value, path: `${folder.packedPath}/${name}` }, problems };
  return { value: null, problems: problems.map((problem) => explainUnread(problem, path, place, root)) };
}

function explainUnread({ rule, message, hint }: Problem, path: string, place: Place, root: string): Problem {
  if (rule !== 'file-exists' || message.includes('on the disk'))
    return makeError(rule, place, `${path}: ${message}`, { hint });
  const folder = posix.dirname(path);
  const suggestion = suggestName(posix.basename(path), listFileNames(join(root, folder)));
  return makeError(rule, place, `there is no file ${path}`, {
    hint: suggestion ?? `Save it in ${folder}/. Check the spelling of its name.`,
  });
}
