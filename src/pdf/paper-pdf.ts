import { createHash, type Hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import documentModule, { type EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import type { Document } from '../model/document.js';
import { FONT_FAMILY, FONT_FILES } from '../fonts.js';
import { useFastWordLayout } from './fast-word-layout.js';
import { metadata } from './metadata.js';
import type { PdfObject } from './structure.js';

const { default: PDFDocument } = documentModule;

const PRODUCER = 'pdfmake and pdfkit';

/** Objects in one stream: so many that they compress well, so few that a reader need not unpack much for one of them. */
const PACK = 200;

/** A file that goes with the paper, inside it. */
export interface Attachment {
  name: string;
  type: string;
  description: string;
  /** Source: what the paper was made from. Data: what its charts and tables show. */
  relationship: 'Source' | 'Data';
  bytes: Uint8Array;
}

/**
 * pdfmake's document, with fast word layout, metadata for both standards, and small objects packed into compressed streams
 * (ISO 32000-1, 7.5.7): the structure tree is thousands of them. The file's identifier is the digest of its content.
 */
export class PaperPdf extends PDFDocument {
  private readonly fast = new Set<EmbeddedFont>();
  /** Made when it is first used: pdfkit writes the file's head before this class's own fields exist. */
  declare private digest?: Hash;
  private identified = false;
  /** Bytes of objects that are being written, where they are to be packed. */
  private captured: Uint8Array[] | null = null;
  private readonly packed: { id: number; body: Uint8Array }[] = [];

  constructor(
    private readonly paper: Document,
    size: { width: number; height: number },
  ) {
    super({ [FONT_FAMILY]: FONT_FILES }, {}, {}, {}, options(paper, size), null, undefined);
    const { Dests } = this._root.data.Names.data;
    Dests._compareKeys = (a, b) => (a < b ? -1 : 1); // by code unit: pdfkit asks the machine's locale
    Dests.limits = false;
  }

  /** Written when everything else is: pdfmake's own would use one standard's mark only. */
  override endMetadata(): void {
    const stream = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    stream.compress = false; // PDF/A wants it to be read without unpacking
    stream.write(Buffer.from(metadata(this.paper, PRODUCER), 'utf8'));
    stream.end();
    this._root.data.Metadata = stream;
  }

  attach({ name, type, description, relationship, bytes }: Attachment): void {
    const dates = { creationDate: this.paper.madeAt, modifiedDate: this.paper.madeAt };
    this.file(Buffer.from(bytes), { name, type, description, relationship, ...dates });
  }

  override provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const font = super.provideFont(family, bold, italics);
    if (!this.fast.has(font)) {
      this.fast.add(font);
      useFastWordLayout(font);
    }
    return font;
  }

  override ref(data?: object): ReturnType<InstanceType<typeof PDFDocument>['ref']> {
    const object = super.ref(data);
    const finalize = object.finalize.bind(object);
    object.finalize = () => {
      if (object.buffer.length === 0) this.captured = [];
      finalize();
    };
    return object;
  }

  override _write(data: string | Uint8Array): void {
    if (!this.captured) {
      const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
      if (!this.identified) (this.digest ??= createHash('md5')).update(bytes);
      super._write(bytes);
    } else this.captured.push(typeof data === 'string' ? Buffer.from(data, 'latin1') : data);
  }

  /** Called when an object is whole. Of a captured one the lines are "12 0 obj", its body and "endobj". */
  override _refEnd(object: PdfObject): void {
    if (this.captured) {
      this.packed.push({ id: object.id, body: this.captured[1] ?? new Uint8Array() });
      this.captured = null;
    }
    super._refEnd(object);
  }

  /** In place of pdfkit's table of plain objects: the packed ones, and a table that says where each object is. */
  override _finalize(): void {
    const places = new Map<number, [number, number, number]>([[0, [0, 0, 65535]]]);
    this._offsets.forEach((offset, index) => {
      if (offset !== null && offset !== undefined) places.set(index + 1, [1, offset, 0]);
    });
    let next = this._offsets.length + 1;
    for (let from = 0; from < this.packed.length; from += PACK) {
      const objects = this.packed.slice(from, from + PACK);
      const id = next++;
      objects.forEach((object, index) => places.set(object.id, [2, id, index]));
      places.set(id, [1, this._offset, 0]);
      this.writePack(id, objects);
    }
    const id = next++;
    const start = this._offset;
    places.set(id, [1, start, 0]);
    this.writeTable(id, next, places);
    super._write(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    this.push(null);
  }

  private writePack(id: number, objects: { id: number; body: Uint8Array }[]): void {
    const heads: string[] = [];
    let offset = 0;
    for (const object of objects) {
      heads.push(`${object.id} ${offset}`);
      offset += object.body.length + 1;
    }
    const head = Buffer.from(`${heads.join(' ')}\n`, 'latin1');
    const bodies = objects.flatMap(({ body }) => [body, Buffer.from('\n')]);
    const entries = `/Type /ObjStm /N ${objects.length} /First ${head.length}`;
    this.writeStream(id, entries, Buffer.concat([head, ...bodies]));
  }

  private writeTable(id: number, size: number, places: Map<number, [number, number, number]>): void {
    const rows = Buffer.alloc(size * 7);
    for (let index = 0; index < size; index++) {
      const [type, place, detail] = places.get(index) ?? [0, 0, 65535];
      rows.writeUInt8(type, index * 7);
      rows.writeUInt32BE(place, index * 7 + 1);
      rows.writeUInt16BE(detail, index * 7 + 5);
    }
    this.identified = true;
    const identifier = `<${this.digest?.digest('hex') ?? ''}>`;
    const entries = `/Type /XRef /Size ${size} /W [1 4 2] /Root ${this._root.toString()} /Info ${this._info.toString()} /ID [${identifier} ${identifier}]`;
    this.writeStream(id, entries, rows);
  }

  private writeStream(id: number, entries: string, content: Uint8Array): void {
    const bytes = deflateSync(content, { level: 9 });
    this._write(`${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream`);
    this._write(bytes);
    this._write('\nendstream\nendobj');
  }
}

function options(paper: Document, { width, height }: { width: number; height: number }): object {
  return {
    size: [width, height],
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: paper.language,
    compress: true,
    fontLayoutCache: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: paper.title,
      Author: paper.author,
      Subject: paper.subject,
      ...(paper.keywords.length > 0 && { Keywords: paper.keywords.join(', ') }),
      Creator: 'Committee Papers',
      Producer: PRODUCER,
      CreationDate: paper.madeAt,
      ModDate: paper.madeAt,
    },
  };
}
