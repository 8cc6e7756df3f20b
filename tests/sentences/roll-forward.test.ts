import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isMap, parse, parseDocument, type Document } from 'yaml';
import { readSentences } from '../support/read-sentences.js';
import { copyProject, runPapers } from '../support/run-papers.js';

/** One more quarter of the reference paper. */
interface NextPeriod {
  period: string;
  meeting: string;
  fill: Record<string, Record<string, unknown>>;
  prints?: string[];
  'never-prints'?: string[];
}

const PAPER = 'tp-thematic-performance';
const periods = parse(readFileSync('tests/sentences/roll-forward.yaml', 'utf8')) as NextPeriod[];

describe('the reference paper, rolled forward quarter by quarter', () => {
  const copy = copyProject('.');
  afterAll(() => copy.remove());

  test.each(periods.map((entry) => [entry.period, entry] as const))('%s', (period, entry) => {
    expect(runPapers(['new', period, '--meeting', entry.meeting, '--root', copy.root]).code).toBe(0);
    for (const [name, values] of Object.entries(entry.fill)) edit(name, (file) => merge(file, [], values));
    for (const name of [`${PAPER}.yaml`, 'commitments.yaml']) edit(name, (file) => file.delete('unreviewed'));
    const run = runPapers(['build', period, PAPER, '--root', copy.root]);
    expect(run.code, run.err).toBe(0);
    const html = readFileSync(join(copy.root, `output/${period}/${PAPER}/${PAPER}.html`), 'utf8');
    const text = readSentences(html);
    expect(text).not.toMatch(/\bto come\b|\b(NaN|undefined|null)\b/);
    for (const passage of entry.prints ?? []) expect(text).toContain(passage);
    for (const passage of entry['never-prints'] ?? []) expect(text).not.toContain(passage);

    function edit(name: string, change: (file: Document) => void): void {
      copy.change(join('data', period, name), (yaml) => {
        const file = parseDocument(yaml);
        change(file);
        return file.toString({ lineWidth: 0 });
      });
    }
  });
});

/** Writes values into a file. Maps are merged with those in the file, except the areas, which differ from quarter to quarter. */
function merge(file: Document, path: string[], values: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(values)) {
    const at = [...path, key];
    const isMerged =
      key !== 'published' && isMap(file.getIn(at, true)) && typeof value === 'object' && value !== null;
    if (isMerged) merge(file, at, value as Record<string, unknown>);
    else file.setIn(at, file.createNode(value));
  }
}
