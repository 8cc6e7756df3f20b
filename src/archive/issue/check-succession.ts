import { formatDate } from '../../format/dates.js';
import { compareVersions, formatVersion, getVersionStatus } from '../../model/edition.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Manifest } from '../manifest.js';
import type { ArchivedVersion } from '../read-archive.js';
import type { OtherEdition } from './other-edition.js';

/** What the check of a version knows besides the archive. */
export interface SuccessionContext {
  /** True if the user stated the date of the files for this version. */
  isDateStated: boolean;
  otherEdition: OtherEdition;
}

/** Checks a new version against the versions before it. Reports only the first reason to refuse the version number. */
export function checkSuccession(
  manifest: Manifest,
  history: ArchivedVersion[],
  { isDateStated, otherEdition }: SuccessionContext,
): Problem[] {
  const { manifest: newest, withdrawal } = history.at(-1) ?? {};
  const last =
    [newest?.version, otherEdition.newest]
      .filter((version) => version != null)
      .sort(compareVersions)
      .at(-1) ?? null;
  if (!newest) {
    const refusal = checkFirstFinal(manifest, last) ?? checkGap(manifest, last);
    return refusal ? [refusal] : [];
  }
  const refusal =
    checkIsNew(manifest, newest, history) ??
    checkOrder(manifest, newest) ??
    checkFirstFinal(manifest, last) ??
    checkGap(manifest, last) ??
    checkPeriod(manifest, newest) ??
    // A version that was withdrawn by mistake can be issued again without a change.
    (withdrawal || otherEdition.mayHaveChanged ? null : checkDifference(manifest, newest));
  if (refusal) return [refusal];
  return [
    ...checkNote(manifest, newest),
    ...checkDate(manifest, newest),
    ...checkCorrection(manifest, newest, isDateStated),
  ];
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
function checkFirstFinal({ version, status }: Manifest, last: string | null): Problem | null {
  if (status === 'draft' || version === '1.0') return null;
  if (last !== null && getVersionStatus(last) === 'final') return null;
  const message = `${version} would be the first final version, and 1.0 could never be issued after it`;
  return makeError('version-comes-after', undefined, message, { expected: '1.0' });
}

/** Refuses a number that leaves others out, because a reader would look for the versions between. */
function checkGap({ version }: Manifest, last: string | null): Problem | null {
  if (listNextVersions(last).includes(version)) return null;
  const message =
    last === null
      ? `${version} would be the first version`
      : `${version} would leave a gap after ${formatVersion(last)}`;
  return makeError('version-comes-after', undefined, message, {
    expected: formatNextVersions(last),
    hint: 'A reader of the archive would look for the versions between.',
  });
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

/**
 * Requires that a correction has its own dates. The rule on notice then judges its own day of publication. A date or a day that was
 * taken over from the version before would say that readers had the correction when they did not.
 */
function checkCorrection(manifest: Manifest, newest: Manifest, isDateStated: boolean): Problem[] {
  if (manifest.status !== 'final' || newest.status !== 'final') return [];
  const isSameDay = formatDay(manifest.madeAt) === formatDay(newest.madeAt);
  return [
    ...(isSameDay && !isDateStated ? [reportInheritedDate(newest)] : []),
    ...(isSameDay ? [] : checkOwnPublication(manifest, newest)),
  ];
}

function reportInheritedDate({ version, madeAt }: Manifest): Problem {
  const message = `the paper has the date of ${formatVersion(version)}, ${formatDate(formatDay(madeAt))}`;
  return makeError('correction-is-dated', undefined, message, {
    expected: 'the day of the correction, as made-at: in the paper or as --made-at',
    hint: 'If the correction is of the same day, state that day with --made-at.',
  });
}

function checkOwnPublication(manifest: Manifest, newest: Manifest): Problem[] {
  const [published, before] = [manifest, newest].map(({ openToInspection }) => openToInspection.publishedOn);
  if (typeof published !== 'string' || typeof before !== 'string' || published > before) return [];
  const message = `the paper was published on ${formatDate(published)}, but ${formatVersion(newest.version)} was published on ${formatDate(before)}`;
  return [
    makeError('correction-is-published', undefined, message, {
      expected: 'published: with the day on which the correction is published',
      hint: 'If that is too late for the notice of the meeting, give the reason as urgency: in the paper.',
    }),
  ];
}

/** Lists the versions that can follow: 0.3 and 1.0 after 0.2, and 1.2 and 2.0 after 1.1. */
function listNextVersions(version: string | null): string[] {
  const [major = 0, minor = 0] = (version ?? '0.0').split('.').map(Number);
  return [`${major}.${minor + 1}`, `${major + 1}.0`];
}

/** Formats "0.3, or 1.0 for a final version" after 0.2, and "1.2, or 2.0 for a new edition" after 1.1. */
function formatNextVersions(version: string | null): string {
  const [next = '', edition = ''] = listNextVersions(version);
  return `${next}, or ${edition} for a ${edition === '1.0' ? 'final version' : 'new edition'}`;
}

function formatDay(madeAt: string): string {
  return madeAt.slice(0, 10);
}
