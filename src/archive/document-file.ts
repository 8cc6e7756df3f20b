import type { Document } from '../model/document.js';
import type { RedlineTheme } from '../model/theme.js';
import { documentFileSchema } from './document-schema.js';
import { parseJson } from '../schema/parse-json.js';

/** The name of the file that holds a version's document as data. */
export const DOCUMENT = 'document.json';

/** A document as an issued version stores it, and the look of pages about it. */
export interface StoredDocument {
  document: Document;
  theme: RedlineTheme;
}

/**
 * Encodes a document. Equal documents give equal bytes. The origins of text are left out: they only serve editors.
 * So are the names of sheets: packed sources have none.
 */
export function encodeDocument({ document, theme }: StoredDocument): Uint8Array {
  const { ink, soft, accent, hairline, tint } = theme.colours;
  const file = {
    format: 'committee-papers-document-1',
    document,
    theme: { colours: { ink, soft, accent, hairline, tint }, text: { size: theme.text.size } },
  };
  const text = JSON.stringify(file, (key, value: unknown) =>
    key === 'origins' || key === 'sheet' ? undefined : value,
  );
  return Buffer.from(`${text}\n`, 'utf8');
}

/** Decodes a document. Returns null if the bytes are not a document of this format. */
export function decodeDocument(bytes: Uint8Array): StoredDocument | null {
  const result = documentFileSchema.safeParse(parseJson(bytes));
  if (!result.success) return null;
  const { document, theme } = result.data;
  return { document: { ...document, madeAt: new Date(document.madeAt) }, theme };
}
