import type { Picture } from '../../model/blocks/picture.js';
import { classifyTexts, sortKinds } from './classify-change.js';
import type { CompareWords } from './compare-words.js';
import type { ChangeKind, PicturePart } from './comparison.js';

/** Compares the caption, the text alternative and the file of a picture. */
export function comparePicture(
  before: Picture | null,
  after: Picture | null,
  compare: CompareWords,
): Omit<PicturePart, 'before' | 'after'> {
  const title = compare(before?.title ?? null, after?.title ?? null);
  const alternative = compare(before?.alternative ?? null, after?.alternative ?? null);
  const how: ChangeKind[] = classifyTexts([title, alternative]);
  if (before?.image.data !== after?.image.data) how.push('replaced');
  else if (before?.size.width !== after?.size.width) how.push('restyled');
  return { kind: 'picture', how: sortKinds(how), title, alternative, pictures: { before, after } };
}
