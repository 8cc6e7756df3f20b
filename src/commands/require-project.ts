import { resolve } from 'node:path';
import { isProject } from '../inputs/project/find-project.js';
import { listPapers } from '../inputs/project/list-papers.js';
import { UsageError } from './command.js';

/** Throws UsageError if a folder is no project. A project that has lost a file still counts if it has papers. */
export function requireProject(root: string): void {
  if (!isProject(root) && listPapers(root).length === 0) throw new UsageError(describeMissingProject(root));
}

function describeMissingProject(root: string): string {
  return [
    `there is no project in ${resolve(root)}`,
    'A project is a folder that has data/organisation.yaml and templates/.',
    'Run the command in a project or in any folder below it, or name the project with --root.',
    'To start a new project, run: papers init',
  ].join('\n');
}
