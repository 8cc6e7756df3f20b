import { join } from 'node:path';
import { parsePeriod, type Period } from '../../model/period.js';
import { listFolderNames, listYamlNames } from '../list-files.js';
import { PERIOD_FILES } from '../period-files/index.js';

/** A paper that has a file in its quarter's folder. */
export interface PaperOnFile {
  period: Period;
  paper: string;
}

/** Lists the quarters that have a folder in `data/`, oldest first. */
export function listPeriods(root: string): Period[] {
  return listFolderNames(join(root, 'data'))
    .map(parsePeriod)
    .filter((period) => period !== null)
    .sort();
}

/** Lists folders in `data/` that look like quarters but are not: 2008-10-q1, 2008-09-q5, 2008-09-Q3. */
export function listMistakenPeriods(root: string): string[] {
  return listFolderNames(join(root, 'data')).filter(
    (name) => /^\d{4}\D/.test(name) && parsePeriod(name) === null,
  );
}

/** Lists the quarters whose folder has a period file, and not only a paper. */
export function listPeriodsWithFigures(root: string): Period[] {
  return listPeriods(root).filter((period) => {
    const present = listYamlNames(join(root, 'data', period));
    return PERIOD_FILES.some(({ name }) => present.includes(name));
  });
}

/**
 * Lists all papers on file, oldest quarter first.
 * A paper is a YAML file named like a folder in `templates/`.
 */
export function listPapers(root: string): PaperOnFile[] {
  const templates = new Set(listTemplates(root));
  return listPeriods(root).flatMap((period) =>
    listYamlNames(join(root, 'data', period))
      .filter((name) => templates.has(name))
      .map((paper) => ({ period, paper })),
  );
}

/** Lists later quarters with figures on file. Empty if a later paper of this kind reports on them. */
export function listLaterPeriods(root: string, period: Period, id: string): Period[] {
  const isFollowed = listPapers(root).some((listed) => listed.paper === id && listed.period > period);
  return isFollowed ? [] : listPeriodsWithFigures(root).filter((listed) => listed > period);
}

/** Lists the kinds of paper. The folder `theme` is the look that they share. */
export function listTemplates(root: string): string[] {
  return listFolderNames(join(root, 'templates')).filter((name) => name !== 'theme');
}
