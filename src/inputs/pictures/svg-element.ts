/** An element of a drawing, with the attributes that are allowed. */
export interface SvgElement {
  name: string;
  attributes: Record<string, string>;
  children: (SvgElement | string)[];
  /** Counts from 1. */
  line: number;
}

/** Returns the text that is directly in an element. */
export function readText({ children }: SvgElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}
