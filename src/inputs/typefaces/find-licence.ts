import { listFileNames } from '../list-files.js';

const LICENCE = /^(?:licen[cs]e|copying|ofl)(?:[^/]*\.(?:txt|md)|[^./]*)$/i;

/** Finds the file of a licence in a folder by its usual names. Of several, it is the one with the shortest name: OFL.txt, and not OFL-FAQ.txt. */
export function findLicence(folder: string): string | undefined {
  const [name] = listFileNames(folder)
    .filter((file) => LICENCE.test(file))
    .sort((a, b) => a.length - b.length);
  return name;
}
