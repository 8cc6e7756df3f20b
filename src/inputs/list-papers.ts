import { readdirSync } from 'node:fs';
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

function folders(folder: string): string[] {
  return entries(folder)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function entries(folder: string): { name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
