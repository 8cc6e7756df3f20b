/** Files that file managers and git leave in folders. A hidden file of another name was put there. */
const HARMLESS =
  /^(?:\.DS_Store|\._.+|\.directory|\.gitkeep|\.gitignore|\.gitattributes|Thumbs\.db|desktop\.ini)$/;

/** Returns true for a file that may stay in an archive although the program did not write it. */
export function isHarmlessFile(name: string): boolean {
  return HARMLESS.test(name);
}
