import { join } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { sha256 } from '../../sha256.js';
import { completeRegister } from '../complete-register.js';
import type { ArchiveOwner } from '../pages/archive-owner.js';
import { derivePages, findChangedPages } from '../pages/derive-pages.js';
import { readArchive, replaceVersion, type ArchivedVersion, type ArchiveFinding } from '../read-archive.js';
import { hashRegister } from '../register.js';
import { removeLeftovers } from '../staging.js';
import { runSteps, type Step } from '../step.js';
import { encodeWithdrawal, type Withdrawal } from '../withdrawal.js';
import { checkWithdrawal } from './check-withdrawal.js';
import { findQuotes } from './find-quotes.js';
import { getKeptFolder } from './kept-folder.js';
import { planWithdrawalSteps } from './plan-withdrawal-steps.js';

/** A request to withdraw a version. */
export interface WithdrawalRequest {
  archive: string;
  /** The version's folder below the archive. It exists. */
  folder: string;
  /** The day of the withdrawal, as YYYY-MM-DD. */
  withdrawnOn: string;
  reason: string;
  owner: ArchiveOwner;
  /** The name of the temporary folders: unique, and begins with STAGING_PREFIX. */
  staging: string;
}

/** A withdrawal that has not begun. */
export interface PlannedVersion {
  version: ArchivedVersion;
  /** Later versions that quote it. They stay public. */
  quotes: ArchivedVersion[];
  steps: Step[];
}

/** Plans a withdrawal. The value is null if it is refused, with the reasons. Writes nothing. */
export function planWithdrawal(request: WithdrawalRequest): {
  value: PlannedVersion | null;
  refusals: ArchiveFinding[];
} {
  const { archive, folder, withdrawnOn, reason, owner, staging } = request;
  const state = readArchive(archive);
  const version = state.versions.find((candidate) => candidate.folder === folder);
  const refusals = checkWithdrawal(archive, state, folder, withdrawnOn);
  if (!version || refusals.length > 0) return { value: null, refusals };
  const register = completeRegister(state);
  const withdrawal: Withdrawal = {
    format: 'committee-papers-withdrawal-1',
    folder,
    manifest: version.sha256,
    withdrawnOn,
    reason,
    register: hashRegister(register),
  };
  const record = encodeWithdrawal(withdrawal);
  const withdrawn = { ...version, withdrawal: { ...withdrawal, sha256: sha256(record) } };
  const pages = derivePages(replaceVersion({ ...state, register }, withdrawn), owner);
  const changed = findChangedPages(archive, pages);
  const replaced = new Set(changed.map(({ name }) => name));
  const names = version.manifest.outputs.map(({ name }) => name);
  const kept = getKeptFolder(archive);
  const steps = planWithdrawalSteps({
    archive,
    kept,
    staging,
    folder,
    files: existsSync(join(kept, folder))
      ? []
      : names.map((name) => ({ name, bytes: readFileSync(join(archive, folder, name)) })),
    record,
    pages: changed,
    removed: names.filter((name) => !replaced.has(`${folder}/${name}`)),
  });
  return { value: { version: withdrawn, quotes: findQuotes(state.versions, version), steps }, refusals: [] };
}

/**
 * Withdraws a version. Returns null and the reasons if it is refused. The caller must have the archive locked. Throws the error
 * of a failed write.
 */
export function withdrawVersion(request: WithdrawalRequest): {
  value: ArchivedVersion | null;
  refusals: ArchiveFinding[];
} {
  const folders = [request.archive, getKeptFolder(request.archive)];
  folders.forEach(removeLeftovers);
  const { value: planned, refusals } = planWithdrawal(request);
  if (!planned) return { value: null, refusals };
  runSteps(planned.steps, folders);
  return { value: planned.version, refusals: [] };
}
