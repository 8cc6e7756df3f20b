/** A picture file that has been read and checked. Nothing in it can run or load another file. */
export interface PictureImage {
  format: 'png' | 'jpeg' | 'svg';
  /** The content of the file in Base64, without private parts such as comments. */
  data: string;
  /** Pixels; units of the drawing for an SVG. A photograph is measured as it is shown, after its rotation. */
  width: number;
  height: number;
  /** The words in an SVG. */
  texts: string[];
}

/** The result of reading a picture file. */
export type PictureFile = UsablePicture | UnusablePicture;

/** A picture file that can be printed. */
export interface UsablePicture {
  image: PictureImage;
  /** True for a photograph that says where it was taken. */
  hasLocation: boolean;
}

/** A picture file that cannot be printed, with the reason in the author's words. */
export interface UnusablePicture {
  image: null;
  rule: 'file-exists' | 'file-is-inside' | 'file-is-small' | 'file-is-readable' | 'picture-is-usable';
  message: string;
  hint: string;
}

const MEDIA_TYPES = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/** Returns the picture as a `data:` URL. */
export function formatDataUrl({ format, data }: PictureImage): string {
  return `data:${MEDIA_TYPES[format]};base64,${data}`;
}
