import type { BuiltPaper, ToolRecord } from '../make-manifest.js';
import { compareWords, describeWords } from './compare-words.js';
import { listPrintedTexts } from './list-printed-texts.js';
import { readPdf } from './read-pdf.js';
import { findPdf } from './rebuild.js';

/** The words and figures of a rebuild, compared with those of the issued PDF. */
interface RebuildComparison {
  isSame: boolean;
  sentence: string;
}

/**
 * Compares a rebuild by another program with an issued PDF. Such a rebuild may differ in wording, layout and bytes, so only its
 * words and figures are compared.
 */
export async function describeRebuild(issued: Uint8Array, rebuilt: BuiltPaper): Promise<RebuildComparison> {
  const [issuedContent, rebuiltContent] = [await readPdf(issued), await readPdf(findPdf(rebuilt))];
  const [issuedFigures, rebuiltFigures] = [issuedContent, rebuiltContent].map(({ attachments }) =>
    attachments.get('figures.csv'),
  );
  const hasSameFigures =
    issuedFigures && rebuiltFigures ? printsTheSame(issuedFigures, rebuiltFigures) : false;
  const words = compareWords(rebuiltContent, issuedContent);
  const figures = hasSameFigures ? 'its figures are the same' : 'its figures differ';
  return {
    isSame: hasSameFigures && words.removed.length + words.added.length === 0,
    sentence: `${figures}; ${describeWords(words)}`,
  };
}

/** Compares the printed figures, because versions of the program write different columns about them. */
function printsTheSame(...files: [Uint8Array, Uint8Array]): boolean {
  const [issued, rebuilt] = files.map((bytes) =>
    listPrintedTexts(Buffer.from(bytes).toString('utf8')).join('\n'),
  );
  return issued === rebuilt;
}

/** Describes another program as the reason for differences. Null if the same program built the version. */
export function describeOtherTool(issued: ToolRecord, current: ToolRecord): string | null {
  if (issued.version !== current.version)
    return `built by version ${issued.version} of the program, and this is version ${current.version}`;
  if (issued.program !== current.program)
    return `built by another build of version ${issued.version} of the program`;
  if (issued.zlib !== current.zlib || issued.node !== current.node)
    return `built on Node ${issued.node} with zlib ${issued.zlib}, and this is Node ${current.node} with zlib ${current.zlib}`;
  return null;
}
