import type { PaperOnFile } from '../inputs/project/list-papers.js';

/** Says which paper a returned file is compared with, because the file does not name it. */
export function describeUnnamedPaper(
  { period, paper }: PaperOnFile,
  nameCommand: (paper: string) => string,
): string {
  return (
    `The file does not say which paper it was made from. It was compared with ${paper} in ${period}. ` +
    `To compare it with another paper, name it: ${nameCommand('<period> <paper>')}`
  );
}
