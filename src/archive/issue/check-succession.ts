import { compareVersions, formatVersion } from '../../model/edition.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Manifest } from '../manifest.js';
import type { ArchivedVersion } from '../read-archive.js';

/** Checks a new version against the versions before it. Reports only the first reason to refuse the version number. */
export function checkSuccession(manifest: Manifest, history: ArchivedVersion[]): Problem[] {
  const newest = history.at(-1)?.manifest;
  if (!newest) {
    const refusal = checkFirstFinal(manifest, null);
    return refusal ? [refusal] : [];
  }
  const refusal =
    checkIsNew(manifest, newest, history) ??
    checkOrder(manifest, newest) ??
    checkFirstFinal(manifest, newest) ??
    checkPeriod(manifest, newest) ??
    checkDifference(manifest, newest);
  return refusal ? [refusal] : [...checkNote(manifest, newest), ...checkDate(manifest, newest)];
}

function checkIsNew({ version }: Manifest, newest: Manifest, history: ArchivedVersion[]): Problem | null {
  if (!history.some(({ manifest }) => manifest.version === version)) return null;
  const message = `${formatVersion(version)} has been issued, and an issued version never changes`;
  return makeError('version-is-new', undefined, message, { expected: formatNextVersions(newest.version) });
}

function checkOrder({ version }: Manifest, newest: Manifest): Problem | null {
  if (compareVersions(version, newest.version) > 0) return null;
  const message = `${version} comes before ${formatVersion(newest.version)}, which has been issued`;
  return makeError('version-comes-after', undefined, message, {
    expected: formatNextVersions(newest.version),
  });
}

/** Requires 1.0 as the first final version, because a later number would close 1.0 for ever. */
function checkFirstFinal({ version, status }: Manifest, newest: Manifest | null): Problem | null {
  if (status === 'draft' || version === '1.0' || newest?.status === 'final') return null;
  const message = `${version} would be the first final version, and 1.0 could never be issued after it`;
  return makeError('version-comes-after', undefined, message, { expected: '1.0' });
}

function checkPeriod({ paper }: Manifest, newest: Manifest): Problem | null {
  if (paper.period === newest.paper.period) return null;
  const message = `${formatVersion(newest.version)} reports on ${newest.paper.period}, but this paper reports on ${paper.period}`;
  return makeError('version-comes-after', undefined, message, {
    hint: 'A report on another period is another paper. Table it at its own meeting in data/meetings.yaml.',
  });
}

function checkDifference({ content, tool, status }: Manifest, newest: Manifest): Problem | null {
  const isSame =
    newest.content === content && newest.tool.program === tool.program && newest.status === status;
  if (!isSame) return null;
  return makeError(
    'version-differs',
    undefined,
    `the paper says the same as ${formatVersion(newest.version)}`,
    {
      hint: 'There is nothing to issue. Change the paper first.',
    },
  );
}

/** Requires a note when a final version follows a final version. */
function checkNote({ status, note }: Manifest, newest: Manifest): Problem[] {
  if (status !== 'final' || newest.status !== 'final' || note !== null) return [];
  const message = `readers already have ${formatVersion(newest.version)}, so a note must state the changes`;
  return [
    makeError('change-is-explained', undefined, message, {
      expected: '--note "the changes, in a sentence"',
    }),
  ];
}

function checkDate({ madeAt }: Manifest, newest: Manifest): Problem[] {
  if (madeAt >= newest.madeAt) return [];
  const message = `the paper is dated ${formatDay(madeAt)}, before ${formatVersion(newest.version)} of ${formatDay(newest.madeAt)}`;
  return [
    makeError('dates-follow', undefined, message, {
      hint: 'Set made-at: in the paper, or use --made-at.',
    }),
  ];
}

/** Formats "0.3, or 1.0 for a final version" after 0.2, and "1.2" after 1.1. */
function formatNextVersions(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const next = `${major}.${minor + 1}`;
  return major === 0 ? `${next}, or 1.0 for a final version` : next;
}

function formatDay(madeAt: string): string {
  return madeAt.slice(0, 10);
}
