import type { ArchiveVerdict } from '../archive/verify/verify-archive.js';
import type { CheckedSeal } from '../archive/seal/check-seals.js';
import type { OtherBuild } from '../archive/verify/verify-rebuild.js';
import type { ArchiveFinding } from '../archive/read-archive.js';
import { formatCount, joinFirstNames } from '../format/words.js';
import { describeSeal } from './describe-seal.js';
import { formatPath } from './format-path.js';
import { print } from './print.js';

/** The most names that one sentence lists. */
const MOST_NAMES = 3;

/** Prints the verdict on an archive: first one sentence, and then only what the reader needs. */
export function printVerdict(verdict: ArchiveVerdict, archive: string, isRebuilt: boolean): void {
  const { faults, remarks, versions, otherBuilds, register, seals } = verdict;
  const withdrawn = versions.filter(({ withdrawal }) => withdrawal !== null).length;
  if (faults.length > 0) printFaults(faults, archive);
  else if (versions.length === 0) print('Nothing has been issued.');
  else
    print(
      `Fine: ${formatCount(versions.length, 'version is', 'versions are')} as issued${describeWithdrawn(withdrawn)}.`,
    );
  if (versions.length === 0) return;
  const rebuilds = isRebuilt
    ? describeRebuilds(otherBuilds, versions.length, withdrawn)
    : ['Only hashes, chain, names and register were checked. To rebuild each version, too, use --rebuild.'];
  for (const sentence of [...(faults.length > 0 ? [] : rebuilds), ...describeRemarks(remarks, archive)])
    print(sentence);
  if (faults.length === 0) for (const sentence of describeSeals(seals)) print(sentence);
  if (register !== null && faults.length === 0) print(`SHA-256 of the register, for --expect: ${register}`);
}

function printFaults(faults: ArchiveFinding[], archive: string): void {
  const lines = [
    `Not as issued: ${formatCount(faults.length, 'fault')}.`,
    ...faults.map(({ path, message }) => `${formatPath(archive, path)}: error: ${message}`),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}

function describeWithdrawn(count: number): string {
  return count === 0 ? '' : `; ${count} of them ${count === 1 ? 'is' : 'are'} withdrawn`;
}

function describeRebuilds(otherBuilds: OtherBuild[], versions: number, withdrawn: number): string[] {
  if (otherBuilds.length > 0)
    return MEANINGS.flatMap(({ result, meaning }) => {
      const builds = otherBuilds.filter((build) => build.result === result);
      return builds.length > 0 ? [describeOtherBuilds(builds, meaning)] : [];
    });
  if (versions === withdrawn) return [];
  return [`The sources inside each version${withdrawn > 0 ? ' that is public' : ''} give the same bytes.`];
}

const MEANINGS: { result: OtherBuild['result']; meaning: string }[] = [
  { result: 'same words and figures', meaning: 'makes the same words and figures, in other bytes' },
  { result: 'other words or figures', meaning: 'makes other words or figures (--json lists them)' },
  { result: 'cannot be rebuilt', meaning: 'cannot build the sources' },
];

/** Says in a sentence what it means that other builds of the program issued versions. */
function describeOtherBuilds(builds: OtherBuild[], meaning: string): string {
  const versions = formatCount(builds.length, 'version is', 'versions are');
  const tools = builds.map(
    ({ tool: { version, program, node } }) => `${version}, SHA-256 ${program.slice(0, 12)}…, Node ${node}`,
  );
  const names = joinFirstNames([...new Set(tools)], MOST_NAMES);
  return `${versions} by another build of the program. That is no fault: this build ${meaning}. For the same bytes, use the build that manifest.json names (${names}).`;
}

function describeRemarks(remarks: ArchiveFinding[], archive: string): string[] {
  const others = remarks.length - MOST_NAMES;
  return [
    ...remarks.slice(0, MOST_NAMES).map(({ path, message }) => `${formatPath(archive, path)}: ${message}`),
    ...(others > 0 ? [`papers archive rewrites ${formatCount(others, 'other page')}, too.`] : []),
  ];
}

/** The newest seal covers what the others do. */
function describeSeals(seals: readonly CheckedSeal[]): string[] {
  const newest = seals.at(-1);
  return newest ? [`${formatCount(seals.length, 'seal holds', 'seals hold')}. ${describeSeal(newest)}`] : [];
}
