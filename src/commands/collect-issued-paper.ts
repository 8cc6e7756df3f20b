import { join, posix } from 'node:path';
import { decodeDocument, DOCUMENT } from '../archive/document-file.js';
import { findIssuedPaper, findWithdrawal } from '../archive/find-issued-paper.js';
import type { Withdrawal } from '../archive/withdrawal.js';
import { formatDate } from '../format/dates.js';
import type { AbsentPaper } from '../pack/pack.js';
import type { Archive, ArchivedVersion } from '../archive/read-archive.js';
import { readIfPresent } from '../disk/read-if-present.js';
import type { Meeting, TabledPaper } from '../model/meeting.js';
import { listRecommendation } from '../pack/list-recommendation.js';
import { sha256 } from '../sha256.js';
import type { CollectedPaper, PackFault } from './collected-paper.js';

/** An archive of the project. */
export interface OpenArchive {
  /** The folder in the project, such as `output/archive`. */
  folder: string;
  archive: Archive;
}

/** A paper for a pack, or a fault of its files. The remark is for the user who makes the pack. */
export interface Collected {
  collected: CollectedPaper | null;
  fault: PackFault | null;
  remark: string | null;
}

/**
 * Takes the newest final version of a paper, from the first archive that has one. A paper without one follows later. `packFolder` is
 * the folder that links start from.
 */
export function collectIssuedPaper(
  tabled: TabledPaper,
  meeting: Meeting,
  archives: readonly OpenArchive[],
  { root, packFolder }: { root: string; packFolder: string },
): Collected {
  const found = archives.flatMap(({ folder, archive }) => {
    const issued = findIssuedPaper(archive, meeting, tabled.id);
    return issued ? [{ folder, ...issued }] : [];
  });
  const chosen = found.find(({ final }) => final !== null);
  if (chosen?.final) return takeVersion(chosen.final, chosen.folder, { root, packFolder });
  const withdrawal = archives
    .flatMap(({ archive }) => findWithdrawal(archive, meeting, tabled.id) ?? [])
    .at(0);
  if (withdrawal)
    return { collected: { paper: describeWithdrawn(tabled.id, withdrawal) }, fault: null, remark: null };
  const draft = found[0]?.newest.manifest.version;
  return {
    collected: { paper: { state: 'to follow', id: tabled.id, reason: tabled.toFollowReason } },
    fault: null,
    remark:
      draft === undefined
        ? null
        : `${tabled.id} is to follow: only drafts of it are issued, the last is ${draft}.`,
  };
}

function describeWithdrawn(id: string, { withdrawnOn, reason }: Withdrawal): AbsentPaper {
  return { state: 'withdrawn', id, reason: `on ${formatDate(withdrawnOn)}: ${reason}` };
}

function takeVersion(
  { folder: versionFolder, manifest }: ArchivedVersion,
  archiveFolder: string,
  { root, packFolder }: { root: string; packFolder: string },
): Collected {
  const folder = `${archiveFolder}/${versionFolder}`;
  const link = (name: string): string => encodeURI(posix.relative(packFolder, `${folder}/${name}`));
  const pdf = manifest.outputs.find(({ name }) => name === `${manifest.paper.id}.pdf`);
  const page = manifest.outputs.find(({ name }) => name === `${manifest.paper.id}.html`);
  const fail = (path: string, message: string): Collected => ({
    collected: null,
    fault: { path, message },
    remark: null,
  });
  if (!pdf) return fail(folder, 'was issued without a PDF');
  const file = `${folder}/${pdf.name}`;
  const bytes = readIfPresent(join(root, file));
  if (!bytes)
    return fail(file, 'is missing. Restore it from a backup, and check the archive: papers verify all');
  if (sha256(bytes) !== pdf.sha256)
    return fail(
      file,
      'has changed since it was issued. Restore it, and check the archive: papers verify all',
    );
  const stored = readIfPresent(join(root, folder, DOCUMENT));
  const document = stored && decodeDocument(stored)?.document;
  const paper = {
    state: 'packed' as const,
    id: manifest.paper.id,
    version: manifest.version,
    recommendation: document ? listRecommendation(document) : [],
    page: page ? link(page.name) : null,
    pdf: link(pdf.name),
    bytes: bytes.length,
  };
  return { collected: { paper, bytes, madeAt: new Date(manifest.madeAt), file }, fault: null, remark: null };
}
