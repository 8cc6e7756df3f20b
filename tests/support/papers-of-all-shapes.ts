import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject, type Copy } from './run-papers.js';
import { writeAwkwardPaper } from './stress-projects.mjs';

type Project = Pick<Copy, 'root' | 'remove'>;

/** The reference paper, the starter's paper, the projects of tests/papers, and a paper with every construct. Each is copied on request. */
export const papersOfAllShapes: [name: string, copy: () => Project][] = [
  ['the reference paper', () => copyProject('.')],
  ['the first paper of a new project', () => copyProject('dist/starter')],
  ...readdirSync('tests/papers').map((name): [string, () => Project] => [
    name,
    () => copyProject(join('tests/papers', name)),
  ]),
  ['an awkward paper', copyAwkwardPaper],
];

function copyAwkwardPaper(): Project {
  const root = mkdtempSync(join(tmpdir(), 'papers-'));
  writeAwkwardPaper(root, 'final');
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
