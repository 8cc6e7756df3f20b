import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/**
 * Changes an entry of a dictionary on its way into the pack. Returns undefined to copy it as it is.
 * The copy of a changed value is not changed again.
 */
export type ChangeEntry = (key: string, value: PDFObject, dict: PDFDict) => PDFObject | undefined;

export interface Copying {
  target: PDFContext;
  /** The new references. What is not in it is left out. */
  refs: ReadonlyMap<PDFRef, PDFRef>;
  change: ChangeEntry;
}

/** Returns a copy of an object for another file. Entries that refer to what is left out disappear, and array items become null. */
export function copyObject(object: PDFObject, copying: Copying): PDFObject {
  if (object instanceof PDFRef) return copying.refs.get(object) ?? copying.target.obj(null);
  if (object instanceof PDFDict) return copyDict(object, copying);
  if (object instanceof PDFRawStream) return PDFRawStream.of(copyDict(object.dict, copying), object.contents);
  if (!(object instanceof PDFArray)) return object; // a number, name or string, which nothing changes
  const copy = PDFArray.withContext(copying.target);
  for (const item of object.asArray()) copy.push(copyObject(item, copying));
  return copy;
}

export function copyDict(dict: PDFDict, copying: Copying): PDFDict {
  const copy = new Map<PDFName, PDFObject>();
  for (const [key, value] of dict.entries()) {
    if (value instanceof PDFRef && !copying.refs.has(value)) continue;
    copy.set(key, copying.change(key.asString().slice(1), value, dict) ?? copyObject(value, copying));
  }
  return PDFDict.fromMapWithContext(copy, copying.target);
}
