import type { Block } from '../../model/blocks/block.js';
import { toPlainText } from '../../model/inline.js';
import { makePlainFragment } from '../../model/fragment.js';
import { makeError, type Checked } from '../../model/problem.js';
import { computePictureSize } from '../../model/compute-picture-size.js';
import { resolvePicturePath } from '../../model/resolve-picture-path.js';
import type { PictureNode } from '../picture-node.js';
import { renderFragment } from '../render-fragment.js';
import { getBlockStart, type BlockContext } from './block-context.js';

/** Builds a picture. One that cannot be printed is reported, and left out. */
export function buildPicture(node: PictureNode, context: BlockContext): Checked<Block[]> {
  const { number, anchor, place } = getBlockStart(node, context);
  const { caption, alternative, label, width } = node;
  const title = renderFragment(caption, context.section, context);
  const words = renderFragment(alternative ?? makePlainFragment('', place), context.section, context);
  const problems = [...title.problems, ...words.problems];
  const path = resolvePicturePath(node.url, place.file);
  const file = typeof path === 'string' ? context.pictures.get(path) : path;
  if (!file) throw new Error(`internal error: ${node.url} has not been read`);
  if (file.image === null) {
    const { rule, message, hint } = file;
    return { value: [], problems: [...problems, makeError(rule, place, message, { hint })] };
  }
  return {
    value: [
      {
        kind: 'picture',
        id: label,
        anchor,
        number: `${context.template.words.picture} ${number ?? ''}`,
        title: title.value,
        file: typeof path === 'string' ? path : '',
        image: file.image,
        size: computePictureSize(file.image, width, context.theme),
        alternative: toPlainText(words.value).replaceAll(/\s+/g, ' ').trim(),
        place,
      },
    ],
    problems,
  };
}
