import type { Inline } from '../inline.js';
import type { PictureImage } from '../picture-image.js';
import type { Place } from '../problem.js';

/** A picture from a file of the author's. */
export interface Picture {
  kind: 'picture';
  /** The author's label. Null for a picture that nothing can cite. */
  id: string | null;
  anchor: string;
  number: string;
  /** The caption. */
  title: Inline[];
  /** The file, relative to the project. */
  file: string;
  image: PictureImage;
  /** The printed size in points. */
  size: { width: number; height: number };
  /** The text alternative for people who cannot see the picture. */
  alternative: string;
  place: Place;
}

export function listPictureRuns({ title }: Picture): Inline[][] {
  return [title];
}
