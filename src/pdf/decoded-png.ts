import { deflateSync } from 'node:zlib';
import { decode, type DecodedPng as Pixels } from 'fast-png';
import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';

/** The offsets of the kind of colour and of the interlacing in a PNG, and kinds of colour with transparency. */
const COLOUR_TYPE = 25;
const INTERLACING = 28;
const TRANSPARENT = [4, 6];

/** Returns true if a PNG is interlaced or transparent. PDF has neither within the pixels of an image. */
export function needsDecoding(png: Buffer): boolean {
  return (
    png.toString('latin1', 1, 4) === 'PNG' &&
    (TRANSPARENT.includes(png.readUInt8(COLOUR_TYPE)) ||
      png.readUInt8(INTERLACING) === 1 ||
      png.includes('tRNS'))
  );
}

/**
 * A PNG as two images of a PDF: its colours, and its transparency as their mask. pdfkit unpacks such files in the background, so
 * the order of the objects in the file would depend on the machine.
 */
export class DecodedPng {
  readonly width: number;
  readonly height: number;
  obj: object | null = null;

  constructor(
    private readonly png: Buffer,
    readonly label: string,
  ) {
    this.width = png.readUInt32BE(16);
    this.height = png.readUInt32BE(20);
  }

  /** Writes the images. pdfkit calls this before it draws the image. */
  embed(pdf: Pick<PDFDocumentClass, 'ref'>): void {
    if (this.obj) return;
    const { colours, opacity } = splitPixels(decode(this.png));
    const mask = opacity.every((value) => value === 255) ? null : this.writeImage(pdf, 'DeviceGray', opacity);
    this.obj = this.writeImage(pdf, 'DeviceRGB', colours, mask ? { SMask: mask } : {});
  }

  private writeImage(
    pdf: Pick<PDFDocumentClass, 'ref'>,
    colourSpace: string,
    pixels: Uint8Array,
    entries: object = {},
  ): object {
    const image = pdf.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: this.width,
      Height: this.height,
      BitsPerComponent: 8,
      ColorSpace: colourSpace,
      Filter: 'FlateDecode',
      ...entries,
    });
    image.write(deflateSync(pixels, { level: 9 }));
    image.end();
    return image;
  }
}

/** Splits pixels into red, green and blue, and opacity. All values are from 0 to 255. */
function splitPixels(png: Pixels): { colours: Uint8Array; opacity: Uint8Array } {
  const { width, height, channels, depth, palette, transparency } = png;
  const colours = new Uint8Array(width * height * 3);
  const opacity = new Uint8Array(width * height).fill(255);
  const read = makeReader(png);
  const scale = 255 / (2 ** depth - 1);
  const hasOpacity = channels === 2 || channels === 4;
  const channelsOfColour = channels > 2 ? 3 : 1;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const values = [0, 1, 2].map((channel) => read(pixel, Math.min(channel, channelsOfColour - 1)));
    if (palette) {
      const [red = 0, green = 0, blue = 0, alpha = 255] = palette[values[0] ?? 0] ?? [];
      colours.set([red, green, blue], pixel * 3);
      opacity[pixel] = alpha;
      continue;
    }
    colours.set(
      values.map((value) => Math.round(value * scale)),
      pixel * 3,
    );
    if (hasOpacity) opacity[pixel] = Math.round(read(pixel, channelsOfColour) * scale);
    else if (
      transparency &&
      values.slice(0, channelsOfColour).every((value, index) => value === transparency[index])
    )
      opacity[pixel] = 0;
  }
  return { colours, opacity };
}

/** Returns a function that reads a value of a pixel. Small values share a byte, and each line starts a new one. */
function makeReader({ data, width, channels, depth }: Pixels): (pixel: number, channel: number) => number {
  if (depth >= 8) return (pixel, channel) => data[pixel * channels + channel] ?? 0;
  const bytesPerLine = Math.ceil((width * depth) / 8);
  return (pixel) => {
    const [line, column] = [Math.floor(pixel / width), pixel % width];
    const byte = data[line * bytesPerLine + Math.floor((column * depth) / 8)] ?? 0;
    return (byte >> (8 - depth - ((column * depth) % 8))) & (2 ** depth - 1);
  };
}
