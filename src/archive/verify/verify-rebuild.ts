import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { InvalidSources, type Sources } from '../../sources/unpack-sources.js';
import { makeManifest, type BuiltPaper, type ToolRecord } from '../make-manifest.js';
import { MANIFEST, type Manifest } from '../manifest.js';
import type { ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { compareOutputs } from './compare-outputs.js';
import { describeOtherTool, describeRebuild } from './describe-rebuild.js';
import { extractSources } from './extract-sources.js';
import { InvalidPdf } from './pdf-objects.js';
import { rebuild, type BuildFromSources } from './rebuild.js';
import type { Verdict } from './verdict.js';

/** The program that rebuilds versions. */
export interface Rebuilder {
  build: BuildFromSources;
  tool: ToolRecord;
}

/**
 * Rebuilds a version from the sources inside its PDF and compares the result. The same program must give the same bytes.
 * Another build, or another release of Node, may differ: that is a remark, because the hashes prove that nothing changed.
 */
export async function verifyRebuild(
  archive: string,
  version: ArchivedVersion,
  rebuilder: Rebuilder,
): Promise<Verdict> {
  const name = version.manifest.outputs.find((output) => output.name.endsWith('.pdf'))?.name ?? '';
  const path = `${version.folder}/${name}`;
  const pdf = readIfPresent(join(archive, path));
  if (!pdf) return { faults: [], remarks: [] }; // a missing file is reported already
  try {
    return await compareRebuild(archive, version, { path, bytes: pdf }, rebuilder);
  } catch (error) {
    if (error instanceof InvalidPdf || error instanceof InvalidSources)
      return { faults: [{ path, message: error.message }], remarks: [] };
    throw error;
  }
}

async function compareRebuild(
  archive: string,
  { folder, manifest }: ArchivedVersion,
  pdf: { path: string; bytes: Uint8Array },
  { build, tool }: Rebuilder,
): Promise<Verdict> {
  const sources = await extractSources(pdf.bytes);
  const otherTool = describeOtherTool(manifest.tool, tool);
  const { value: rebuilt, problems } = await rebuild(sources, build);
  const report = (message: string): ArchiveFinding => ({ path: pdf.path, message });
  const differences = rebuilt
    ? [
        ...(await compareOutputs(archive, folder, rebuilt, otherTool === null)),
        ...compareManifests(manifest, sources, rebuilt, otherTool === null).map((message) => ({
          path: `${folder}/${MANIFEST}`,
          message,
        })),
      ]
    : problems.map(({ message }) => report(`cannot be rebuilt from the sources in it: ${message}`));
  if (differences.length === 0) return { faults: [], remarks: [] };
  if (otherTool === null) return { faults: differences, remarks: [] };
  const comparison = rebuilt ? await describeRebuild(pdf.bytes, rebuilt) : 'it cannot be rebuilt here';
  const summary = report(
    `${otherTool}. A rebuild may differ in wording and layout; this is not an error. Here, ${comparison}`,
  );
  return { faults: [], remarks: [summary, ...differences] };
}

/** Compares the manifest with the manifest of the rebuild. The content's hash is comparable for the same program only. */
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
    .filter(([key]) => key !== 'outputs' && (isSameTool || key !== 'content'))
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(stated.get(key)))
    .map(([key]) => `its ${key} does not match the sources`);
}
