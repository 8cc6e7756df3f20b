import type { UnusablePicture } from './picture-image.js';

/** The folders of a project whose files a paper is made from. */
const FOLDERS = ['data', 'templates'];

const WHERE =
  'Save the picture in the folder images/ of the period or template, and write images/ and its name.';

/**
 * Resolves the path of a picture, as an author types it, in a file of the project. It is relative to the folder of the period or
 * of the template: `images/map.png` in `data/2008-09-q3/report.yaml` is `data/2008-09-q3/images/map.png`.
 */
export function resolvePicturePath(typed: string, file: string): string | UnusablePicture {
  if (typed === '') return refuse('the picture has no file', WHERE);
  if (/[\u{f0000}-\u{ffffd}]/u.test(typed))
    return refuse('the path of a picture cannot contain {{…}}', 'Write the name of the file.');
  if (typed.includes('\\')) return refuse(`the path "${typed}" contains \\`, 'Write / between folders.');
  if (/^([a-z][a-z0-9+.-]*:|\/|~)/i.test(typed)) return refuse(`"${typed}" is not in the project`, WHERE);
  const path = joinPath([...file.split('/').slice(0, 2), ...typed.split('/')]);
  const isInside = path !== null && FOLDERS.some((folder) => path.startsWith(`${folder}/`));
  return isInside ? path : refuse(`"${typed}" leads out of data/ and templates/`, WHERE);
}

function refuse(message: string, hint: string): UnusablePicture {
  return { image: null, rule: 'file-is-inside', message, hint };
}

/** Joins the parts of a path. Returns null if it leads out of the folder in which it starts. */
function joinPath(parts: readonly string[]): string | null {
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..' && path.length === 0) return null;
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}
