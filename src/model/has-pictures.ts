import type { Document } from './document.js';
import { listBlocks } from './list-sections.js';

/** Returns true if a paper prints pictures from files. */
export function hasPictures(document: Document): boolean {
  return listBlocks(document).some(({ kind }) => kind === 'picture');
}
