import type { UnusablePicture } from '../../model/picture-image.js';

/** Says why the content of a picture file cannot be printed, and what to do. */
export class Unusable extends Error {
  constructor(
    message: string,
    readonly hint: string,
    readonly rule: UnusablePicture['rule'] = 'picture-is-usable',
  ) {
    super(message);
  }
}

/** Refuses a file that ends too early or has invalid content. */
export function refuseDamaged(): never {
  throw new Unusable('is damaged or incomplete', 'Open it in a picture editor, and save it again.');
}

/** The most pixels of a picture: a sheet of A4 at 400 dots per inch has 15 million. */
const MOST_PIXELS = 25_000_000;

/** Refuses a picture without area, or with more pixels than anybody can see. */
export function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0)
    throw new Unusable('has no width or no height', 'Open it in a picture editor, and save it again.');
  if (width * height > MOST_PIXELS)
    throw new Unusable(
      `has ${width} × ${height} pixels`,
      'Make it smaller: 2,000 pixels across are enough for a page.',
    );
}
