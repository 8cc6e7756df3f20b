import { escapeXml } from './escape-xml.js';

/** HTML that can go into a page unescaped. Only this file creates it. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | null | readonly Part[];

/**
 * Builds HTML from a template literal. Escapes the values in it, unless they are HTML already. Prints nothing
 * for null and joins lists. Values are safe in text and in double-quoted attributes.
 */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: strings.map((string, index) => string + renderPart(parts[index] ?? null)).join('') };
}

/** Builds an element. Omits attributes that are null. */
export function makeElement(
  name: string,
  attributes: Record<string, string | number | null>,
  content: Part,
): Html {
  return { html: `<${name}${renderAttributes(attributes)}>${renderPart(content)}</${name}>` };
}

/** Builds an element that has no content, such as a picture. */
export function makeVoidElement(name: string, attributes: Record<string, string | number | null>): Html {
  return { html: `<${name}${renderAttributes(attributes)}>` };
}

function renderAttributes(attributes: Record<string, string | number | null>): string {
  const present = Object.entries(attributes).filter(([, value]) => value !== null);
  return present.map(([key, value]) => ` ${key}="${escapeText(String(value))}"`).join('');
}

/** Marks markup that the program itself made, such as a drawing, as safe HTML. */
export function trustHtml(html: string): Html {
  return { html };
}

function renderPart(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(renderPart).join('');
}

/** Replaces control characters by a space and removes soft hyphens, because no edition prints them. */
function escapeText(text: string): string {
  return escapeXml(text.replace(/[\u0000-\u001f]+/g, ' ').replace(/\u00ad/g, ''));
}
