import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { InvalidSources, type Sources } from '../../sources/unpack-sources.js';
import { addChanges } from '../changes/add-changes.js';
import { makeChanges } from '../changes/make-changes.js';
import { makeManifest, type BuiltPaper, type ToolRecord } from '../make-manifest.js';
import { MANIFEST, type Manifest } from '../manifest.js';
import { findHistory } from '../paper-history.js';
import { readArchive, type ArchivedVersion, type ArchiveFinding } from '../read-archive.js';
import { compareOutputs } from './compare-outputs.js';
import { describeOtherTool, describeRebuild } from './describe-rebuild.js';
import { extractSources } from './extract-sources.js';
import { InvalidPdf } from './pdf-objects.js';
import { rebuild, type BuildFromSources } from './rebuild.js';

/** The program that rebuilds versions. */
export interface Rebuilder {
  build: BuildFromSources;
  tool: ToolRecord;
}

/** A version that another build of the program issued, or another release of Node, and what this program makes of its sources. */
export interface OtherBuild {
  folder: string;
  /** Says which build issued it. */
  reason: string;
  /** The build that issued it. */
  tool: ToolRecord;
  result: 'same words and figures' | 'other words or figures' | 'cannot be rebuilt';
  /** The differences of the rebuild, or the reasons why there is none. */
  differences: ArchiveFinding[];
}

export interface RebuildVerdict {
  faults: ArchiveFinding[];
  /** Null if this program issued the version. */
  otherBuild: OtherBuild | null;
}

/**
 * Rebuilds a version from the sources inside its PDF and compares the result. The same program must give the same bytes.
 * Another build, or another release of Node, may differ: that is no fault, because the hashes prove that nothing changed.
 */
export async function verifyRebuild(
  archive: string,
  version: ArchivedVersion,
  rebuilder: Rebuilder,
): Promise<RebuildVerdict> {
  const name = version.manifest.outputs.find((output) => output.name.endsWith('.pdf'))?.name ?? '';
  const path = `${version.folder}/${name}`;
  const pdf = readIfPresent(join(archive, path));
  if (!pdf) return { faults: [], otherBuild: null }; // a missing file is reported already
  try {
    return await compareRebuild(archive, version, { path, bytes: pdf }, rebuilder);
  } catch (error) {
    if (error instanceof InvalidPdf || error instanceof InvalidSources)
      return { faults: [{ path, message: error.message }], otherBuild: null };
    throw error;
  }
}

async function compareRebuild(
  archive: string,
  version: ArchivedVersion,
  pdf: { path: string; bytes: Uint8Array },
  { build, tool }: Rebuilder,
): Promise<RebuildVerdict> {
  const { folder, manifest } = version;
  const sources = await extractSources(pdf.bytes);
  const otherTool = describeOtherTool(manifest.tool, tool);
  const { value: bare, problems } = await rebuild(sources, build);
  const rebuilt = bare && (await remakeChanges(archive, version, bare));
  const report = (message: string): ArchiveFinding => ({ path: pdf.path, message });
  const differences = rebuilt
    ? [
        ...(await compareOutputs(archive, folder, rebuilt, otherTool === null)),
        ...compareManifests(manifest, sources, rebuilt, otherTool === null).map((message) => ({
          path: `${folder}/${MANIFEST}`,
          message,
        })),
      ]
    : [...new Set(problems.map(({ message }) => message))].map((message) =>
        report(`cannot be rebuilt from the sources in it: ${message}`),
      );
  if (otherTool === null) return { faults: differences, otherBuild: null };
  const { result, sentence } = await summariseRebuild(pdf.bytes, rebuilt);
  return {
    faults: [],
    otherBuild: {
      folder,
      reason: otherTool,
      tool: manifest.tool,
      result,
      differences: [...(sentence === null ? [] : [report(sentence)]), ...differences],
    },
  };
}

async function summariseRebuild(
  issued: Uint8Array,
  rebuilt: BuiltPaper | null,
): Promise<{ result: OtherBuild['result']; sentence: string | null }> {
  if (!rebuilt) return { result: 'cannot be rebuilt', sentence: null };
  const { isSame, sentence } = await describeRebuild(issued, rebuilt);
  return {
    result: isSame ? 'same words and figures' : 'other words or figures',
    sentence: `in the rebuild, ${sentence}`,
  };
}

/** Makes the page of changes again, if the version has one and the earlier version can still be compared. */
async function remakeChanges(
  archive: string,
  { manifest }: ArchivedVersion,
  built: BuiltPaper,
): Promise<BuiltPaper> {
  const { changes, version, note } = manifest;
  if (!changes) return built;
  const history = findHistory(readArchive(archive).versions, manifest);
  const base = history.find(
    ({ manifest: earlier, withdrawal }) => earlier.version === changes.since && withdrawal === null,
  );
  const { value } = base ? await makeChanges({ archive, base, built, version, note }) : { value: null };
  return value ? addChanges(built, value) : { ...built, changes };
}

/** Compares the manifest with the manifest of the rebuild. Another program can hash content differently and state more. */
function compareManifests(
  manifest: Manifest,
  { record }: Sources,
  rebuilt: BuiltPaper,
  isSameTool: boolean,
): string[] {
  const { version, note } = record;
  if (version === null) return ['its sources are those of a working copy, which was never issued'];
  const { previous, tool } = manifest;
  const expected = makeManifest(rebuilt, { version, note, previous }, tool);
  const stated = new Map<string, unknown>(Object.entries(manifest));
  return Object.entries(expected)
    .filter(([key]) => key !== 'outputs' && (isSameTool || (key !== 'content' && stated.has(key))))
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(stated.get(key)))
    .map(([key]) => `its ${key} does not match the sources`);
}
