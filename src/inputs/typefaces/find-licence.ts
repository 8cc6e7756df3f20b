import { listFileNames } from '../list-files.js';

const LICENCE = /^(?:licen[cs]e|copying|ofl)[^/]*?(?:\.(?:txt|md))?$/i;

/** Finds the file of a licence in a folder by its usual names, such as OFL.txt. */
export function findLicence(folder: string): string | undefined {
  return listFileNames(folder).find((name) => LICENCE.test(name));
}
