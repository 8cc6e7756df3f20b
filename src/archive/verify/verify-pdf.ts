import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { formatDate } from '../../format/dates.js';
import { compareVersions, formatVersion } from '../../model/edition.js';
import { sha256 } from '../../sha256.js';
import { InvalidSources, type Sources } from '../../sources/unpack-sources.js';
import { findHistory } from '../paper-history.js';
import { readArchive, type ArchivedVersion } from '../read-archive.js';
import { nameReport } from '../version-folder.js';
import { getKeptFolder } from '../withdraw/kept-folder.js';
import { comparePdfs } from './compare-pdfs.js';
import { compareWithRebuild } from './compare-with-rebuild.js';
import { extractSources } from './extract-sources.js';
import { InvalidPdf } from './pdf-objects.js';
import type { Rebuilder } from './verify-rebuild.js';

/** The result of the check of one PDF. */
export interface PdfVerdict {
  /** The issued version that the PDF is or claims to be. */
  version: ArchivedVersion | null;
  /** True for an unchanged issued version, and for a working copy that its own sources confirm. */
  isGood: boolean;
  /** Sentences: first the identity of the PDF, then its differences. */
  statements: string[];
}

/** Compares a PDF with the archive, or with the sources inside it if the archive does not have its version. */
export async function verifyPdf(pdf: Uint8Array, archive: string, rebuilder: Rebuilder): Promise<PdfVerdict> {
  const { versions } = readArchive(archive);
  const hash = sha256(pdf);
  const issued = versions.find(({ manifest }) => manifest.outputs.some((output) => output.sha256 === hash));
  if (issued) return describeIssued(issued, versions);
  try {
    const sources = await extractSources(pdf);
    const claimed = findClaimedVersion(sources, versions);
    if (claimed) return await compareWithArchive(pdf, claimed, archive);
    return await compareWithSources(pdf, sources, versions.length > 0, rebuilder);
  } catch (error) {
    if (error instanceof InvalidPdf || error instanceof InvalidSources)
      return {
        version: null,
        isGood: false,
        statements: ['no version in this archive has these bytes', error.message],
      };
    throw error;
  }
}

function describeIssued(issued: ArchivedVersion, versions: ArchivedVersion[]): PdfVerdict {
  return {
    version: issued,
    isGood: true,
    statements: [
      `it is ${describeVersion(issued)}, byte for byte`,
      ...describeWithdrawal(issued),
      ...describeSuccessor(issued, versions),
    ],
  };
}

function describeVersion({ manifest }: ArchivedVersion): string {
  const { paper, version, committee, meeting } = manifest;
  return `${formatVersion(version)} of ${nameReport(paper)} (${committee.name}, ${meeting})`;
}

function describeWithdrawal({ withdrawal }: ArchivedVersion): string[] {
  if (!withdrawal) return [];
  return [`it was withdrawn on ${formatDate(withdrawal.withdrawnOn)}: ${withdrawal.reason}`];
}

function describeSuccessor({ manifest }: ArchivedVersion, versions: ArchivedVersion[]): string[] {
  const newest = findHistory(versions, manifest).at(-1)?.manifest.version;
  if (newest === undefined || compareVersions(newest, manifest.version) <= 0) return [];
  return [`it has been superseded by ${formatVersion(newest)}`];
}

/** Finds the version that a PDF claims to be, by the record in its sources. */
function findClaimedVersion({ record }: Sources, versions: ArchivedVersion[]): ArchivedVersion | null {
  const claimed = versions.find(
    ({ manifest: { paper, version } }) =>
      version === record.version && paper.id === record.paper && paper.period === record.period,
  );
  return claimed ?? null;
}

async function compareWithArchive(
  pdf: Uint8Array,
  claimed: ArchivedVersion,
  archive: string,
): Promise<PdfVerdict> {
  const output = claimed.manifest.outputs.find(({ name }) => name.endsWith('.pdf'));
  const place = claimed.withdrawal ? getKeptFolder(archive) : archive;
  const issued = readIfPresent(join(place, claimed.folder, output?.name ?? ''));
  const lost = claimed.withdrawal
    ? 'the issued file was withdrawn, and is not here to compare with'
    : 'the copy in the archive has changed too: run papers verify';
  const differences =
    issued && sha256(issued) === output?.sha256 ? (await comparePdfs(pdf, issued)).differences : [lost];
  const claim = `its label is ${describeVersion(claimed)}, but it differs from the issued file`;
  return {
    version: claimed,
    isGood: false,
    statements: [claim, ...describeWithdrawal(claimed), ...differences],
  };
}

async function compareWithSources(
  pdf: Uint8Array,
  sources: Sources,
  hasVersions: boolean,
  rebuilder: Rebuilder,
): Promise<PdfVerdict> {
  const { version, paper, period } = sources.record;
  const name = `${paper} for ${period}`;
  const claim =
    version === null
      ? `it is a working copy of ${name}, which was never issued`
      : `its label is ${formatVersion(version)} of ${name}, which this archive does not have`;
  const { matches, sentences } = await compareWithRebuild(pdf, sources, rebuilder);
  const isUnknownVersion = version !== null && hasVersions;
  return { version: null, isGood: matches && !isUnknownVersion, statements: [claim, ...sentences] };
}
