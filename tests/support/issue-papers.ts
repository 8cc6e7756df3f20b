import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/archive/manifest.js';
import { copyProject, runPapers, type Copy, type Run } from './run-papers.js';

/** The day that the paper states. A correction of the same day must state it again. */
const PAPER_DAY = '2024-10-25';

/** A project with an archive that a test can issue papers in and damage. */
export interface Project extends Copy {
  archive: string;
  /** The paper's folder in the archive. */
  folder: string;
  papers: (...args: string[]) => Run;
  /** Issues a version with the paper's own day, unless `more` has --made-at. */
  issue: (version: string, ...more: string[]) => Run;
  /** Changes a word of the paper, so that a new version can be issued. */
  reword: () => void;
  /** Returns the path of a file of a version. */
  path: (version: string, name: string) => string;
  manifest: (version: string) => Manifest;
}

/** Copies the invented parks paper: report 012 of the meeting on 5 November 2024, with the status final. */
export function copyParksProject(): Project {
  const copy = copyProject('tests/papers/parks-update');
  const archive = join(copy.root, 'output/archive');
  const folder = 'parks/2024-11-05/012-parks-update';
  const papers = (...args: string[]): Run => runPapers([...args, '--root', copy.root]);
  const path = (version: string, name: string): string => join(archive, folder, `v${version}`, name);
  let words = 0;
  return {
    ...copy,
    archive,
    folder,
    papers,
    path,
    issue: (version, ...more) =>
      papers(
        'issue',
        '--as',
        version,
        ...(more.includes('--made-at') ? [] : ['--made-at', PAPER_DAY]),
        ...more,
      ),
    reword: () =>
      copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
        text.replace(/First[^.]*the benches/, `First (${'abcdefgh'.charAt(words++)}) the benches`),
      ),
    manifest: (version) => JSON.parse(readFileSync(path(version, 'manifest.json'), 'utf8')) as Manifest,
  };
}
