import type { Inline, Node } from 'pdfmake/js/LayoutBuilder.js';

/**
 * The origin of something on a page, from which the renderer finds its owner. The layout stores it as a
 * property, because pdfmake copies lines and drawings. A copy keeps its id.
 */
export interface Trace {
  id: number;
  node: Node;
  /** True for the bullet or number of a list item. */
  isMarker: boolean;
  region: 'header' | 'footer' | null;
}

/** Lines and drawings that the layout can trace. */
export interface Traced {
  _trace?: Trace;
}

/** Returns the origin of something on a page. Lines and tints of tables have none. */
export function findTrace(item: Traced & { inlines?: Inline[] }): Trace | undefined {
  // pdfmake creates the line of a list's number when it places it. Only the line's words have a trace.
  return item._trace ?? item.inlines?.[0]?._trace;
}
