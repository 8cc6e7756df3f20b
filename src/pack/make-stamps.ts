import type { Stamp } from '../pdf/render-stamps.js';
import type { PageSpace } from './join/find-stamp-place.js';
import type { Pack } from './pack.js';

/** Makes the line with the pack's own number for each page of a pack. */
export function makeStamps(
  { isExempt, isWorking }: Pick<Pack, 'isExempt' | 'isWorking'>,
  pages: readonly PageSpace[],
): Stamp[] {
  const marks = [...(isExempt ? ['Not for publication'] : []), ...(isWorking ? ['Not issued'] : [])];
  return pages.map(({ width, height, baseline }, index) => ({
    text: [...marks, `Pack page ${index + 1}`].join(' · '),
    page: { width, height },
    baseline,
  }));
}
