import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { copyManyPapers, QUARTER, removeProject } from '../support/copy-many-papers.js';
import { hashFiles } from '../support/hash-files.js';
import { runPapers } from '../support/run-papers.js';

/** The command lines of docs/many-papers/, run as the cluster and the CI run them. They need the shell of these systems. */
const FOLDER = 'docs/many-papers';

interface Job {
  kind: string;
  spec: {
    completions?: number;
    parallelism?: number;
    template: {
      spec: {
        containers: { command: string[]; args: string[]; env?: { name: string; value: string }[] }[];
      };
    };
  };
}
interface Workflow {
  env: Record<string, string | number>;
  jobs: Record<
    'build' | 'merge',
    { strategy?: { matrix: { shard: number[] } }; steps: { name?: string; run?: string }[] }
  >;
}

const readJob = (name: string): Job =>
  parseAllDocuments(readFileSync(join(FOLDER, name), 'utf8'))
    .map((document) => document.toJS() as Job)
    .find(({ kind }) => kind === 'Job') as Job;
const workflow = parse(readFileSync(join(FOLDER, 'github-shards.yml'), 'utf8')) as Workflow;

describe.runIf(platform() === 'linux')('the jobs for a cluster, and the workflow', () => {
  const { root } = copyManyPapers(4);
  const bin = join(root, 'bin');
  let outputs: Record<string, string>;

  /** Runs a shell with the built program as `papers`. */
  const run = (command: string[], env: Record<string, string>): string =>
    execFileSync(command[0] ?? '', command.slice(1), {
      cwd: root,
      env: { ...process.env, SOURCE_DATE_EPOCH: '', PATH: `${bin}:${process.env['PATH'] ?? ''}`, ...env },
      encoding: 'utf8',
    });

  beforeAll(() => {
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'papers'),
      `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`,
    );
    chmodSync(join(bin, 'papers'), 0o755);
    runPapers(['build', '--all', '--report', join(root, 'whole.json'), '--root', root]);
    outputs = hashFiles(join(root, 'output', QUARTER));
  });
  afterAll(() => removeProject(root));

  test('build each paper once in the shards of the Indexed Job, and merge the reports', () => {
    const { completions = 0, parallelism, template } = readJob('kubernetes-build.yaml').spec;
    const [container] = template.spec.containers;
    const env = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
    expect([parallelism, Number(env['SHARDS'])]).toEqual([completions, completions]);
    const command = [...(container?.command ?? []), ...(container?.args ?? [])];
    for (let index = 0; index < completions; index++)
      run(command, { ...env, JOB_COMPLETION_INDEX: String(index) });
    const [merge] = readJob('kubernetes-merge.yaml').spec.template.spec.containers;
    run([...(merge?.command ?? []), ...(merge?.args ?? [])], {});
    expect(readFileSync(join(root, 'output/reports/report.json'))).toEqual(
      readFileSync(join(root, 'whole.json')),
    );
    expect(hashFiles(join(root, 'output', QUARTER))).toEqual(outputs);
  });

  test('build each paper once in the shards of the workflow, and merge the reports', () => {
    const { build, merge } = workflow.jobs;
    const shards = build.strategy?.matrix.shard ?? [];
    const find = (job: typeof build, name: string): string =>
      job.steps.find((step) => step.name === name)?.run ?? '';
    const env = { PAPERS: 'papers', SHARDS: String(workflow.env['SHARDS']) };
    expect(shards).toEqual(Array.from({ length: Number(env.SHARDS) }, (_, index) => index + 1));
    for (const shard of shards)
      run(['bash', '-e', '-c', find(build, 'Build').replaceAll('${{ matrix.shard }}', String(shard))], env);
    run(['bash', '-e', '-c', find(merge, 'Merge')], env);
    expect(readFileSync(join(root, 'report.json'))).toEqual(readFileSync(join(root, 'whole.json')));
  });
});
