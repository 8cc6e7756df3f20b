import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuarter, type Quarter } from '../model/quarter.js';

/** What the quarters' folders are made of besides papers: one schema each. */
export const QUARTER_FILES = [
  'survey',
  'areas',
  'activity',
  'shares',
  'facts',
  'events',
  'commitments',
  'performance-areas',
] as const;

export interface PaperOnFile {
  quarter: Quarter;
  paper: string;
}

/** The quarters that have a folder in `data/`, oldest first. */
export function listQuarters(root: string): Quarter[] {
  return folders(join(root, 'data'))
    .map(parseQuarter)
    .filter((quarter) => quarter !== null)
    .sort();
}

/** Folders in `data/` that were meant as quarters and are none: 2008-10-q1, 2008-09-q5, 2008-09-Q3. */
export function listMistakenQuarters(root: string): string[] {
  return folders(join(root, 'data')).filter((name) => /^\d{4}\D/.test(name) && parseQuarter(name) === null);
}

/** Those that have figures in them, and not only a paper. */
export function quartersWithFigures(root: string): Quarter[] {
  return listQuarters(root).filter((quarter) =>
    yamlNames(join(root, 'data', quarter)).some((name) =>
      (QUARTER_FILES as readonly string[]).includes(name),
    ),
  );
}

/** Every paper on file, oldest quarter first. A paper is a YAML file named like a folder in `templates/`. */
export function listPapers(root: string): PaperOnFile[] {
  const templates = new Set(listTemplates(root));
  return listQuarters(root).flatMap((quarter) =>
    yamlNames(join(root, 'data', quarter))
      .filter((name) => templates.has(name))
      .map((paper) => ({ quarter, paper })),
  );
}

/** The kinds of paper. `theme` is the look that they share. */
export function listTemplates(root: string): string[] {
  return folders(join(root, 'templates')).filter((name) => name !== 'theme');
}

/** The names of a folder's YAML files without `.yaml`; none where there is no such folder. */
export function yamlNames(folder: string): string[] {
  return entries(folder)
    .filter((entry) => entry.name.endsWith('.yaml'))
    .map((entry) => entry.name.slice(0, -'.yaml'.length))
    .sort();
}

/** The names of a folder's files, hidden ones left out. `folder` is relative to `root`. */
export function fileNames(root: string, folder: string): string[] {
  return entries(join(root, folder))
    .filter((entry) => !entry.isFolder && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

function folders(folder: string): string[] {
  return entries(folder)
    .filter((entry) => entry.isFolder)
    .map((entry) => entry.name)
    .sort();
}

/** What a folder holds; nothing where there is none. Throws the disk's error where it may not be looked into. */
function entries(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(join(folder, entry.name))),
    }));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false; // a link to nothing, or in a circle: whoever reads it says so
  }
}
