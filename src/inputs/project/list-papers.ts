import { join } from 'node:path';
import { comparePeriods, parsePeriod, type Period } from '../../model/period.js';
import { listFolderNames, listYamlNames } from '../list-files.js';
import { PERIOD_FILES } from '../period-files/index.js';
import { readYearStarts } from './read-year-starts.js';

/** A paper that has a file in its period's folder. */
export interface PaperOnFile {
  /** The name of the period's folder. */
  period: string;
  paper: string;
}

/** Lists the periods that have a folder in `data/`, oldest first. */
export function listPeriods(root: string): Period[] {
  const yearStarts = readYearStarts(root);
  return listFolderNames(join(root, 'data'))
    .map((name) => parsePeriod(name, yearStarts))
    .filter((period) => period !== null)
    .sort(comparePeriods);
}

/** Lists the periods on file that end before a period does, or with it, oldest first. */
export function listEarlierPeriods(root: string, period: Period): Period[] {
  return listPeriods(root).filter((listed) => listed !== period && listed.end <= period.end);
}

/** Lists folders in `data/` that look like quarters but are not: 2008-10-q1, 2008-09-q5, 2008-09-Q3. */
export function listMistakenPeriods(root: string): string[] {
  const yearStarts = readYearStarts(root);
  return listFolderNames(join(root, 'data')).filter(
    (name) => /^\d{4}\D/.test(name) && parsePeriod(name, yearStarts) === null,
  );
}

/** Lists the periods whose folder has a period file, and not only a paper. */
export function listPeriodsWithFigures(root: string): Period[] {
  return listPeriods(root).filter((period) => {
    const present = listYamlNames(join(root, 'data', period.id));
    return PERIOD_FILES.some(({ name }) => present.includes(name));
  });
}

/**
 * Lists all papers on file, oldest period first.
 * A paper is a YAML file named like a folder in `templates/`.
 */
export function listPapers(root: string): PaperOnFile[] {
  const templates = new Set(listTemplates(root));
  return listPeriods(root).flatMap((period) =>
    listYamlNames(join(root, 'data', period.id))
      .filter((name) => templates.has(name))
      .map((paper) => ({ period: period.id, paper })),
  );
}

/** Lists later periods with figures on file. Empty if a later paper of this kind reports on them. */
export function listLaterPeriods(root: string, period: Period, id: string): Period[] {
  const later = listPeriods(root).filter((listed) => listed.end > period.end);
  const ids = later.map((listed) => listed.id);
  const isFollowed = listPapers(root).some((listed) => listed.paper === id && ids.includes(listed.period));
  return isFollowed ? [] : listPeriodsWithFigures(root).filter((listed) => later.includes(listed));
}

/** Lists the kinds of paper. The folder `theme` is the look that they share. */
export function listTemplates(root: string): string[] {
  return listFolderNames(join(root, 'templates')).filter((name) => name !== 'theme');
}
