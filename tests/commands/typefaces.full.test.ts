import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.js';
import { copyParksProject, type Project } from '../support/issue-papers.js';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers } from '../support/run-papers.js';

const THEME = 'templates/theme/theme.yaml';
const FONTS = 'templates/theme/fonts';
const PACKAGE = 'node_modules/@invented/plain';

let project: Project;
beforeEach(() => {
  project = copyParksProject();
});
afterEach(() => project.remove());

/** Puts a font of the npm package `source-sans`, or its licence, into the project. */
function copyFont(name: string, to: string): void {
  mkdirSync(dirname(join(project.root, to)), { recursive: true });
  copyFileSync(join('node_modules/source-sans', name), join(project.root, to));
}

function chooseTypeface(typeface: string): void {
  project.change(THEME, (text) => text.replace(/^colours:/m, `typeface: ${typeface}\ncolours:`));
}

/** Chooses two faces in the project's own folder. They are on lines 4 to 7 of the theme. */
function addOwnFonts(): void {
  copyFont('OTF/SourceSans3-Light.otf', `${FONTS}/Own-Regular.otf`);
  copyFont('TTF/SourceSans3-Black.ttf', `${FONTS}/Own-Bold.ttf`);
  copyFont('LICENSE.md', `${FONTS}/OFL.txt`);
  chooseTypeface('\n  files:\n    regular: Own-Regular.otf\n    bold: Own-Bold.ttf');
}

/** Makes a package whose files are named as in packages of Fontsource. */
function addPackage(): void {
  const faces = { '400-normal': 'Regular', '400-italic': 'It', '700-normal': 'Bold', '700-italic': 'BoldIt' };
  for (const [name, face] of Object.entries(faces))
    copyFont(`WOFF/TTF/SourceSans3-${face}.ttf.woff`, `${PACKAGE}/files/plain-latin-${name}.woff`);
  copyFont('LICENSE.md', `${PACKAGE}/LICENSE`);
  chooseTypeface('{ package: "@invented/plain" }');
}

async function listFonts(): Promise<string[]> {
  const path = join(project.root, 'output/2024-25-q2/parks-update/parks-update.pdf');
  const { fonts } = await readPdf(readFileSync(path));
  expect(fonts.every(({ embedded }) => embedded)).toBe(true);
  return fonts.map(({ name }) => name.replace(/^.*\+/, '')).sort();
}

function check(): { code: number | null; problems: Problem[] } {
  const { code, out } = project.papers('check', '--json');
  return { code, problems: (JSON.parse(out) as { problems: Problem[] }).problems };
}

/** Returns the only error about fonts, with its line. */
function findError(): string {
  const { code, problems } = check();
  expect(code).toBe(1);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toHaveLength(1);
  return errors
    .map(({ rule, message, place, hint }) => `${place?.line} ${rule}: ${message} | ${hint}`)
    .join();
}

test('prints in Liberation Sans, and names Arial for browsers', async () => {
  chooseTypeface('Liberation Sans');
  const { code, err } = project.papers('build');
  expect(code, err).toBe(0);
  expect(await listFonts()).toEqual(['LiberationSans', 'LiberationSans-Bold', 'LiberationSans-Italic']);
  const page = readFileSync(join(project.root, 'output/2024-25-q2/parks-update/parks-update.html'), 'utf8');
  expect(page).toContain('--typeface: Arial, "Liberation Sans", Arimo, Helvetica, sans-serif;');
});

test('takes signs that a typeface lacks from the typeface of the program', async () => {
  chooseTypeface('Liberation Sans');
  project.change('data/2024-25-q2/parks-update.yaml', (text) => text.replace('Oak ones', 'Oak ones △ ▲'));
  project.change('data/measures.yaml', (text) =>
    text.replace('Satisfied with parks', 'Satisfied with parks △'),
  );
  const { code, err } = project.papers('build');
  expect(code, err).toBe(0);
  expect(await listFonts()).toEqual(expect.arrayContaining(['SourceSans3-Regular', 'SourceSans3-Semibold']));
});

test('reports a letter that the typeface lacks, at its place', () => {
  chooseTypeface('Liberation Sans');
  project.change('data/2024-25-q2/parks-update.yaml', (text) => text.replace('Oak ones', 'Oak ones ꭓ'));
  expect(findError()).toMatch(/^15 character-prints: the typeface Liberation Sans has no "ꭓ" \(U\+AB53\)/);
});

test('issues a paper in fonts of its project, names their licence and rebuilds the same bytes', async () => {
  addOwnFonts();
  expect(project.papers('build').code).toBe(0);
  expect(await listFonts()).toEqual(['SourceSans3-Black', 'SourceSans3-Light']);
  const { code, err } = project.issue('1.0');
  expect(code, err).toBe(0);
  const paths = project.manifest('1.0').inputs.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining([`${FONTS}/OFL.txt`, `${FONTS}/Own-Regular.otf`]));
  const report = project.papers('build', '--all', '--report', join(project.root, 'report.json'));
  expect(report.code, report.err).toBe(0);
  expect(readFileSync(join(project.root, 'report.json'), 'utf8')).toContain(`${FONTS}/Own-Bold.ttf`);
  rmSync(join(project.root, FONTS), { recursive: true });
  const verified = project.papers('verify', 'all');
  expect(verified.code, verified.out + verified.err).toBe(0);
});

test('issues a paper in the fonts of a package, and rebuilds it without the package', async () => {
  addPackage();
  expect(project.papers('build').code).toBe(0);
  expect(await listFonts()).toEqual(['SourceSans3-Bold', 'SourceSans3-It', 'SourceSans3-Regular']);
  expect(project.issue('1.0').code).toBe(0);
  const packed = project.manifest('1.0').inputs.map(({ path }) => path);
  expect(packed).toContain('templates/theme/packages/@invented/plain/LICENSE');
  expect(packed).toContain('templates/theme/packages/@invented/plain/files/plain-latin-700-italic.woff');
  rmSync(join(project.root, 'node_modules'), { recursive: true });
  const verified = project.papers('verify', 'all');
  expect(verified.code, verified.out + verified.err).toBe(0);
});

test('takes named files from any package', async () => {
  copyFont('TTF/SourceSans3-ExtraLight.ttf', 'node_modules/faces/ttf/Thin.ttf');
  copyFont('LICENSE.md', 'node_modules/faces/legal/Terms.md');
  chooseTypeface(
    '{ package: faces, files: { regular: ttf/Thin.ttf, bold: ttf/Thin.ttf }, licence: legal/Terms.md }',
  );
  const { code, err } = project.papers('build');
  expect(code, err).toBe(0);
  expect(await listFonts()).toEqual(['SourceSans3-ExtraLight']);
});

test('reports an unknown word', () => {
  chooseTypeface('Arial');
  expect(findError()).toContain('3 value-fits: typeface: "Arial" is not valid');
});

test('reports a map without fonts', () => {
  chooseTypeface('{ licence: OFL.txt }');
  expect(findError()).toContain('3 typeface-is-usable: the typeface names no fonts');
});

test('reports a package that is not installed', () => {
  chooseTypeface('{ package: "@invented/plain" }');
  expect(findError()).toMatch(
    /^3 file-exists: the package "@invented\/plain" is not in .* npm install @invented\/plain$/,
  );
});

test('reports a package whose files have other names', () => {
  copyFont('LICENSE.md', `${PACKAGE}/LICENSE`);
  chooseTypeface('{ package: "@invented/plain" }');
  expect(findError()).toContain('not named as in packages of Fontsource');
});

test('reports a font that does not exist, with the name of the one that does', () => {
  addOwnFonts();
  project.change(THEME, (text) => text.replace('Own-Bold', 'Own-Bald'));
  expect(findError()).toBe(
    `6 file-exists: there is no file ${FONTS}/Own-Bald.ttf | Did you mean "Own-Bold.ttf"?`,
  );
});

test('reports fonts without a licence', () => {
  addOwnFonts();
  rmSync(join(project.root, FONTS, 'OFL.txt'));
  expect(findError()).toContain(`4 typeface-has-licence: there is no licence in ${FONTS}/`);
});

test('does not follow a link to a font outside the project', () => {
  const other = copyProject('tests/papers/parks-update');
  addOwnFonts();
  rmSync(join(project.root, FONTS, 'Own-Bold.ttf'));
  other.write('Own-Bold.ttf', readFileSync('node_modules/source-sans/TTF/SourceSans3-Bold.ttf'));
  symlinkSync(join(other.root, 'Own-Bold.ttf'), join(project.root, FONTS, 'Own-Bold.ttf'));
  const error = findError();
  other.remove();
  expect(error).toContain(`6 file-is-inside: ${FONTS}/Own-Bold.ttf: the file is outside the project`);
});

test('does not read a font outside its folder', () => {
  addOwnFonts();
  project.change(THEME, (text) => text.replace('Own-Bold.ttf', '../../../secret.ttf'));
  expect(findError()).toContain('6 value-fits: bold: "../../../secret.ttf" is not valid');
});

const read = (name: string): Buffer => readFileSync(join('node_modules/source-sans', name));
/** Returns a font with another `fsType`, which is the ninth byte of the table OS/2. */
function restrict(font: Buffer, fsType: number): Buffer {
  const entry = font.indexOf('OS/2');
  font.writeUInt16BE(fsType, font.readUInt32BE(entry + 8) + 8);
  return font;
}

test.each<[name: string, bytes: () => Buffer, message: string]>([
  ['text', () => Buffer.from('This is not a font.'), 'is not a font'],
  ['an empty file', () => Buffer.alloc(0), 'is not a font'],
  ['a WOFF2 font', () => read('WOFF2/TTF/SourceSans3-Bold.ttf.woff2'), 'is a WOFF2 font'],
  ['a variable font', () => read('VF/SourceSans3VF-Upright.ttf'), 'is a variable font'],
  ['a variable OpenType font', () => read('VF/SourceSans3VF-Upright.otf'), 'is a variable font'],
  ['a collection', () => Buffer.from('ttcf\0\0\0\0\0\0\0\0'), 'is a collection of fonts'],
  ['the first half of a font', () => read('TTF/SourceSans3-Bold.ttf').subarray(0, 200_000), 'is damaged'],
  ['a font without embedding', () => restrict(read('TTF/SourceSans3-Bold.ttf'), 2), 'may not be passed on'],
  ['a font for preview only', () => restrict(read('TTF/SourceSans3-Bold.ttf'), 4), 'may not be passed on'],
])('refuses %s', (_name, bytes, message) => {
  addOwnFonts();
  writeFileSync(join(project.root, FONTS, 'Own-Bold.ttf'), bytes());
  expect(findError()).toContain(`6 typeface-is-usable: ${FONTS}/Own-Bold.ttf ${message}`);
});

test('refuses a font of many megabytes', () => {
  addOwnFonts();
  writeFileSync(join(project.root, FONTS, 'Own-Bold.ttf'), Buffer.alloc(5 * 1024 * 1024));
  expect(findError()).toContain(`6 file-is-small: ${FONTS}/Own-Bold.ttf: the file is too large: 5 MB`);
});

test('refuses fonts with random damage, or prints them', () => {
  addOwnFonts();
  const font = read('TTF/SourceSans3-Bold.ttf');
  for (let seed = 1; seed <= 12; seed++) {
    const damaged = Buffer.from(font);
    for (let index = 0; index < 40; index++) {
      const at = (seed * 7919 + index * 104_729) % font.length;
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0xff, at);
    }
    writeFileSync(join(project.root, FONTS, 'Own-Bold.ttf'), damaged);
    const { code, err } = runPapers(['build', '--root', project.root]);
    expect([0, 1], err).toContain(code);
  }
});
