/** HTML that may stand in a page as it is. Only what is in this file makes it. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | null | readonly Part[];

/**
 * A template tag: what is put in is escaped, unless it is HTML already. Null is nothing; lists are joined. Values may stand in
 * text and in attributes in double quotes.
 */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: strings.map((string, index) => string + written(parts[index] ?? null)).join('') };
}

/** An element; attributes that are null are left out. */
export function makeElement(
  name: string,
  attributes: Record<string, string | number | null>,
  content: Part,
): Html {
  const present = Object.entries(attributes).filter(([, value]) => value !== null);
  const inside = present.map(([key, value]) => ` ${key}="${escape(String(value))}"`).join('');
  return { html: `<${name}${inside}>${written(content)}</${name}>` };
}

/** Takes what our own code has made, such as a drawing, as HTML. */
export function trustHtml(html: string): Html {
  return { html };
}

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(written).join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Control characters and soft hyphens print nothing in any edition. */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/\u00ad/g, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
