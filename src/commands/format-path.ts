import { isAbsolute, join, relative } from 'node:path';

/**
 * Formats the path of a project's file for the terminal: relative to the current folder, so that a click opens it. A file
 * outside the current folder keeps the absolute path of a root that the user named by its absolute path.
 */
export function formatPath(root: string, file: string): string {
  const path = join(root, file);
  const fromHere = relative('.', path) || '.';
  const isOutside = fromHere === '..' || /^\.\.[\\/]/.test(fromHere) || isAbsolute(fromHere);
  return (isAbsolute(root) && isOutside ? path : fromHere).replaceAll('\\', '/');
}
