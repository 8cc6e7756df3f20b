/** An element of a drawing, with the attributes that are allowed. */
export interface SvgElement {
  name: string;
  attributes: Record<string, string>;
  children: (SvgElement | string)[];
  /** Counts from 1. */
  line: number;
}
