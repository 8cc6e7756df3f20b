import { listChildren, type XmlElement } from '../../ooxml/xml-element.js';
import { chooseAlternative } from './enter-element.js';
import { isSwitchedOn } from './is-switched-on.js';
import type { WordPicture } from './word-file.js';

/** Reads a drawing: a picture with its alternative text, or boxes of text. */
export function readPicture(drawing: XmlElement): { picture: WordPicture | null; boxes: XmlElement[] } {
  const boxes: XmlElement[] = [];
  const properties: XmlElement[] = [];
  const shapes: XmlElement[] = [];
  let isDecorative = false;
  const visit = (element: XmlElement): void => {
    if (element.name === 'txbxContent') boxes.push(element);
    else if (element.name === 'AlternateContent') visitChildren(chooseAlternative(element));
    else {
      if (element.name === 'docPr') properties.push(element);
      if (element.name === 'shape' && element.attributes['alt'] !== undefined) shapes.push(element);
      if (element.name === 'decorative') isDecorative ||= isSwitchedOn(element.attributes['val'] ?? '0');
      visitChildren(element);
    }
  };
  const visitChildren = (element: XmlElement | null): void => {
    for (const child of listChildren(element)) visit(child);
  };
  visit(drawing);
  const text = (properties[0]?.attributes['descr'] ?? shapes[0]?.attributes['alt'] ?? '').trim();
  if (boxes.length > 0 && text === '') return { picture: null, boxes };
  return { picture: { alternative: text === '' ? null : text, isDecorative }, boxes };
}
