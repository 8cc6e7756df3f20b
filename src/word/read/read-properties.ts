import { joinText, listChildren, type XmlElement } from '../../ooxml/xml-element.js';
import type { WordProperties } from './word-file.js';

/** Reads the properties of a file: those that every file has, and those that a program or an author named. */
export function readProperties(core: XmlElement | null, custom: XmlElement | null): WordProperties {
  const named = listProperties(custom).flatMap((element): [string, string][] => {
    const { name } = element.attributes;
    return name === undefined ? [] : [[name, joinText(element).trim()]];
  });
  return {
    core: Object.fromEntries(listProperties(core).map((element) => [element.name, joinText(element).trim()])),
    custom: Object.fromEntries(named),
  };
}

/** Lists the elements inside the only element of a part. */
function listProperties(root: XmlElement | null): XmlElement[] {
  return listChildren(root).flatMap((element) => listChildren(element));
}
