import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { sha256 } from '../../sha256.js';
import { InvalidSources, type Sources } from '../../sources/unpack-sources.js';
import { makeManifest, type BuiltPaper, type ToolRecord } from '../make-manifest.js';
import { MANIFEST, type Manifest } from '../manifest.js';
import type { ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { comparePdfs } from './compare-pdfs.js';
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
    `${otherTool}, so a rebuild may differ in wording and layout, which is not a fault: ${comparison}`,
  );
  return { faults: [], remarks: [summary, ...differences] };
}

async function compareOutputs(
  archive: string,
  folder: string,
  { files }: BuiltPaper,
  isSameTool: boolean,
): Promise<ArchiveFinding[]> {
  const findings = await Promise.all(
    files.map(async ({ name, bytes }) => {
      const path = `${folder}/${name}`;
      const issued = readIfPresent(join(archive, path));
      if (!issued || sha256(issued) === sha256(bytes)) return [];
      const messages = isSameTool
        ? await describeChanges(name, issued, bytes)
        : await describeRebuiltFile(name, issued, bytes);
      return messages.map((message) => ({ path, message }));
    }),
  );
  return findings.flat();
}

/** Describes the issued file as changed, because the same program must give the same bytes. */
async function describeChanges(name: string, issued: Uint8Array, rebuilt: Uint8Array): Promise<string[]> {
  return name.endsWith('.pdf')
    ? (await comparePdfs(issued, rebuilt)).differences
    : ['differs from the file that its sources give'];
}

/** Describes the rebuilt file as changed, because another program made it. */
async function describeRebuiltFile(name: string, issued: Uint8Array, rebuilt: Uint8Array): Promise<string[]> {
  const differences = name.endsWith('.pdf')
    ? (await comparePdfs(rebuilt, issued)).differences
    : ['the file differs'];
  return differences.map((difference) => `in the rebuild, ${difference}`);
}

/** Compares the manifest with one made from the rebuild. The content's hash is comparable for the same program only. */
function compareManifests(
  manifest: Manifest,
  { record }: Sources,
  rebuilt: BuiltPaper,
  isSameTool: boolean,
): string[] {
  const { version, note } = record;
  if (version === null) return ['its sources are of a working build, which was never issued'];
  const { previous, tool } = manifest;
  const expected = makeManifest(rebuilt, { version, note, previous }, tool);
  const stated = new Map<string, unknown>(Object.entries(manifest));
  return Object.entries(expected)
    .filter(([key]) => key !== 'outputs' && (isSameTool || key !== 'content'))
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(stated.get(key)))
    .map(([key]) => `its ${key} does not match the sources`);
}
