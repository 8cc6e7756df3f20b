import { statSync } from 'node:fs';
import { join } from 'node:path';
import { noCache, type Cache } from '../../model/cache.js';
import { listExempt } from '../../model/exemption.js';
import type { Paper } from '../../model/paper.js';
import type { Period } from '../../model/period.js';
import { readPaper } from '../paper/read-paper.js';
import { listEarlierPeriods, listPapers } from '../project/list-papers.js';
import { readFile } from '../read-file.js';
import { openReader } from '../source-reader.js';
import type { ExemptData } from './plan-data-redaction.js';

/**
 * Finds the data that other papers of this and earlier periods exempt. No edition of this paper shows them, unless it exempts them
 * itself: then only its exempt edition does. Problems of those papers are for their own checks.
 */
export function findForeignData(
  root: string,
  period: Period,
  paper: Paper,
  cache: Cache = noCache,
): ExemptData[] {
  const periods = new Set([...listEarlierPeriods(root, period), period].map(({ id }) => id));
  const others = listPapers(root).filter(
    (other) => periods.has(other.period) && (other.period !== period.id || other.paper !== paper.id),
  );
  return others.flatMap((other): ExemptData[] => {
    if (!mentionsExemption(root, `data/${other.period}/${other.paper}.yaml`, cache)) return [];
    const { value } = readPaper(openReader(root, cache), other.period, other.paper);
    const isOwn = other.period === period.id ? makeOwnTest(paper) : (): boolean => false;
    const dataSets = listExempt(value?.exempt ?? [], 'data-sets').map(({ name }) => name);
    const figures = listExempt(value?.exempt ?? [], 'figures').map(({ name }) => name);
    const foreign = {
      period: other.period,
      dataSets: dataSets.filter((name) => !isOwn(name)),
      figures: figures.filter((name) => !isOwn(name)),
    };
    return foreign.dataSets.length + foreign.figures.length > 0 ? [foreign] : [];
  });
}

/**
 * Returns true if a paper's file has the word. Each paper of a project asks about all others, so the cache keeps the answer until the
 * file's times or size change. Without a cache, the file is read.
 */
function mentionsExemption(root: string, path: string, cache: Cache): boolean {
  const search = (): boolean => readFile(root, path).value?.text.includes('exempt') ?? false;
  const stamp = cache === noCache ? null : readStamp(join(root, path));
  return stamp ? cache.compute(`mentions an exemption ${path}`, [root, ...stamp], search) : search();
}

/** Returns what tells two states of a file apart without reading it. Null if the system cannot find it: reading it explains why. */
function readStamp(file: string): bigint[] | null {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs];
  } catch {
    return null;
  }
}

function makeOwnTest({ exempt }: Paper): (name: string) => boolean {
  const names = [...listExempt(exempt, 'data-sets'), ...listExempt(exempt, 'figures')].map(
    ({ name }) => name,
  );
  return (name) => names.includes(name);
}
