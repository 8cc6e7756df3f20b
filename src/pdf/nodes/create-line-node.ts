import type { LineNode } from './pdf-node.js';

/** Returns a horizontal line. Thickness and width in points. */
export function createLineNode(colour: string, thickness: number, width: number): LineNode {
  return {
    tag: 'artifact',
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: thickness, lineColor: colour }],
  };
}
