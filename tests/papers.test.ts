import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readHtml } from './support/read-html.js';
import { readPdf } from './support/read-pdf.js';
import { copyProject, runPapers } from './support/run-papers.js';

/** Each folder of tests/papers is a project, and `expected/` has its outputs. A mismatch writes a `.changed` file for review. */
const cases = readdirSync('tests/papers');
const copies: { remove: () => void }[] = [];
afterAll(() => copies.forEach((copy) => copy.remove()));

test.each(cases)('builds %s as expected', async (name) => {
  const copy = copyProject(join('tests/papers', name));
  copies.push(copy);
  const run = runPapers(['build', '--root', copy.root, '--json']);
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  const { files } = JSON.parse(run.out) as { files: string[] };
  const expected = join('tests/papers', name, 'expected');
  const pdf = await readPdf(readFileSync(join(copy.root, files[0] ?? '')));
  compare(join(expected, 'text.txt'), pdf.pages.map((page) => page.text).join('\n\f\n'));
  compare(
    join(expected, 'outline.txt'),
    pdf.outline.map(({ title, level, page }) => `${'  '.repeat(level - 1)}${title} … ${page}`).join('\n'),
  );
  compare(join(expected, 'figures.csv'), readFileSync(join(copy.root, files[1] ?? ''), 'utf8'));
  compare(
    join(expected, 'page.html'),
    readHtml(readFileSync(join(copy.root, files[2] ?? ''), 'utf8')).structure,
  );
});

function compare(path: string, actual: string): void {
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (expected !== actual && !process.env['CI']) writeFileSync(`${path}.changed`, actual);
  expect.soft(actual).toBe(expected);
}
