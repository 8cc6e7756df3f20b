import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewFile } from '../../disk/write-synced.js';
import { writeTree } from '../../disk/write-tree.js';
import type { Document } from '../../model/document.js';
import { pickEdition, type Edition } from '../../model/edition.js';
import type { Access } from '../../model/exemption.js';
import type { Inputs } from '../../model/inputs.js';
import { isError, type Checked, type Problem } from '../../model/problem.js';
import type { PackedFile } from '../../sources/pack-sources.js';
import type { Sources } from '../../sources/unpack-sources.js';
import { listVersionFiles } from '../list-version-files.js';
import type { BuiltPaper } from '../make-manifest.js';

/** The pipeline of `build-paper.ts`. The command passes it in, because this room must not import the stages. */
export type BuildFromSources = (request: {
  root: string;
  period: string;
  paper: string;
  madeAt: Date;
  access: Access;
  edition: (inputs: Inputs) => Edition;
  onStage: () => void;
}) => Promise<
  | {
      state: 'built';
      problems: Problem[];
      inputs: Inputs;
      document: Document;
      files: NewFile[];
      sources: Uint8Array;
      sourceFiles: PackedFile[];
    }
  | { state: 'unread' | 'unsound'; problems: Problem[] }
>;

/** Rebuilds a paper from its sources, in a temporary folder. Returns null and the errors if it cannot be built. */
export async function rebuild(
  { files, record }: Sources,
  build: BuildFromSources,
): Promise<Checked<BuiltPaper | null>> {
  const { period, paper, madeAt, access } = record;
  const root = mkdtempSync(join(tmpdir(), 'papers-rebuild-'));
  try {
    writeTree(root, files);
    const edition = (): Edition => pickEdition(record);
    const result = await build({ root, period, paper, madeAt, access, edition, onStage: () => undefined });
    if (result.state !== 'built') return { value: null, problems: result.problems.filter(isError) };
    const { inputs, document, sourceFiles } = result;
    return { value: { inputs, document, sourceFiles, files: listVersionFiles(result) }, problems: [] };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Finds the PDF among the files of a build. */
export function findPdf({ files }: BuiltPaper): Uint8Array {
  return files.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array();
}
