import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { sha256 } from '../../sha256.js';
import type { BuiltPaper } from '../make-manifest.js';
import type { ArchiveFinding } from '../read-archive.js';
import { comparePdfs } from './compare-pdfs.js';

/** Compares the files of an issued version with those of a rebuild. Missing files are not reported. */
export async function compareOutputs(
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
