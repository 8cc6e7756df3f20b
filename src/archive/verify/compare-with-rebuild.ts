import type { Sources } from '../../sources/unpack-sources.js';
import { comparePdfs } from './compare-pdfs.js';
import { describeRebuild } from './describe-rebuild.js';
import { findPdf, rebuild } from './rebuild.js';
import type { Rebuilder } from './verify-rebuild.js';

/** Compares a PDF with a rebuild from its own sources. `sentences` describe the result. */
export async function compareWithRebuild(
  pdf: Uint8Array,
  sources: Sources,
  { build, tool }: Rebuilder,
): Promise<{ matches: boolean; sentences: string[] }> {
  const { value: rebuilt, problems } = await rebuild(sources, build);
  if (!rebuilt)
    return {
      matches: false,
      sentences: problems.map(({ message }) => `it cannot be rebuilt from its own sources: ${message}`),
    };
  const { differences, isOnlyCompression } = await comparePdfs(pdf, findPdf(rebuilt));
  if (differences.length === 0) return { matches: true, sentences: ['its own sources give the same bytes'] };
  if (isOnlyCompression)
    return {
      matches: true,
      sentences: ['its own sources give the same content, which this machine compresses differently'],
    };
  const otherTool = describeOtherVersion(sources.record.tool.version, tool.version);
  return {
    matches: false,
    sentences:
      otherTool === null ? differences : [`${otherTool}: ${(await describeRebuild(pdf, rebuilt)).sentence}`],
  };
}

/** Describes another version of the program, by which a rebuild may differ. Null for the same version. */
function describeOtherVersion(version: string, current: string): string | null {
  if (version === current) return null;
  return `it was built by version ${version} of the program, and this is version ${current}, so a rebuild may differ`;
}
