/** The parts of a photograph's Exif data that matter for print. */
interface Exif {
  /** The rotation and mirroring from 1 to 8, as in the standard. 1 is upright. */
  orientation: number;
  /** True if the photograph says where it was taken. */
  hasLocation: boolean;
}

const ORIENTATION = 0x0112;
const LOCATION = 0x8825;

/** The length of an entry of a directory, in bytes. */
const ENTRY_LENGTH = 12;

/** Reads Exif data, which is laid out like a TIFF file. Unreadable data means an upright photograph. */
export function readExif(tiff: Buffer | null): Exif {
  const upright = { orientation: 1, hasLocation: false };
  const order = tiff?.toString('latin1', 0, 2);
  if (!tiff || tiff.length < 14 || (order !== 'II' && order !== 'MM')) return upright;
  const isLittle = order === 'II';
  const readShort = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return upright;
  const room = Math.floor((tiff.length - start - 2) / ENTRY_LENGTH);
  const entries = Array.from(
    { length: Math.min(readShort(start), room) },
    (_, index) => start + 2 + index * ENTRY_LENGTH,
  );
  const rotation = entries.find((at) => readShort(at) === ORIENTATION);
  const orientation = rotation === undefined ? 1 : readShort(rotation + 8);
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    hasLocation: entries.some((at) => readShort(at) === LOCATION),
  };
}
