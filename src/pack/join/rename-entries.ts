import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { ChangeEntry } from './copy-objects.js';

/** The changes of one part of a pack, which keep its names and numbers apart from those of other parts. */
export interface Renaming {
  target: PDFContext;
  /** Before names of destinations and elements. */
  prefix: string;
  /** Added to the keys of the tree that leads from content to its element. */
  firstKey: number;
  /** New names of embedded fonts. */
  fontNames: ReadonlyMap<string, string>;
}

/** Returns a function that renames an entry where the format has names that count for the whole file. */
export function createRenamer({ target, prefix, firstKey, fontNames }: Renaming): ChangeEntry {
  return (key, value, dict) => {
    switch (key) {
      case 'StructParent':
      case 'StructParents':
        return value instanceof PDFNumber ? PDFNumber.of(value.asNumber() + firstKey) : undefined;
      case 'BaseFont':
      case 'FontName':
        return value instanceof PDFName ? renameFont(value, fontNames) : undefined;
      case 'Dest':
        return prefixText(value, prefix);
      case 'D':
        return isOfKind(dict, 'S', 'GoTo') ? prefixText(value, prefix) : undefined;
      case 'ID':
        return isOfKind(dict, 'Type', 'StructElem') ? prefixText(value, prefix) : undefined;
      case 'Headers':
        return value instanceof PDFArray && isOfKind(dict, 'O', 'Table')
          ? prefixTexts(value, prefix, target)
          : undefined;
      default:
        return undefined;
    }
  };
}

/** Returns a text with the prefix. Returns undefined for what is not a text, such as a destination that has no name. */
function prefixText(value: PDFObject, prefix: string): PDFObject | undefined {
  const isText = value instanceof PDFString || value instanceof PDFHexString;
  return isText ? makeText(prefix + value.decodeText()) : undefined;
}

function prefixTexts(values: PDFArray, prefix: string, target: PDFContext): PDFArray {
  const copy = PDFArray.withContext(target);
  for (const value of values.asArray()) copy.push(prefixText(value, prefix) ?? value);
  return copy;
}

/** Makes a text of the file. Plain ASCII stays readable in it. */
export function makeText(text: string): PDFString | PDFHexString {
  const isPlain = /^[\x20-\x7e]*$/.test(text);
  return isPlain ? PDFString.of(text.replace(/[\\()]/g, '\\$&')) : PDFHexString.fromText(text);
}

function isOfKind(dict: PDFDict, key: string, name: string): boolean {
  return dict.get(PDFName.of(key)) === PDFName.of(name);
}

function renameFont(name: PDFName, fontNames: ReadonlyMap<string, string>): PDFName {
  const text = name.asString().slice(1);
  return PDFName.of(fontNames.get(text) ?? text);
}
