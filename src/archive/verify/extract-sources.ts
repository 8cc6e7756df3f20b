import { InvalidSources, unpackSources, type Sources } from '../../sources/unpack-sources.js';
import { readAttachments } from './read-pdf.js';

/** Extracts the sources from a PDF. Throws InvalidPdf or InvalidSources. */
export async function extractSources(pdf: Uint8Array): Promise<Sources> {
  const zip = (await readAttachments(pdf)).get('sources.zip');
  if (!zip) throw new InvalidSources('it contains no sources, so it cannot be rebuilt');
  return unpackSources(zip);
}
