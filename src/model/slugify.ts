/** Joins the letters and digits of a text with hyphens: "Public order" becomes `public-order`. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Every object of JavaScript has something of this name. */
const TAKEN = 'constructor';

/** Returns true for a name that an author may give to an entry. */
export function isFree(id: string): boolean {
  return id !== TAKEN;
}
