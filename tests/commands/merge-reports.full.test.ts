import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { BuildReport } from '../../src/build-report/build-report.js';
import { copyManyPapers, FIRST, QUARTER, removeProject } from '../support/copy-many-papers.js';
import { runPapers, type Run } from '../support/run-papers.js';
import { hashFiles } from '../support/hash-files.js';

/** Five papers, built whole and in three shards. */
const { root, change } = copyManyPapers(4);
const inRoot = (name: string): string => join(root, name);
const merge = (...names: string[]): Run => runPapers(['merge-reports', ...names], { cwd: root });
const read = (name: string): BuildReport => JSON.parse(readFileSync(inRoot(name), 'utf8')) as BuildReport;
const buildShard = (shard: string, report: string, ...more: string[]): Run =>
  runPapers(['build', '--shard', shard, '--report', inRoot(report), '--root', root, ...more]);

/** Writes a changed copy of a report. */
function forge(from: string, to: string, edit: (report: BuildReport) => void): void {
  const report = read(from);
  edit(report);
  writeFileSync(inRoot(to), JSON.stringify(report));
}

beforeAll(() => {
  for (const n of [1, 2, 3]) buildShard(`${n}/3`, `${n}.json`);
});
afterAll(() => removeProject(root));

test('builds each paper in one shard, by its position in the sorted list', () => {
  const papers = [1, 2, 3].map((n) => read(`${n}.json`).papers.map(({ paper }) => paper));
  expect(papers).toEqual([
    [FIRST, `${FIRST}-copy-3`],
    [`${FIRST}-copy-1`, `${FIRST}-copy-4`],
    [`${FIRST}-copy-2`],
  ]);
});

test('states the program, the shard, all papers, the inputs and the hash of every output', () => {
  const { tool, shard, project, papers } = read('2.json');
  expect(tool).toMatchObject({
    name: 'committee-papers',
    node: process.versions.node,
    zlib: process.versions.zlib,
  });
  expect(tool.program).toMatch(/^[0-9a-f]{64}$/);
  expect(shard).toEqual({ number: 2, of: 3 });
  expect(project.papers).toHaveLength(5);
  expect(project.inputs.map(({ path }) => path)).toContain(`templates/${FIRST}-copy-2/paper.yaml`);
  expect(papers[0]).toMatchObject({ period: QUARTER, result: 'built', errors: 0, warnings: 0 });
  const hashes = papers[0]?.outputs.map(({ name, sha256 }): [string, string] => [name, sha256]) ?? [];
  expect(Object.fromEntries(hashes)).toEqual(hashFiles(inRoot(`output/${QUARTER}/${FIRST}-copy-1`)));
});

test('fits its JSON schema, which refuses a change of any key', () => {
  const schema = z.fromJSONSchema(
    JSON.parse(readFileSync('schemas/build-report.schema.json', 'utf8')) as never,
  );
  expect(schema.safeParse(read('1.json')).error).toBeUndefined();
  expect(schema.safeParse({ ...read('1.json'), more: 1 }).success).toBe(false);
});

test('merges the shards, in any order, into the report of one build of all papers', () => {
  runPapers(['build', '--all', '--report', inRoot('whole.json'), '--root', root]);
  const { code, out } = merge('3.json', '1.json', '2.json', '--output', 'merged.json');
  expect([code, out]).toEqual([0, 'made merged.json: 5 papers of 3 reports\n']);
  expect(readFileSync(inRoot('merged.json'))).toEqual(readFileSync(inRoot('whole.json')));
  expect(merge('1.json', '2.json', '3.json').out).toBe(readFileSync(inRoot('whole.json'), 'utf8'));
});

test('names the papers of a missing shard, and the command that builds them', () => {
  const { code, err, out } = merge('1.json', '3.json', '--output', 'never.json');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('2 papers are in no report');
  expect(err).toContain(`${QUARTER} ${FIRST}-copy-1\n    ${QUARTER} ${FIRST}-copy-4`);
  expect(err).toContain('papers build --shard 2/3 --report FILE');
  expect(() => read('never.json')).toThrow(/ENOENT/);
});

test('names the reports that have a paper twice', () => {
  forge('1.json', '1-again.json', () => undefined);
  const { code, err } = merge('1.json', '1-again.json', '2.json', '3.json');
  expect(code).toBe(1);
  expect(err).toContain('2 papers are in more than one report');
  expect(err).toContain(`${QUARTER} ${FIRST}: 1.json and 1-again.json`);
});

test('says that the reports are of different numbers of shards', () => {
  buildShard('2/2', 'half.json');
  const { code, err } = merge('1.json', 'half.json');
  expect(code).toBe(1);
  expect(err).toContain('The reports are of 2 and 3 shards. Build all shards with one number.');
});

test('refuses reports of different programs, and names each', () => {
  forge('2.json', 'other-program.json', ({ tool }) => (tool.program = 'a'.repeat(64)));
  forge('3.json', 'other-node.json', ({ tool }) => (tool.node = '22.1.0'));
  const { code, err } = merge('1.json', 'other-program.json', 'other-node.json');
  expect(code).toBe(1);
  expect(err).toContain('the reports come from different programs');
  expect(err).toMatch(/program aaaaaaaaaaaa…, .*: other-program\.json/);
  expect(err).toMatch(/Node 22\.1\.0, .*: other-node\.json/);
});

test('names the file that changed between two shards', () => {
  const path = `data/${QUARTER}/facts.yaml`;
  change(path, (text) => `${text}# a later save\n`);
  buildShard('3/3', 'later.json');
  change(path, (text) => text.replace('# a later save\n', ''));
  const { code, err } = merge('1.json', '2.json', 'later.json');
  expect(code).toBe(1);
  expect(err).toContain('the builds read different files');
  expect(err).toContain(`${path} differs: 1.json, later.json`);
  expect(err).toContain('Build all shards from one commit of the project.');
});

test('names papers and issued versions that only one shard saw', () => {
  const version = 'parks/2024-11-05/012-parks-update/v0.1';
  mkdirSync(inRoot(`output/archive/${version}`), { recursive: true });
  buildShard('3/3', 'issued.json');
  forge('3.json', 'fewer.json', ({ project }) => project.papers.pop());
  expect(merge('1.json', '2.json', 'issued.json').err).toContain(
    `${version} is in issued.json but not in 1.json`,
  );
  expect(merge('1.json', '2.json', 'fewer.json').err).toContain(
    `${QUARTER} ${FIRST}-copy-4 is in 1.json but not in fewer.json`,
  );
});

test('refuses shards with different dates', () => {
  buildShard('3/3', 'dated.json', '--made-at', '2030-01-02');
  const { code, err } = merge('1.json', '2.json', 'dated.json');
  expect(code).toBe(1);
  expect(err).toContain("all periods, with each paper's own date: 1.json and 2.json");
  expect(err).toContain('all periods, with the date 2030-01-02: dated.json');
});

test('refuses a report that was cut off, or another JSON file', () => {
  writeFileSync(inRoot('cut.json'), readFileSync(inRoot('1.json')).subarray(0, 500));
  writeFileSync(inRoot('other.json'), '{"papers": []}');
  const { code, err } = merge('cut.json', 'other.json', '2.json');
  expect(code).toBe(1);
  expect(err).toContain('cut.json cannot be used\n    the file is incomplete or not JSON');
  expect(err).toContain('other.json cannot be used\n    the file is not a report of papers build --report');
  expect(merge('absent.json')).toMatchObject({ code: 2, err: 'papers: there is no file absent.json\n' });
});

test('merges reports with a failed paper, names it and exits with 1', () => {
  forge('2.json', 'failed.json', ({ papers }) => {
    Object.assign(papers[0] ?? {}, { result: 'failed', errors: 2, outputs: [] });
  });
  const { code, err, out } = merge('1.json', 'failed.json', '3.json');
  expect(code).toBe(1);
  expect(err).toBe(`1 paper failed:\n    ${QUARTER} ${FIRST}-copy-1: 2 errors\n`);
  expect((JSON.parse(out) as BuildReport).papers).toHaveLength(5);
});

test('builds nothing in a shard beyond the last paper, and reports that', () => {
  const { code, out } = buildShard('9/9', 'empty.json');
  expect(code).toBe(0);
  expect(out).toContain('This shard has no papers: there are fewer papers than shards.');
  expect(read('empty.json').papers).toEqual([]);
});
