import { ImportedXmlComponent, type ParagraphChild, type XmlComponent } from 'docx';

/** An element that can stand in a paragraph. */
export type WordElement = ParagraphChild & XmlComponent;

/** Makes an element of WordprocessingML that the library has no class for. Attributes without a value are left out. */
export function makeElement(
  name: string,
  attributes: Record<string, string | number> = {},
  children: readonly (XmlComponent | ParagraphChild | string)[] = [],
): WordElement {
  const element = new ImportedXmlComponent(name, attributes);
  for (const child of children) element.push(child as XmlComponent);
  return toWordElement(element);
}

/** Lets an element stand in a paragraph. The library's type lists only some of its classes. */
export function toWordElement(element: XmlComponent): WordElement {
  return element as WordElement;
}
