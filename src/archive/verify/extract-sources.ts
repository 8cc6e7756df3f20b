import { readAttachments } from './read-pdf.js';
import { InvalidSources, unpackSources, type Sources } from '../../sources/unpack-sources.js';

/** Takes the sources out of a PDF. Throws BadPdf or BadSources. */
export async function extractSources(pdf: Uint8Array): Promise<Sources> {
  const zip = (await readAttachments(pdf)).get('sources.zip');
  if (!zip) throw new InvalidSources('it holds no sources: it cannot be made again');
  return unpackSources(zip);
}
