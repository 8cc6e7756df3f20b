import { unzipSync, type UnzipFileInfo } from 'fflate';
import { UnreadablePackage } from './unreadable-package.js';

const MEGABYTE = 1024 * 1024;
/** The most megabytes of all parts that are read: far beyond a table of 100,000 rows. A larger file is malicious. */
export const LARGEST_UNPACKED = 96;
const MOST_PARTS = 5000;
/** The most bytes by which deflate makes a part longer. A longer stream hides its real size. */
const LARGEST_OVERHEAD = 1024;

/** The parts of an Office file. Only those that are read are unpacked. */
export interface Parts {
  names: readonly string[];
  /** Unpacks a part. Returns null if there is none of this name. */
  read: (name: string) => string | null;
}

/** Lists the parts of a zip file. Throws `UnreadablePackage` if the file is broken, or a part is larger than the limits. */
export function openParts(zip: Uint8Array): Parts {
  const entries = new Map<string, string>();
  unzip(zip, ({ name }) => {
    entries.set(normalise(name), name);
    if (entries.size > MOST_PARTS) throw new UnreadablePackage('too many parts');
    return false;
  });
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const { [entry]: bytes } = unzip(zip, (info) => {
        if (info.name !== entry) return false;
        unpacked += info.originalSize;
        checkSize(info, unpacked);
        return true;
      });
      return bytes ? decode(bytes) : null;
    },
  };
}

function unzip(zip: Uint8Array, filter: (info: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  let entries = 0;
  try {
    return unzipSync(zip, {
      filter: (info) => {
        entries += 1;
        if (entries > MOST_PARTS) throw new UnreadablePackage('too many parts');
        return filter(info);
      },
    });
  } catch (error) {
    if (error instanceof UnreadablePackage) throw error;
    throw new UnreadablePackage('incomplete');
  }
}

function checkSize({ size, originalSize }: UnzipFileInfo, unpacked: number): void {
  if (unpacked <= LARGEST_UNPACKED * MEGABYTE && size <= originalSize + LARGEST_OVERHEAD) return;
  throw new UnreadablePackage('too large');
}

/** Some programs write backslashes, or a slash in front. */
function normalise(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '');
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
