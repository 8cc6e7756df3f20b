import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../../model/document.js';
import type { Edition } from '../../model/edition.js';
import type { Inputs } from '../../model/inputs.js';
import { isError, type Problem } from '../../model/problem.js';
import type { Quarter } from '../../model/quarter.js';
import { writeTree } from '../../disk/write-tree.js';
import type { NewFile } from '../../disk/write-synced.js';
import type { BuiltPaper } from '../make-manifest.js';
import type { Sources } from '../../sources/unpack-sources.js';

/** The pipeline, as `build-paper.ts` has it: this room is handed it, and knows no stage. */
export type Build = (order: {
  root: string;
  quarter: Quarter;
  paper: string;
  madeAt: Date;
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
    }
  | { state: 'unread' | 'unsound'; problems: Problem[] }
>;

/** Makes a paper again from its sources alone, in a folder that is taken away after. Gives what was made, or why nothing was. */
export async function rebuild(
  sources: Sources,
  build: Build,
): Promise<{ made: BuiltPaper; problems: [] } | { made: null; problems: Problem[] }> {
  const { quarter, paper, madeAt, version, after, note } = sources.record;
  const root = mkdtempSync(join(tmpdir(), 'papers-rebuild-'));
  try {
    writeTree(root, sources.files);
    const edition = (): Edition => ({ version, after, note });
    const made = await build({
      root,
      quarter,
      paper,
      madeAt,
      edition,
      onStage: () => undefined,
    });
    if (made.state !== 'built') return { made: null, problems: made.problems.filter(isError) };
    const files = [...made.files, { name: 'sources.zip', bytes: made.sources }];
    return { made: { inputs: made.inputs, document: made.document, files }, problems: [] };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The PDF among what was made. */
export function findPdf({ files }: BuiltPaper): Uint8Array {
  return files.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array();
}
