import { noCache } from '../../model/cache.js';
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
export function findForeignData(root: string, period: Period, paper: Paper, cache = noCache): ExemptData[] {
  const periods = new Set([...listEarlierPeriods(root, period), period].map(({ id }) => id));
  const others = listPapers(root).filter(
    (other) => periods.has(other.period) && (other.period !== period.id || other.paper !== paper.id),
  );
  return others.flatMap((other): ExemptData[] => {
    const { value: file } = readFile(root, `data/${other.period}/${other.paper}.yaml`);
    if (!file?.text.includes('exempt')) return [];
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

function makeOwnTest({ exempt }: Paper): (name: string) => boolean {
  const names = [...listExempt(exempt, 'data-sets'), ...listExempt(exempt, 'figures')].map(
    ({ name }) => name,
  );
  return (name) => names.includes(name);
}
