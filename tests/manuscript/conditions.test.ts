import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, runPapers } from '../support/run-papers.js';

test('ends a paragraph at an empty line of the author, but not at an empty condition', async () => {
  const copy = copyProject('tests/papers/parks-update');
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace(
      'The KPI follows',
      [
        'Before it.',
        '{{#if facts.bins.reason}}Never said.{{/if}}',
        '{{#if facts.bins.reason}}Never',
        'said.{{/if}}',
        'After it.',
        '{{#if facts.bins.value}}',
        '',
        'A paragraph of its own.',
        '{{/if}}',
        '{{#unless facts.bins.reason}}Its second sentence.{{/unless}}',
        'The KPI follows',
      ].join('\n      '),
    ),
  );
  const run = runPapers(['build', '--root', copy.root]);
  expect(run.code, run.err).toBe(0);
  const file = join(copy.root, 'output/2024-25-q2/parks-update/parks-update.pdf');
  const { body } = await readPdf(readFileSync(file));
  copy.remove();
  expect(body).toContain(
    'says more. Before it. After it. 1.3. A paragraph of its own. Its second sentence. The',
  );
});
