import type { Cache } from '../../model/cache.js';
import type { Inputs } from '../../model/inputs.js';
import type { Period } from '../../model/period.js';
import { listPapers } from '../project/list-papers.js';
import { openReader } from '../source-reader.js';
import { readPaper } from './read-paper.js';

/** Reads the narrative of the newest earlier paper of this kind. Its own problems are for its own checks. */
export function readPreviousNarrative(
  root: string,
  period: Period,
  id: string,
  cache: Cache,
): Inputs['previous'] {
  const earlier = listPapers(root).findLast((listed) => listed.paper === id && listed.period < period);
  if (!earlier) return null;
  const { value: paper } = readPaper(openReader(root, cache), earlier.period, id);
  return paper && { period: earlier.period, narrative: paper.narrative };
}
