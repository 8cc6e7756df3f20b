import { join } from 'node:path';
import { FACES, type Face } from '../../model/typeface.js';
import { listFileNames } from '../list-files.js';

/** The files of a face. All but the first add alphabets to the first. */
export type FaceFiles = Partial<Record<Face, string[]>>;

/** The groups of alphabets that a paper may print, in the names of Fontsource's files. */
const ALPHABETS = ['latin', 'latin-ext', 'greek', 'cyrillic'];

/** The weights of a package that serve as regular and bold, best first. */
const WEIGHTS = { regular: ['400', '300', '500'], bold: ['700', '600', '800'] };

/**
 * Finds the faces in a package of Fontsource, such as @fontsource/public-sans. Its files are named by alphabet, weight and style. Only
 * the formats that a PDF can contain count. Returns no faces for other packages.
 */
export function findPackageFiles(folder: string): FaceFiles {
  const names = new Set(listFileNames(join(folder, 'files')));
  const ids = [...names].flatMap((name) => /^(.+)-latin-\d+-normal\.woff$/.exec(name)?.[1] ?? []);
  const id = ids.sort((a, b) => a.length - b.length)[0];
  if (id === undefined) return {};
  const list = (weight: string, style: string): string[] =>
    ALPHABETS.map((alphabet) => `${id}-${alphabet}-${weight}-${style}.woff`)
      .filter((name) => names.has(name))
      .map((name) => `files/${name}`);
  const choose = (weights: readonly string[], style: string): string[] =>
    weights.map((weight) => list(weight, style)).find(({ length }) => length > 0) ?? [];
  const found: Record<Face, string[]> = {
    normal: choose(WEIGHTS.regular, 'normal'),
    bold: choose(WEIGHTS.bold, 'normal'),
    italics: choose(WEIGHTS.regular, 'italic'),
    bolditalics: choose(WEIGHTS.bold, 'italic'),
  };
  return Object.fromEntries(
    FACES.filter((face) => found[face].length > 0).map((face) => [face, found[face]]),
  );
}
