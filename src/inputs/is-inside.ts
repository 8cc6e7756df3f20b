import * as system from 'node:path';

/** Returns true if a file is below a folder. Both are absolute. `path` has the rules of the system: drives, capitals. */
export function isInside(
  folder: string,
  file: string,
  path: Pick<system.PlatformPath, 'relative' | 'isAbsolute' | 'sep'> = system,
): boolean {
  const fromFolder = path.relative(folder, file);
  return fromFolder !== '..' && !fromFolder.startsWith(`..${path.sep}`) && !path.isAbsolute(fromFolder);
}
