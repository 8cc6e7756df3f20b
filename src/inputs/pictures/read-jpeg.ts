import type { UsablePicture } from '../../model/picture-image.js';
import { readExif } from './read-exif.js';
import { checkPixels, refuseDamaged, Unusable } from './unusable.js';

/** Starts of frames: baseline, extended and progressive. PDF and all browsers can show them. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Starts of frames that browsers cannot show: lossless, hierarchical and arithmetic coding. */
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const EXIF = 0xe1;

/** Parts with the size of a dot, the colour profile and the kind of colour. Other parts of programs are left out. */
const KEPT_PARTS = [0xe0, 0xe2, 0xee];

interface Segment {
  marker: number;
  /** The content after the length. */
  content: Buffer;
  whole: Buffer;
}

/** Reads a JPEG. Leaves out comments, previews and places. Throws `Unusable` if it cannot be printed. */
export function readJpeg(bytes: Buffer): UsablePicture {
  const { segments, end } = listSegments(bytes);
  const frame = segments.find(({ marker }) => FRAMES.includes(marker) || OTHER_FRAMES.includes(marker));
  if (!frame) refuseDamaged();
  const { width, height } = readFrame(frame);
  const exif = segments.find(
    ({ marker, content }) => marker === EXIF && content.toString('latin1', 0, 6) === 'Exif\0\0',
  );
  const { orientation, hasLocation } = readExif(exif?.content.subarray(6) ?? null);
  const kept = segments.filter(({ marker }) => !isLeftOut(marker)).map(({ whole }) => whole);
  const rotation = orientation === 1 ? [] : [writeOrientation(orientation)];
  const scans = bytes.subarray(findEndOfSegments(segments, bytes), end);
  const data = Buffer.concat([bytes.subarray(0, 2), ...rotation, ...kept, scans]).toString('base64');
  const isTurned = orientation > 4;
  return {
    image: {
      format: 'jpeg',
      data,
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      texts: [],
    },
    hasLocation,
  };
}

/** Lists the segments before the first scan. `end` is the offset after the image. Throws if the image has no end. */
function listSegments(bytes: Buffer): { segments: Segment[]; end: number } {
  const segments: Segment[] = [];
  let at = 2;
  let isInScan = false;
  for (;;) {
    at = isInScan ? findMarkerInScan(bytes, at) : at;
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++; // fill bytes
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) refuseDamaged();
    if (marker === END_OF_IMAGE) return isInScan ? { segments, end: at + 2 } : refuseDamaged();
    if (at + 4 > bytes.length) refuseDamaged();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) refuseDamaged();
    const content = bytes.subarray(at + 4, end);
    if (!isInScan && marker !== START_OF_SCAN)
      segments.push({ marker, content, whole: bytes.subarray(at, end) });
    if (marker === START_OF_SCAN) isInScan = true;
    at = end;
  }
}

/** Finds the next marker in the pixels, where FF 00 is the byte FF and D0 to D7 only divide the pixels. */
function findMarkerInScan(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    const next = bytes[at + 1];
    if (at < 0 || next === undefined) refuseDamaged();
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at += 2;
  }
}

function findEndOfSegments(segments: readonly Segment[], bytes: Buffer): number {
  const last = segments.at(-1)?.whole;
  return last ? last.byteOffset - bytes.byteOffset + last.length : 2;
}

function isLeftOut(marker: number): boolean {
  const isProgramPart = marker >= 0xe0 && marker <= 0xef;
  return marker === 0xfe || (isProgramPart && !KEPT_PARTS.includes(marker));
}

function readFrame({ marker, content }: Segment): { width: number; height: number } {
  if (content.length < 6) refuseDamaged();
  const [depth, height, width, components] = [
    content.readUInt8(0),
    content.readUInt16BE(1),
    content.readUInt16BE(3),
    content.readUInt8(5),
  ];
  checkPixels(width, height);
  if (components === 4)
    throw new Unusable(
      'has the colours of a printing press (CMYK)',
      'Save it with RGB colours, or as a PNG.',
    );
  if (OTHER_FRAMES.includes(marker) || depth !== 8 || (components !== 1 && components !== 3))
    throw new Unusable(
      'is a kind of JPEG that browsers cannot show',
      'Save it as a baseline JPEG, or as a PNG.',
    );
  return { width, height };
}

/** Writes a segment that says nothing but the rotation of a photograph. */
function writeOrientation(orientation: number): Buffer {
  const start = Buffer.from('ffe10022457869660000', 'hex');
  const directory = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  directory.writeUInt16BE(orientation, 18);
  return Buffer.concat([start, directory]);
}
