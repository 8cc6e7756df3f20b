import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { compareWords, describeWords } from './compare-words.js';
import { comparePdfs } from './compare-pdfs.js';
import { makeManifest, type BuiltPaper, type ToolRecord } from '../make-manifest.js';
import { MANIFEST, type Manifest } from '../manifest.js';
import { InvalidPdf } from './pdf-objects.js';
import { type ArchivedVersion, type ArchiveFault } from '../read-archive.js';
import { readPdf } from './read-pdf.js';
import { findPdf, rebuild, type Build } from './rebuild.js';
import { sha256 } from '../../sha256.js';
import { extractSources } from './extract-sources.js';
import { InvalidSources, type Sources } from '../../sources/unpack-sources.js';
import type { Verdict } from './verify-history.js';

/**
 * Makes a version again from the sources inside its PDF, and compares. The same program must make the same bytes; of another
 * build of it, or on another release of Node, what differs is told and is no fault: the hashes say whether anything was changed.
 */
export async function verifyRebuild(
  archive: string,
  { folder, manifest }: ArchivedVersion,
  build: Build,
  tool: ToolRecord,
): Promise<Verdict> {
  const name = manifest.outputs.find((one) => one.name.endsWith('.pdf'))?.name ?? '';
  const pdf = readIfPresent(join(archive, folder, name));
  if (!pdf) return { faults: [], remarks: [] }; // missing: a fault already
  const told = (message: string): ArchiveFault => ({ path: `${folder}/${name}`, message });
  try {
    const sources = await extractSources(pdf);
    const other = otherTool(manifest.tool, tool);
    const again = await rebuild(sources, build);
    const differences: ArchiveFault[] = again.made
      ? [
          ...(await outputDifferences(archive, folder, again.made)),
          ...manifestDifferences(manifest, sources, again.made, other === null).map((message) => ({
            path: `${folder}/${MANIFEST}`,
            message,
          })),
        ]
      : again.problems.map(({ message }) => told(`cannot be made again from the sources in it: ${message}`));
    if (differences.length === 0) return { faults: [], remarks: [] };
    if (other === null) return { faults: differences, remarks: [] };
    const words = again.made ? await compareWordsAndFigures(pdf, again.made) : 'it cannot be made again here';
    return { faults: [], remarks: [told(`${other}; ${words}`), ...differences] };
  } catch (error) {
    if (error instanceof InvalidPdf || error instanceof InvalidSources)
      return { faults: [told(error.message)], remarks: [] };
    throw error;
  }
}

async function outputDifferences(
  archive: string,
  folder: string,
  { files }: BuiltPaper,
): Promise<ArchiveFault[]> {
  const all = await Promise.all(
    files.map(async ({ name, bytes }): Promise<string[]> => {
      const issued = readIfPresent(join(archive, folder, name));
      if (!issued || sha256(issued) === sha256(bytes)) return [];
      return name.endsWith('.pdf')
        ? (await comparePdfs(issued, bytes)).differences
        : [`differs from what its sources give`];
    }),
  );
  return files.flatMap(({ name }, index) =>
    (all[index] ?? []).map((message) => ({ path: `${folder}/${name}`, message })),
  );
}

/** What can be compared whatever laid the paper out. */
export async function compareWordsAndFigures(issued: Uint8Array, made: BuiltPaper): Promise<string> {
  const [before, now] = [await readPdf(issued), await readPdf(findPdf(made))];
  const [was, is] = [before, now].map(({ attachments }) => attachments.get('figures.csv'));
  const figures =
    was && is && sha256(was) === sha256(is) ? 'its figures are the same' : 'its figures.csv differs';
  return `${describeWords(compareWords(now, before))}, and ${figures}`;
}

/** What a manifest says that its sources do not. The hash of the content means something to the same program only. */
function manifestDifferences(
  manifest: Manifest,
  { record }: Sources,
  made: BuiltPaper,
  sameTool: boolean,
): string[] {
  const { version } = record;
  if (version === null) return ['its sources are of a working build, which was never issued'];
  const { previous, tool } = manifest;
  const given = makeManifest(made, { version, note: record.note, previous }, tool);
  return (Object.keys(given) as (keyof Manifest)[])
    .filter((key) => key !== 'outputs' && (sameTool || key !== 'content'))
    .filter((key) => JSON.stringify(given[key]) !== JSON.stringify(manifest[key]))
    .map((key) => `its ${key} is not what the sources give`);
}

/** Why the bytes may differ; null where the very same program made both. */
function otherTool(made: ToolRecord, here: ToolRecord): string | null {
  if (made.version !== here.version)
    return `made by version ${made.version} of the tool, and this is ${here.version}`;
  if (made.program !== here.program) return `made by another build of version ${made.version} of the tool`;
  if (made.zlib !== here.zlib || made.node !== here.node)
    return `made on Node ${made.node} with zlib ${made.zlib}, and this is ${here.node} with ${here.zlib}`;
  return null;
}
