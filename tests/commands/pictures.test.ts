import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy, type Run } from '../support/run-papers.js';

const MAP = 'data/2031-32-q2/images/stations.svg';
const PAPER = 'data/2031-32-q2/estates-review.yaml';
const ROOF = 'templates/estates-review/images/roof.png';

let copy: Copy;
afterEach(() => copy.remove());

function papers(...args: string[]): Run {
  return runPapers([...args, '--root', copy.root]);
}

function read(path: string): string {
  return readFileSync(join(copy.root, path), 'utf8');
}

test('issues a paper with its pictures, rebuilds it, and shows a replaced picture beside the old one', () => {
  copy = copyProject('tests/papers/estates-review');
  const first = papers('issue', '--as', '1.0');
  expect(first.code, first.err + first.out).toBe(0);
  copy.change(MAP, (text) => text.replace('#1d3c5a', '#a8421f'));
  copy.change(PAPER, (text) =>
    text.replace(
      /^published: .*$/m,
      'published: 2031-12-01\nurgency: The map of the invented stations was wrong.',
    ),
  );
  expect(
    papers('issue', '--as', '1.1', '--note', 'The map has other colours.', '--made-at', '2031-12-01').code,
  ).toBe(0);
  const verified = papers('verify', 'all');
  expect(verified.code, verified.out + verified.err).toBe(0);

  const page = papers('build').code === 0 ? read('output/2031-32-q2/estates-review/estates-review.html') : '';
  expect(page).toContain('img-src data:;');
  expect(page).toMatch(
    /<img src="data:image\/png;base64,[^"]+" alt="A steep brown roof over a door\." width="\d+"/,
  );

  const version = readdirSync(join(copy.root, 'output/archive'), { recursive: true, encoding: 'utf8' });
  const sources = version
    .filter((path) => path.endsWith('sources.zip'))
    .map((path) => read(`output/archive/${path}`));
  expect(sources.map((zip) => [zip.includes(MAP), zip.includes(ROOF)])).toEqual([
    [true, true],
    [true, true],
  ]);

  expect(papers('diff', '1.0', '1.1').out).toContain('Figure 1 replaced');
  const changes = papers('diff', '1.0', '1.1', '--format', 'html').out;
  expect(changes).toContain('img-src data:;');
  expect(changes.match(/<img src="data:image\/svg\+xml;base64,/g)).toHaveLength(2);
});

test('names pictures by their labels', () => {
  copy = copyProject('tests/papers/estates-review');
  expect(papers('labels', '--kind', 'picture').out).toMatch(/picture +\{\{ref "fig-stations"\}\} +Figure 1/);
  expect(papers('explain', 'fig-stations').out).toContain('Figure 1');
});

test('copies the pictures of the narrative for the next period', () => {
  copy = copyProject('tests/papers/estates-review');
  const { code, err, out } = papers('new', '2031-32-q3', '--meeting', '2032-02-03');
  expect(code, err).toBe(0);
  expect(out).toMatch(/stations\.svg +a picture to check/);
  expect(read('data/2031-32-q3/images/stations.svg')).toBe(read(MAP));
});

test('does not follow a link to a picture outside the project', () => {
  const other = copyProject('tests/papers/estates-review');
  copy = copyProject('tests/papers/estates-review');
  rmSync(join(copy.root, ROOF));
  symlinkSync(join(other.root, ROOF), join(copy.root, ROOF));
  const { code, err } = papers('check');
  other.remove();
  expect(code).toBe(1);
  expect(err).toContain(`${ROOF}: the file is outside the project  [file-is-inside]`);
});
