import type { NewFile } from '../disk/write-synced.js';
import type { Document } from '../model/document.js';
import type { Inputs } from '../model/inputs.js';
import { DOCUMENT, encodeDocument } from './document-file.js';

/** The result of a build, as far as the archive uses it. */
interface Build {
  inputs: Inputs;
  document: Document;
  files: NewFile[];
  sources: Uint8Array;
}

/** Lists the files of a version's folder, without the manifest: what was built, its sources and its document as data. */
export function listVersionFiles({ inputs, document, files, sources }: Build): NewFile[] {
  return [
    ...files,
    { name: 'sources.zip', bytes: sources },
    { name: DOCUMENT, bytes: encodeDocument({ document, theme: inputs.theme }) },
  ];
}
