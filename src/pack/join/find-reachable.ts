import { PDFArray, PDFDict, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/** Finds all objects that lead on from the roots, in the order of their numbers. Does not enter those of `outside`. */
export function findReachable(
  context: PDFContext,
  roots: PDFObject[],
  outside: ReadonlySet<PDFRef>,
): PDFRef[] {
  const found = new Set<PDFRef>();
  const waiting = [...roots];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFArray) for (const item of object.asArray()) waiting.push(item);
    else if (object instanceof PDFDict) for (const value of object.values()) waiting.push(value);
    else if (object instanceof PDFRawStream) waiting.push(object.dict);
    else if (object instanceof PDFRef && !outside.has(object) && !found.has(object)) {
      const target = context.lookup(object);
      if (!target) continue; // a reference to nothing counts as null
      found.add(object);
      waiting.push(target);
    }
  }
  return [...found].sort((a, b) => a.objectNumber - b.objectNumber);
}
