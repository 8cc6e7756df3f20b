import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject, type Copy } from './run-papers.js';
import { writeLongEstates, writeLongMinutes } from './write-long-words.js';
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
  ['minutes with words of 300 letters', () => change('allotment-minutes', writeLongMinutes)],
  ['a review with words of 300 letters', () => change('estates-review', writeLongEstates)],
  [
    'minutes in Liberation Sans with words of 300 letters',
    () => change('allotment-minutes', writeInLiberation),
  ],
];

function change(name: string, edit: (copy: Copy) => void): Project {
  const copy = copyProject(join('tests/papers', name));
  edit(copy);
  return copy;
}

function writeInLiberation(copy: Copy): void {
  writeLongMinutes(copy);
  copy.change('templates/theme/theme.yaml', (text) =>
    text.replace(/^colours:/m, 'typeface: Liberation Sans\ncolours:'),
  );
}

function copyAwkwardPaper(): Project {
  const root = mkdtempSync(join(tmpdir(), 'papers-'));
  writeAwkwardPaper(root, 'final');
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
