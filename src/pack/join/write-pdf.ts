import { deflateSync } from 'node:zlib';
import { PDFName, PDFNumber, PDFRawStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import type { PdfVersion } from '../../model/pdf-standards.js';
import {
  createCrossReferenceStream,
  createObjectStream,
  NO_FREE_OBJECT,
  type CrossReference,
  type PackedObject,
  type StreamContent,
} from '../../pdf/object-streams.js';

/** Enough objects to compress well, and few enough that a reader does not unpack much for one of them. */
const OBJECTS_PER_STREAM = 200;

/**
 * Returns the bytes of a PDF with all objects of the context. `trailer` is the rest of the trailer. The library's own writer takes a time
 * that grows with the square of the number of objects.
 */
export function writePdf(context: PDFContext, version: PdfVersion, trailer: string): Uint8Array {
  const file = new PdfFile(version);
  const packed: PackedObject[] = [];
  for (const [{ objectNumber: id }, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream) file.addStream(id, object);
    else packed.push({ id, body: object.toString() });
  let id = context.largestObjectNumber + 1;
  for (let start = 0; start < packed.length; start += OBJECTS_PER_STREAM)
    file.addObjectStream(id++, packed.slice(start, start + OBJECTS_PER_STREAM));
  return file.finish(id, trailer);
}

class PdfFile {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;
  private readonly references = new Map<number, CrossReference>([[0, NO_FREE_OBJECT]]);

  constructor(version: PdfVersion) {
    this.add(Buffer.from(`%${version.replace(' ', '-')}\n%\u00ff\u00ff\u00ff\u00ff\n`, 'latin1'));
  }

  addStream(id: number, { dict, contents }: PDFRawStream): void {
    dict.set(PDFName.of('Length'), PDFNumber.of(contents.length)); // the library sets it in its own writer
    this.addBody(id, dict, contents);
  }

  addObjectStream(id: number, objects: PackedObject[]): void {
    for (const [index, object] of objects.entries()) this.references.set(object.id, [2, id, index]);
    this.addCompressed(id, createObjectStream(objects));
  }

  finish(id: number, trailer: string): Uint8Array {
    const start = this.length;
    this.references.set(id, [1, start, 0]);
    this.addCompressed(id, createCrossReferenceStream(this.references, id + 1, trailer));
    this.add(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(this.chunks, this.length);
  }

  private addCompressed(id: number, { entries, content }: StreamContent): void {
    const bytes = deflateSync(content);
    this.addBody(id, `<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>`, bytes);
  }

  private addBody(id: number, dictionary: PDFObject | string, contents: Uint8Array): void {
    this.references.set(id, [1, this.length, 0]);
    this.add(Buffer.from(`${id} 0 obj\n${dictionary.toString()}\nstream\n`, 'latin1'));
    this.add(contents);
    this.add(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  private add(bytes: Uint8Array): void {
    this.chunks.push(bytes);
    this.length += bytes.length;
  }
}
