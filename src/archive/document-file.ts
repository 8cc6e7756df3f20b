import type { Document } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { RedlineTheme } from '../model/theme.js';
import { documentFileSchema } from './document-schema.js';
import type { Place } from '../model/problem.js';
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
 * So are the names of sheets: packed sources have none. A place in a spreadsheet keeps its line, but no column: that depends on
 * cells that the sources leave out. Inputs of figures are stored without their own inputs.
 */
export function encodeDocument({ document, theme }: StoredDocument): Uint8Array {
  const { ink, soft, accent, hairline, tint } = theme.colours;
  const file = {
    format: 'committee-papers-document-1',
    document,
    theme: { colours: { ink, soft, accent, hairline, tint }, text: { size: theme.text.size } },
  };
  const text = JSON.stringify(file, (key, value: unknown) => {
    if (key === 'origins' || key === 'sheet') return undefined;
    if (key === 'inputs')
      return (value as Figure[] | undefined)?.map((figure) => ({ ...figure, inputs: undefined }));
    return key === 'place' ? placeInSources(value as Place) : value; // a document's places have this key
  });
  return Buffer.from(`${text}\n`, 'utf8');
}

function placeInSources(place: Place): Place {
  return /\.ya?ml$|\.hbs$/.test(place.file) ? place : { ...place, column: 1 };
}

/** Decodes a document. Returns null if the bytes are not a document of this format. */
export function decodeDocument(bytes: Uint8Array): StoredDocument | null {
  const result = documentFileSchema.safeParse(parseJson(bytes));
  if (!result.success) return null;
  const { document, theme } = result.data;
  return { document: { ...document, madeAt: new Date(document.madeAt) }, theme };
}
