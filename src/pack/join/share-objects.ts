import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { copyObject, type Copying } from './copy-objects.js';

/** The objects that parts of a pack can share: they belong to no page and no element. */
const SHAREABLE_TYPES = ['Font', 'FontDescriptor', 'ExtGState', 'XObject', 'Namespace'];
/** The entries of a font that refer to streams without a type. */
const STREAM_KEYS = ['FontFile2', 'FontFile3', 'ToUnicode', 'SMask'];

/** The shared objects of a pack, by the hash of their content. */
export type SharedObjects = Map<string, PDFRef>;

/**
 * Copies the fonts, pictures and graphics states of a file, and each equal one only once in the whole pack. Returns the new
 * references of those that were copied or found.
 */
export function shareObjects(
  source: PDFContext,
  { target, change }: Omit<Copying, 'refs'>,
  shared: SharedObjects,
): Map<PDFRef, PDFRef> {
  const refs = new Map<PDFRef, PDFRef>();
  const share = (ref: PDFRef): void => {
    const object = source.lookup(ref);
    if (refs.has(ref) || !object) return;
    for (const part of listParts(object)) share(part);
    if (listRefs(object).some((part) => !refs.has(part))) return; // it needs something that is not shared
    const copy = copyObject(object, { target, refs, change });
    const key = hashObject(copy);
    const known = shared.get(key) ?? target.register(copy);
    shared.set(key, known);
    refs.set(ref, known);
  };
  for (const [ref, object] of source.enumerateIndirectObjects()) if (isShareable(object)) share(ref);
  return refs;
}

function isShareable(object: PDFObject): boolean {
  const dict = getDict(object);
  const type = dict?.get(PDFName.of('Type'));
  return type instanceof PDFName && SHAREABLE_TYPES.includes(type.asString().slice(1));
}

/** Lists the objects that a shareable object consists of, each to be shared before it. */
function listParts(object: PDFObject): PDFRef[] {
  const dict = getDict(object);
  if (!dict) return [];
  const streams = STREAM_KEYS.map((key) => dict.get(PDFName.of(key)));
  const fonts = ['DescendantFonts', 'FontDescriptor'].flatMap((key) => {
    const value = dict.get(PDFName.of(key));
    return value instanceof PDFArray ? value.asArray() : [value];
  });
  return [...streams, ...fonts].filter((part) => part instanceof PDFRef);
}

function getDict(object: PDFObject): PDFDict | null {
  if (object instanceof PDFRawStream) return object.dict;
  return object instanceof PDFDict ? object : null;
}

/** Lists the references anywhere in an object, without following them. */
function listRefs(object: PDFObject): PDFRef[] {
  if (object instanceof PDFRef) return [object];
  if (object instanceof PDFArray) return object.asArray().flatMap(listRefs);
  return getDict(object)?.values().flatMap(listRefs) ?? [];
}

function hashObject(object: PDFObject): string {
  const hash = createHash('sha256').update(getDict(object)?.toString() ?? object.toString(), 'latin1');
  if (object instanceof PDFRawStream) hash.update(object.contents);
  return hash.digest('hex');
}
