import type { Picture } from './blocks/picture.js';
import type { PictureImage } from './picture-image.js';
import { computeTextHeight, computeTextWidth, type Theme } from './theme.js';

/** The most of a page's height that a picture takes, so that its caption fits with it. */
const MOST_OF_PAGE = 0.8;

const POINTS_PER_INCH = 72;

/** The resolution of a PNG or JPEG without a width of its own, in dots per inch. */
const USUAL_RESOLUTION = 150;

/**
 * Computes the size at which a picture is printed. `share` is the width that the author wants, as a share of the text's. No picture
 * is wider than the text or higher than a page.
 */
export function computePictureSize(
  { format, width, height }: PictureImage,
  share: number | null,
  theme: Theme,
): Picture['size'] {
  const column = computeTextWidth(theme);
  const natural = format === 'svg' ? column : (width / USUAL_RESOLUTION) * POINTS_PER_INCH;
  const wanted = share === null ? Math.min(natural, column) : share * column;
  const scale = Math.min(wanted / width, (computeTextHeight(theme) * MOST_OF_PAGE) / height);
  return { width: roundLength(width * scale), height: roundLength(height * scale) };
}

/** Computes the resolution at which a picture is printed, in dots per inch. Null for an SVG, which is sharp at every size. */
export function computeResolution({ image, size }: Picture): number | null {
  return image.format === 'svg' ? null : image.width / (size.width / POINTS_PER_INCH);
}

function roundLength(points: number): number {
  return Math.max(1, Math.round(points * 100) / 100);
}
