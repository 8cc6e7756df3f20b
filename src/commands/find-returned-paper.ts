import { listPapers } from '../inputs/project/list-papers.js';
import { WORD_PROPERTIES } from '../model/word-properties.js';
import { UsageError, type Options } from './command.js';
import { requireProject } from './require-project.js';

/** The paper that a returned file is compared with. What neither the user nor the file names is the newest. */
export interface ReturnedPaper {
  period: string | undefined;
  paper: string | undefined;
}

/**
 * Finds the paper that a returned Word file is about: the one that the user names, or else the one that it was made from.
 * `nameCommand` returns the command that compares the file with a named paper.
 */
export function findReturnedPaper(
  file: string,
  properties: Record<string, string>,
  { root, period, paper }: Options & { period?: string; paper?: string },
  nameCommand: (paper: string) => string,
): ReturnedPaper {
  requireProject(root);
  const stated = { period: properties[WORD_PROPERTIES.period], paper: properties[WORD_PROPERTIES.paper] };
  if (period === undefined && paper === undefined && stated.period !== undefined) {
    const papers = listPapers(root);
    const newest = papers.at(-1);
    const isHere = papers.some((known) => known.period === stated.period && known.paper === stated.paper);
    if (!isHere && newest)
      throw new UsageError(
        `${file} was made from ${stated.paper ?? 'a paper'} in ${stated.period}, which this project does not have\n` +
          `To compare it with another paper, name it: ${nameCommand(`${newest.period} ${newest.paper}`)}`,
      );
  }
  return { period: period ?? stated.period, paper: paper ?? stated.paper };
}
