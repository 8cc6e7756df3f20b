import type { Cache } from '../../model/cache.js';
import type { Inputs } from '../../model/inputs.js';
import { comparePeriods, type Period } from '../../model/period.js';
import { listPapers, listPeriods } from '../project/list-papers.js';
import { openReader } from '../source-reader.js';
import { readPaper } from './read-paper.js';

/** Reads the narrative of the newest earlier paper of this kind. Its own problems are for its own checks. */
export function readPreviousNarrative(
  root: string,
  period: Period,
  id: string,
  cache: Cache,
): Inputs['previous'] {
  const papers = listPapers(root).filter(({ paper }) => paper === id);
  const earlier = listPeriods(root).findLast(
    (listed) => comparePeriods(listed, period) < 0 && papers.some((paper) => paper.period === listed.id),
  );
  if (!earlier) return null;
  const { value: paper } = readPaper(openReader(root, cache), earlier.id, id);
  return paper && { period: earlier, narrative: paper.narrative };
}
