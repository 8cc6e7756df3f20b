import type { Pack } from './pack.js';

/** The size of a page, and where it has room for a stamp, in points from the top. */
interface StampedPage {
  width: number;
  height: number;
  baseline: number;
}

/** A line of text for a page. */
interface StampText {
  text: string;
  page: { width: number; height: number };
  baseline: number;
}

/** Makes the line with the pack's own number for each page of a pack. */
export function makeStamps(
  { isExempt, isWorking }: Pick<Pack, 'isExempt' | 'isWorking'>,
  pages: readonly StampedPage[],
): StampText[] {
  const marks = [...(isExempt ? ['Not for publication'] : []), ...(isWorking ? ['Not issued'] : [])];
  return pages.map(({ width, height, baseline }, index) => ({
    text: [...marks, `Pack page ${index + 1}`].join(' · '),
    page: { width, height },
    baseline,
  }));
}
