import { join, posix } from 'node:path';
import type { Cache } from '../../model/cache.js';
import type { Markup } from '../../model/markup.js';
import type { PictureFile, UnusablePicture } from '../../model/picture-image.js';
import type { Problem } from '../../model/problem.js';
import { resolvePicturePath } from '../../model/resolve-picture-path.js';
import type { SourceFile } from '../../model/source-file.js';
import { suggestName } from '../../model/suggest-name.js';
import { sha256 } from '../../sha256.js';
import { listFileNames } from '../list-files.js';
import { readFile } from '../read-file.js';
import { recognisePicture } from './recognise-picture.js';
import { Unusable } from './unusable.js';

const SMALLER = 'Make it smaller: 2,000 pixels across are enough for a page.';

/** The most megabytes of all pictures of a paper: larger papers cannot be sent by e-mail. */
const MAX_TOTAL_SIZE = 20;

/** The pictures of a paper. */
interface Pictures {
  byPath: Map<string, PictureFile>;
  /** The files that can be printed. Nothing else that a text mentions becomes part of the sources. */
  files: SourceFile[];
}

/**
 * Reads the pictures that texts may print. A picture that cannot be used says why, and the document reports it where it is printed.
 * So a mention within `{{#if}}` is no fault as long as it is not printed.
 */
export function readPictures(root: string, texts: readonly Markup[], cache: Cache): Pictures {
  const pictures: Pictures = { byPath: new Map(), files: [] };
  let total = 0;
  for (const path of new Set(texts.flatMap(listPaths))) {
    const { value: file, problems } = readFile(root, path, () => '');
    const picture = file
      ? cache.compute(`picture ${path}`, [sha256(file.bytes)], () => readContent(path, file.bytes))
      : explainUnread(path, problems[0], root);
    total += file && picture.image ? file.bytes.length : 0;
    const isTooMuch = total > MAX_TOTAL_SIZE * 1024 * 1024;
    pictures.byPath.set(path, isTooMuch ? refuseTotal(path) : picture);
    if (file && picture.image && !isTooMuch) pictures.files.push(file);
  }
  return pictures;
}

/** Lists the paths of pictures in a text. Some may be in comments, or be links. */
function listPaths({ text, place }: Markup): string[] {
  if (!text.includes('![')) return [];
  return [...text.matchAll(/\]\(\s*(?:<([^<>\n]*)>|([^\s()<>]+))/g)].flatMap(([, inBrackets, plain]) => {
    const path = resolvePicturePath(inBrackets ?? plain ?? '', place.file);
    return typeof path === 'string' ? [path] : [];
  });
}

function readContent(path: string, bytes: Uint8Array): PictureFile {
  try {
    return recognisePicture(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return refuse(error.rule, `${path} ${error.message}`, error.hint);
  }
}

function explainUnread(path: string, problem: Problem | undefined, root: string): UnusablePicture {
  const { rule, message = '', hint = '' } = problem ?? {};
  switch (rule) {
    case 'file-is-small':
      return refuse(rule, `${path}: ${message}`, SMALLER);
    case 'file-is-inside':
    case 'file-is-readable':
      return refuse(rule, `${path}: ${message}`, hint);
    default: {
      const [folder, name] = [posix.dirname(path), posix.basename(path)];
      const isMissing = !message.includes('on the disk');
      const suggestion = isMissing ? suggestName(name, listFileNames(join(root, folder))) : hint;
      return refuse(
        'file-exists',
        isMissing ? `there is no picture ${path}` : `${path}: ${message}`,
        suggestion ?? `Save the picture in ${folder}/. Check the spelling of its name.`,
      );
    }
  }
}

function refuseTotal(path: string): UnusablePicture {
  return refuse(
    'file-is-small',
    `with ${path}, the pictures of this paper have more than ${MAX_TOTAL_SIZE} MB`,
    SMALLER,
  );
}

function refuse(rule: UnusablePicture['rule'], message: string, hint: string): UnusablePicture {
  return { image: null, rule, message, hint };
}
