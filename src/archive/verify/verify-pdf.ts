import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { compareVersions, formatVersion } from '../../model/edition.js';
import { comparePdfs, type PdfComparison } from './compare-pdfs.js';
import type { ToolRecord } from '../make-manifest.js';
import { InvalidPdf } from './pdf-objects.js';
import { getPaperFolder, readArchive, type ArchivedVersion } from '../read-archive.js';
import { findPdf, rebuild, type Build } from './rebuild.js';
import { sha256 } from '../../sha256.js';
import { extractSources } from './extract-sources.js';
import { InvalidSources, type Sources } from '../../sources/unpack-sources.js';
import { compareWordsAndFigures } from './verify-rebuild.js';

/** What is known of a PDF that came from anywhere. */
export interface PdfVerdict {
  /** The version that it is, byte for byte, or that it says it is. */
  version: ArchivedVersion | null;
  /** Whether it is what it says: an issued version unchanged, or what its own sources give. */
  good: boolean;
  /** In sentences: what it is, and then what is wrong with it. */
  said: string[];
}

/** Holds a PDF against the archive; one that the archive does not have, against the sources inside it. */
export async function verifyPdf(
  pdf: Uint8Array,
  archive: string,
  build: Build,
  tool: ToolRecord,
): Promise<PdfVerdict> {
  const { versions } = readArchive(archive);
  const hash = sha256(pdf);
  const same = versions.find(({ manifest }) => manifest.outputs.some((one) => one.sha256 === hash));
  if (same)
    return {
      version: same,
      good: true,
      said: [`it is ${describe(same)}, byte for byte`, ...newerThan(same, versions)],
    };
  try {
    const sources = await extractSources(pdf);
    const claimed = claimedVersion(sources, versions);
    if (claimed) return await againstArchive(pdf, claimed, archive);
    return await againstSources(pdf, sources, versions, build, tool);
  } catch (error) {
    if (error instanceof InvalidPdf || error instanceof InvalidSources)
      return {
        version: null,
        good: false,
        said: ['no version in this archive has these bytes', error.message],
      };
    throw error;
  }
}

function describe({ manifest }: ArchivedVersion): string {
  const { paper, version, committee, meeting } = manifest;
  return `${formatVersion(version)} of report ${paper.number}, ${paper.title} (${committee.name}, ${meeting})`;
}

function newerThan({ folder, manifest }: ArchivedVersion, versions: ArchivedVersion[]): string[] {
  const newest = versions.filter((one) => getPaperFolder(one.folder) === getPaperFolder(folder)).at(-1);
  if (!newest || compareVersions(newest.manifest.version, manifest.version) <= 0) return [];
  return [`it has been superseded by ${formatVersion(newest.manifest.version)}`];
}

/** The version that a PDF says it is, by the record among its sources. */
function claimedVersion({ record }: Sources, versions: ArchivedVersion[]): ArchivedVersion | null {
  return (
    versions.find(
      ({ manifest: { paper, version } }) =>
        version === record.version && paper.id === record.paper && paper.quarter === record.quarter,
    ) ?? null
  );
}

async function againstArchive(
  pdf: Uint8Array,
  claimed: ArchivedVersion,
  archive: string,
): Promise<PdfVerdict> {
  const output = claimed.manifest.outputs.find(({ name }) => name.endsWith('.pdf'));
  const issued = readIfPresent(join(archive, claimed.folder, output?.name ?? ''));
  const says = `it says that it is ${describe(claimed)}, and is not that file`;
  if (!issued || sha256(issued) !== output?.sha256)
    return {
      version: claimed,
      good: false,
      said: [says, 'the archive’s own copy has changed too: run papers verify'],
    };
  const { differences } = await comparePdfs(pdf, issued);
  return { version: claimed, good: false, said: [says, ...differences] };
}

async function againstSources(
  pdf: Uint8Array,
  sources: Sources,
  versions: ArchivedVersion[],
  build: Build,
  tool: ToolRecord,
): Promise<PdfVerdict> {
  const { version, tool: maker, paper, quarter } = sources.record;
  const what = version === null ? 'a working build' : formatVersion(version);
  const unknown = version !== null && versions.length > 0;
  const says = `it says that it is ${what} of ${paper} for ${quarter}, which this archive does not have`;
  const again = await rebuild(sources, build);
  if (!again.made)
    return {
      version: null,
      good: false,
      said: [
        says,
        ...again.problems.map(({ message }) => `it cannot be made again from its own sources: ${message}`),
      ],
    };
  const comparison = await comparePdfs(pdf, findPdf(again.made));
  const fits = comparison.differences.length === 0 || comparison.onlyPacking;
  const told = fits ? [fitsSources(comparison)] : comparison.differences;
  if (maker.version === tool.version || fits)
    return { version: null, good: fits && !unknown, said: [says, ...told] };
  const other = `made by version ${maker.version} of the tool, and this is ${tool.version}`;
  return {
    version: null,
    good: false,
    said: [says, `${other}; ${await compareWordsAndFigures(pdf, again.made)}`],
  };
}

function fitsSources({ onlyPacking }: PdfComparison): string {
  return onlyPacking
    ? 'its own sources give the same content, which this machine packs otherwise'
    : 'its own sources give the same bytes';
}
