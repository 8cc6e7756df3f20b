import { join } from 'node:path';
import { ARCHIVE, listVersions } from '../archive/list-versions.js';
import type { BuildReport } from '../build-report/build-report.js';
import { listSourceHashes } from '../inputs/list-source-hashes.js';
import { isError, removeDuplicates } from '../model/problem.js';
import { sha256 } from '../sha256.js';
import type { PaperOutcome } from './build-papers.js';
import { makeToolRecord } from './make-tool-record.js';

/** Describes the project as it is now: its papers, its files and its issued versions. */
export function describeProject(
  root: string,
  papers: BuildReport['project']['papers'],
): BuildReport['project'] {
  return { papers, inputs: listSourceHashes(root), issued: listVersions(join(root, ARCHIVE)) };
}

/** Makes the report of one run. `papers` in `project` are all papers, and `outcomes` those that this run built. */
export function makeBuildReport(
  request: Pick<BuildReport, 'shard' | 'project'> & { period: string | null; madeAt: Date | null },
  outcomes: readonly PaperOutcome[],
): BuildReport {
  const { name, version, program, node, zlib } = makeToolRecord();
  return {
    format: 'committee-papers-build-report-1',
    tool: { name, version, program, node, zlib },
    shard: request.shard,
    period: request.period,
    madeAt: request.madeAt?.toISOString() ?? null,
    project: request.project,
    papers: outcomes.map(describeOutcome),
  };
}

function describeOutcome({ period, paper, files, problems }: PaperOutcome): BuildReport['papers'][number] {
  const unique = removeDuplicates(problems);
  const errors = unique.filter(isError).length;
  return {
    period,
    paper,
    result: files === null ? 'failed' : 'built',
    errors,
    warnings: unique.length - errors,
    outputs: (files ?? [])
      .map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
