import type { ArchiveOwner } from '../pages/archive-owner.js';
import { readArchive, type ArchivedVersion } from '../read-archive.js';
import { hashRegister } from '../register.js';
import { checkSeals, type CheckedSeal } from '../seal/check-seals.js';
import { checkExpected } from './check-expected.js';
import { findLinks } from './find-links.js';
import { findStrays } from './find-strays.js';
import { joinVerdicts, type Verdict } from './verdict.js';
import { verifyFiles } from './verify-files.js';
import { verifyHistory } from './verify-history.js';
import { verifyPages } from './verify-pages.js';
import { verifyWithdrawn } from './verify-withdrawn.js';
import { verifyRebuild, type OtherBuild, type Rebuilder, type RebuildVerdict } from './verify-rebuild.js';

/** The choices of a verification. */
export interface Verification {
  /** The folder below the archive to verify; "" for all of it. */
  part: string;
  /** The SHA-256 of an earlier state of the register, which the archive must continue. Null if nothing is expected. */
  expected: string | null;
  /** Null if it is not known, so that nothing shows how the index and the notices should read. */
  owner: ArchiveOwner | null;
  /** The certificates that seals are checked with. Null if the project names none. */
  trusted: readonly Uint8Array[] | null;
  /** Returns null to compare hashes only. Called when the number of versions is known. */
  chooseRebuilder: (versions: number) => Rebuilder | null;
  /** Called before each version, to show progress. */
  onVersion: (folder: string) => void;
}

export interface ArchiveVerdict extends Verdict {
  versions: ArchivedVersion[];
  /** The versions that another build of the program issued, as far as they were rebuilt. */
  otherBuilds: OtherBuild[];
  /** The SHA-256 of the register. Null if it is missing or empty. */
  register: string | null;
  /** The seals that hold, the oldest first. */
  seals: CheckedSeal[];
}

/** Verifies an archive, or the part of it below a folder. */
export async function verifyArchive(archive: string, options: Verification): Promise<ArchiveVerdict> {
  const state = readArchive(archive);
  const isInPart = ({ path }: { path: string }): boolean => isBelow(options.part, path);
  const versions = state.versions.filter(({ folder }) => isBelow(options.part, folder));
  const whole = joinVerdicts([
    verifyHistory(archive, state),
    verifyPages(archive, state, options.owner),
    { faults: [...findStrays(archive), ...findLinks(archive)], remarks: [] },
  ]);
  const verdicts: Verdict[] = [
    { faults: whole.faults.filter(isInPart), remarks: whole.remarks.filter(isInPart) },
    { faults: options.expected === null ? [] : checkExpected(state, options.expected), remarks: [] },
  ];
  const sealed = await checkSeals(archive, options.trusted);
  const sealFaults = [...sealed.faults, ...sealed.unlisted].filter(isInPart);
  verdicts.push({ faults: sealFaults, remarks: [] });
  const rebuilder = options.chooseRebuilder(versions.length);
  const otherBuilds: OtherBuild[] = [];
  for (const version of versions) {
    options.onVersion(version.folder);
    const { faults, otherBuild } = await verifyVersion(archive, version, rebuilder);
    verdicts.push({ faults, remarks: [] });
    if (otherBuild) otherBuilds.push(otherBuild);
  }
  const register = state.register.length > 0 ? hashRegister(state.register) : null;
  return { ...joinVerdicts(verdicts), versions, otherBuilds, register, seals: sealed.seals };
}

function isBelow(part: string, path: string): boolean {
  return part === '' || path === part || path.startsWith(`${part}/`);
}

/**
 * Verifies the files of a version, and compares it with a rebuild. A withdrawn version has no files. A changed PDF is reported by
 * both: the rebuild says more.
 */
async function verifyVersion(
  archive: string,
  version: ArchivedVersion,
  rebuilder: Rebuilder | null,
): Promise<RebuildVerdict> {
  if (version.withdrawal) return { faults: verifyWithdrawn(archive, version), otherBuild: null };
  const changed = verifyFiles(archive, version);
  if (!rebuilder) return { faults: changed, otherBuild: null };
  const { faults, otherBuild } = await verifyRebuild(archive, version, rebuilder);
  const reported = new Set(changed.map(({ path }) => path).filter((path) => !path.endsWith('.pdf')));
  return { faults: [...changed, ...faults.filter(({ path }) => !reported.has(path))], otherBuild };
}
