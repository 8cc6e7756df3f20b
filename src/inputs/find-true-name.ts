import { posix } from 'node:path';

/**
 * Returns the name of a file on the disk if it differs from the requested one only in capitals. Windows and macOS open the
 * file all the same, but Linux does not. `realPath` is the path on the disk, with `/` or `\`.
 */
export function findTrueName(path: string, realPath: string): string | null {
  const name = posix.basename(path);
  const trueName = posix.basename(realPath.replaceAll('\\', '/'));
  return name !== trueName && name.toLowerCase() === trueName.toLowerCase() ? trueName : null;
}
