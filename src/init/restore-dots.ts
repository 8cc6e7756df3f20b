/**
 * Restores the dot of a hidden file's name: `dot-gitignore` becomes `.gitignore`. In the program these names have no dot,
 * because npm leaves some hidden files out of packages, and tools would use the others as their own settings.
 */
export function restoreDots(path: string): string {
  return path.replace(/^dot-/, '.');
}
