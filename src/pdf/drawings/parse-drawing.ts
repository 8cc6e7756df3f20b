/** An element of a drawing. */
export interface DrawingElement {
  name: string;
  attributes: Record<string, string>;
  /** The elements and texts within it, in order. */
  children: (DrawingElement | string)[];
}

/** A tag, or the text between two tags. */
const PART = /<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const ENTITY = /&(amp|lt|gt|quot|#39);/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Parses the SVG of a chart or a diagram of this program. It is no parser of SVG in general: pictures of authors have one. */
export function parseDrawing(svg: string): DrawingElement {
  const root: DrawingElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [, closing, name = '', attributes = '', empty, text] of svg.matchAll(PART)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(unescapeXml(text));
    else if (closing) open.pop();
    else {
      const element = { name, attributes: parseAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [drawing] = root.children;
  if (typeof drawing !== 'object' || open.length !== 1)
    throw new Error('internal error: a drawing is not complete');
  return drawing;
}

function parseAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = '', value = '']) => [name, unescapeXml(value)]),
  );
}

function unescapeXml(text: string): string {
  return text.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? '');
}
