import type { Document } from '../../src/model/document.js';
import { listLabelsByAnchor } from '../../src/model/list-labels-by-anchor.js';
import { createInProcessPress } from '../../src/press/in-process-press.js';
import { composeNewest } from './compose-newest.js';

export interface WrittenWordFile {
  document: Document;
  bytes: Uint8Array;
  /** The labels of the document's parts, by their anchor. */
  labels: Record<string, string>;
}

const press = createInProcessPress();

/** Writes the newest paper of a project as a Word document, as `papers build --format docx` does, without its PDF. */
export async function writeWordFile(root: string): Promise<WrittenWordFile> {
  const { newest, result } = await composeNewest(root, press);
  if (result.state !== 'sound') throw new Error(JSON.stringify(result.problems));
  const { document, manuscript, inputs } = result;
  const labels = listLabelsByAnchor(document, manuscript);
  const bytes = await press.writeWord({
    document,
    theme: inputs.theme,
    fonts: inputs.fonts?.files ?? null,
    labels,
    origin: { ...newest, access: 'public', edition: document.statusText, sources: 'a fingerprint' },
  });
  return { document, bytes, labels };
}
