/** A small object of the file, packed into a compressed stream with others (ISO 32000-1, 7.5.7). */
export interface PackedObject {
  id: number;
  /** PDF syntax. Each character is one byte. */
  body: string;
}

/** A row of the cross-reference stream: a type and its two fields (ISO 32000-1, 7.5.8). */
export type CrossReference = [type: 0 | 1 | 2, field2: number, field3: number];

/** The head of the list of free objects, which is empty. */
export const NO_FREE_OBJECT: CrossReference = [0, 0, 65535];

/** A stream of the file before compression. The entries are in PDF syntax. */
export interface StreamContent {
  entries: string;
  content: Uint8Array;
}

/** Returns an object stream: the ids and offsets of its objects, then the objects. */
export function createObjectStream(objects: PackedObject[]): StreamContent {
  const index: string[] = [];
  let offset = 0;
  for (const { id, body } of objects) {
    index.push(`${id} ${offset}`);
    offset += body.length + 1;
  }
  const head = `${index.join(' ')}\n`;
  const bodies = objects.map(({ body }) => `${body}\n`);
  return {
    entries: `/Type /ObjStm /N ${objects.length} /First ${head.length}`,
    content: Buffer.from(head + bodies.join(''), 'latin1'),
  };
}

/** Bytes of the three fields of a row. */
const FIELD_SIZES = [1, 4, 2] as const;
const ROW_SIZE = FIELD_SIZES[0] + FIELD_SIZES[1] + FIELD_SIZES[2];

/** Returns the cross-reference stream. `entries` is the rest of the trailer. */
export function createCrossReferenceStream(
  references: Map<number, CrossReference>,
  size: number,
  entries: string,
): StreamContent {
  const content = Buffer.alloc(size * ROW_SIZE);
  for (let id = 0; id < size; id++) {
    const [type, field2, field3] = references.get(id) ?? NO_FREE_OBJECT;
    content.writeUInt8(type, id * ROW_SIZE);
    content.writeUInt32BE(field2, id * ROW_SIZE + FIELD_SIZES[0]);
    content.writeUInt16BE(field3, id * ROW_SIZE + FIELD_SIZES[0] + FIELD_SIZES[1]);
  }
  return { entries: `/Type /XRef /Size ${size} /W [${FIELD_SIZES.join(' ')}] ${entries}`, content };
}
