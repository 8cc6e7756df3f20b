import { readAttachments } from './read-pdf.js';
import { BadSources, unpackSources, type Sources } from '../../sources/unpack-sources.js';

/** Takes the sources out of a PDF. Throws BadPdf or BadSources. */
export async function sourcesOf(pdf: Uint8Array): Promise<Sources> {
  const zip = (await readAttachments(pdf)).get('sources.zip');
  if (!zip) throw new BadSources('it holds no sources: it cannot be made again');
  return unpackSources(zip);
}
