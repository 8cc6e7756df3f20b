import { join } from 'node:path';
import { parseQuarter, type Quarter } from '../../model/quarter.js';
import { listFolderNames, listYamlNames } from '../list-files.js';
import { PERIOD_FILES } from '../period-files/index.js';

/** A paper that has a file in its quarter's folder. */
export interface PaperOnFile {
  quarter: Quarter;
  paper: string;
}

/** Lists the quarters that have a folder in `data/`, oldest first. */
export function listQuarters(root: string): Quarter[] {
  return listFolderNames(join(root, 'data'))
    .map(parseQuarter)
    .filter((quarter) => quarter !== null)
    .sort();
}

/** Lists folders in `data/` that look like quarters but are not: 2008-10-q1, 2008-09-q5, 2008-09-Q3. */
export function listMistakenQuarters(root: string): string[] {
  return listFolderNames(join(root, 'data')).filter(
    (name) => /^\d{4}\D/.test(name) && parseQuarter(name) === null,
  );
}

/** Lists the quarters whose folder has a period file, and not only a paper. */
export function listQuartersWithFigures(root: string): Quarter[] {
  return listQuarters(root).filter((quarter) => {
    const present = listYamlNames(join(root, 'data', quarter));
    return PERIOD_FILES.some(({ name }) => present.includes(name));
  });
}

/**
 * Lists all papers on file, oldest quarter first.
 * A paper is a YAML file named like a folder in `templates/`.
 */
export function listPapers(root: string): PaperOnFile[] {
  const templates = new Set(listTemplates(root));
  return listQuarters(root).flatMap((quarter) =>
    listYamlNames(join(root, 'data', quarter))
      .filter((name) => templates.has(name))
      .map((paper) => ({ quarter, paper })),
  );
}

/** Lists later quarters with figures on file. Empty if a later paper of this kind reports on them. */
export function listLaterQuarters(root: string, quarter: Quarter, id: string): Quarter[] {
  const isFollowed = listPapers(root).some((listed) => listed.paper === id && listed.quarter > quarter);
  return isFollowed ? [] : listQuartersWithFigures(root).filter((listed) => listed > quarter);
}

/** Lists the kinds of paper. The folder `theme` is the look that they share. */
export function listTemplates(root: string): string[] {
  return listFolderNames(join(root, 'templates')).filter((name) => name !== 'theme');
}
