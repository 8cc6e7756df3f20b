import { createHash, type Hash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import type { PageSize } from 'pdfmake/js/PageSize.js';
import documentModule, { type EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import type { Document } from '../model/document.js';
import { noCache, type Cache } from '../model/cache.js';
import { FONT_FAMILY, FONT_FILES, SIGN_FAMILY } from '../fonts.js';
import { FACES, type Face, type FontFiles } from '../model/typeface.js';
import { DecodedPng, needsDecoding } from './decoded-png.js';
import { sha256 } from '../sha256.js';
import { createXmpMetadata } from './create-xmp-metadata.js';
import { createDocumentOptions, PRODUCER, type DocumentOptions } from './document-options.js';
import type { PdfGeneration } from './generations/pdf-generation.js';
import {
  createCrossReferenceStream,
  createObjectStream,
  NO_FREE_OBJECT,
  type CrossReference,
  type PackedObject,
  type StreamContent,
} from './object-streams.js';
import type { PdfObject } from './structure/element.js';
import { getFaceMetrics } from './text/face-metrics.js';
import { installFastText } from './text/install-fast-text.js';
import { keepSubset } from './text/keep-subset.js';
import { shareTables } from './text/share-tables.js';
import { unifyLineHeight } from './unify-line-height.js';

const { default: PDFDocument } = documentModule;

const compress = promisify<Uint8Array, Uint8Array>(deflate);

/** The fonts by family. Those of a project are registered by name, so that each is opened once. */
function nameFonts(fonts: FontFiles | null): Record<string, Record<Face, string>> {
  if (!fonts) return { [FONT_FAMILY]: FONT_FILES };
  const named = {
    normal: nameFace('normal'),
    bold: nameFace('bold'),
    italics: nameFace('italics'),
    bolditalics: nameFace('bolditalics'),
  };
  return { [FONT_FAMILY]: named, [SIGN_FAMILY]: FONT_FILES };
}

function nameFace(face: Face): string {
  return `project-${face}`;
}

/** Enough objects to compress well, and few enough that a reader does not unpack much for one of them. */
const OBJECTS_PER_STREAM = 200;

/** A file that the PDF embeds. */
export interface Attachment {
  name: string;
  /** The media type. */
  type: string;
  description: string;
  /** Source: the paper was made from it. Data: the charts and tables show it. Supplement: it explains another file. */
  relationship: 'Source' | 'Data' | 'Supplement';
  bytes: Uint8Array;
}

/**
 * pdfmake's document with fast word layout and the metadata of its standards. It packs small objects into compressed
 * streams, because the structure tree has thousands of them. The file's identifier is a digest of its content.
 */
export class PaperPdf extends PDFDocument {
  private readonly fastFonts = new Set<EmbeddedFont>();
  /** Created at first use, because pdfkit writes the file's head before this class's fields are initialised. */
  declare private digest?: Hash;
  private isDigestComplete = false;
  /** The operators of the page in progress. */
  declare private pageContent?: string;
  /** Resolves when all streams so far are written. */
  declare private writing?: Promise<void>;
  /** The lines of an object that is being written, if it will be packed. */
  private capturedLines: string[] | null = null;
  private readonly packedObjects: PackedObject[] = [];

  constructor(
    private readonly paper: Document,
    size: PageSize,
    private readonly ownFonts: FontFiles | null,
    private readonly generation: PdfGeneration,
    private readonly cache: Cache = noCache,
  ) {
    super(nameFonts(ownFonts), {}, {}, {}, createDocumentOptions(paper, size, generation), null, undefined);
    if (ownFonts) for (const face of FACES) this.registerFont(nameFace(face), ownFonts[face]);
    const { Dests } = this._root.data.Names.data;
    Dests._compareKeys = (a, b) => (a < b ? -1 : 1); // pdfkit sorts by the machine's locale.
    Dests.limits = false;
  }

  /** pdfkit calls this before it writes the file's first line, and knows no later version than 1.7. */
  override initSubset(options: DocumentOptions): void {
    super.initSubset(options);
    this.version = options.fileVersion;
  }

  /** pdfkit's own metadata names one standard only. */
  override endMetadata(): void {
    const stream = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    stream.compress = false; // PDF/A requires metadata that can be read without unpacking.
    stream.write(
      Buffer.from(createXmpMetadata(this.paper, PRODUCER, this.generation.identification), 'utf8'),
    );
    stream.end();
    this._root.data.Metadata = stream;
  }

  attach({ name, type, description, relationship, bytes }: Attachment): void {
    const dates = { creationDate: this.paper.madeAt, modifiedDate: this.paper.madeAt };
    this.file(Buffer.from(bytes), { name, type, description, relationship, ...dates });
  }

  /** pdfmake opens each picture as its bytes. */
  override openImage(picture: Buffer): object {
    if (!needsDecoding(picture)) return super.openImage(picture);
    return new DecodedPng(picture, `I${++this._imageCount}`);
  }

  override provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const font = super.provideFont(family, bold, italics);
    if (!this.fastFonts.has(font)) {
      this.fastFonts.add(font);
      const file = this.getFontFile(family, bold, italics);
      installFastText(font, getFaceMetrics(font.font, file));
      shareTables(font, file);
      keepSubset(font, file, this.cache);
      if (this.ownFonts && family === FONT_FAMILY) unifyLineHeight(font);
    }
    return font;
  }

  /** Objects without a stream are packed. Streams are compressed in threads of Node, while more is drawn. */
  override ref(data?: object): ReturnType<InstanceType<typeof PDFDocument>['ref']> {
    const object = super.ref(data);
    const finalize = object.finalize.bind(object);
    object.finalize = () => {
      removeKeys(object.data, this.generation.deprecatedKeys);
      if (object.buffer.length > 0) this.finalizeStream(object, finalize);
      else {
        this.capturedLines = [];
        finalize();
      }
    };
    return object;
  }

  /** Writes a stream when it is compressed, in the order of the calls. pdfkit writes the end of the file after the last one. */
  private finalizeStream(object: ReturnType<PaperPdf['ref']>, finalize: () => void): void {
    const content = Buffer.concat(object.buffer);
    const compressed = object.compress ? this.compressStream(content) : Promise.resolve(content);
    object.compress = false;
    const before = this.writing ?? Promise.resolve();
    this.writing = Promise.all([compressed, before]).then(([bytes]) => {
      object.buffer = [bytes];
      finalize();
    });
    this.writing.catch((error: unknown) => this.emit('error', error));
  }

  /** A preview keeps compressed streams: after a small change, most pages and all fonts are the same. */
  private compressStream(content: Uint8Array): Promise<Uint8Array> {
    if (this.cache === noCache) return compress(content);
    return this.cache.compute(`stream ${sha256(content)}`, [], () => compress(content));
  }

  /**
   * Keeps the content of a page together until the page ends, because pdfkit makes a buffer of every operator. Parts of drawings that
   * are not pages go to pdfkit.
   */
  override addContent(content: string): this {
    if (!('content' in this.page)) return super.addContent(content);
    this.pageContent = `${this.pageContent ?? ''}${content}\n`;
    return this;
  }

  override flushPages(): void {
    if (this.pageContent) this.page.write(Buffer.from(this.pageContent, 'latin1'));
    this.pageContent = '';
    super.flushPages();
  }

  override _write(data: string | Uint8Array): void {
    if (this.capturedLines) {
      this.capturedLines.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'));
      return;
    }
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    if (!this.isDigestComplete) (this.digest ??= createHash('md5')).update(bytes);
    super._write(bytes);
  }

  /** pdfkit calls this when an object is complete. The captured lines are "12 0 obj", its body and "endobj". */
  override _refEnd(object: PdfObject): void {
    if (this.capturedLines) {
      this.packedObjects.push({ id: object.id, body: this.capturedLines[1] ?? '' });
      this.capturedLines = null;
    }
    super._refEnd(object);
    if (object === this._info && !this.generation.hasInformation) this.discardLastObject(object);
  }

  /** Leaves out an object that pdfkit always writes. */
  private discardLastObject({ id }: PdfObject): void {
    this.packedObjects.pop();
    this._offsets[id - 1] = null;
  }

  override end(): void {
    if (!this.generation.hasInformation) this.info = {};
    super.end();
  }

  /** Replaces pdfkit's plain cross-reference table, which cannot refer to packed objects. */
  override _finalize(): void {
    const references = this.listWrittenObjects();
    const firstId = this._offsets.length + 1;
    const tableId = this.writeObjectStreams(firstId, references);
    const tableOffset = this._offset;
    references.set(tableId, [1, tableOffset, 0]);
    this.writeCrossReferences(tableId, references);
    super._write(Buffer.from(`startxref\n${tableOffset}\n%%EOF\n`, 'latin1'));
    this.push(null);
  }

  private listWrittenObjects(): Map<number, CrossReference> {
    const references = new Map<number, CrossReference>([[0, NO_FREE_OBJECT]]);
    this._offsets.forEach((offset, index) => {
      if (offset !== null && offset !== undefined) references.set(index + 1, [1, offset, 0]);
    });
    return references;
  }

  /** Adds the streams and their objects to the references. Returns the next free id. */
  private writeObjectStreams(firstId: number, references: Map<number, CrossReference>): number {
    let id = firstId;
    for (let start = 0; start < this.packedObjects.length; start += OBJECTS_PER_STREAM) {
      const objects = this.packedObjects.slice(start, start + OBJECTS_PER_STREAM);
      for (const [index, object] of objects.entries()) references.set(object.id, [2, id, index]);
      references.set(id, [1, this._offset, 0]);
      this.writeStream(id, createObjectStream(objects));
      id++;
    }
    return id;
  }

  private writeCrossReferences(id: number, references: Map<number, CrossReference>): void {
    this.isDigestComplete = true;
    const identifier = `<${this.digest?.digest('hex') ?? ''}>`;
    const information = this.generation.hasInformation ? ` /Info ${this._info.toString()}` : '';
    const entries = `/Root ${this._root.toString()}${information} /ID [${identifier} ${identifier}]`;
    this.writeStream(id, createCrossReferenceStream(references, id + 1, entries));
  }

  private writeStream(id: number, { entries, content }: StreamContent): void {
    const bytes = deflateSync(content);
    this._write(`${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream`);
    this._write(bytes);
    this._write('\nendstream\nendobj');
  }
}

/** Removes keys from a dictionary and from its resources. */
function removeKeys(dictionary: Record<string, unknown>, keys: readonly string[]): void {
  const { Resources: resources } = dictionary;
  for (const key of keys) {
    Reflect.deleteProperty(dictionary, key);
    if (typeof resources === 'object' && resources !== null) Reflect.deleteProperty(resources, key);
  }
}
