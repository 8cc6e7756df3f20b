import { existsSync, statSync } from 'node:fs';

/** Returns true if an argument names a file of a paper, and not a period: it has the ending of a document, or exists as a file. */
export function isPaperFile(argument: string | undefined): argument is string {
  if (argument === undefined) return false;
  if (/\.(?:docx|docm|pdf|doc|dotx?|odt|rtf|pages|txt|html?)$/i.test(argument)) return true;
  return /[\\/.]/.test(argument) && existsSync(argument) && statSync(argument).isFile();
}
