import { FONT_FAMILY } from '../../fonts.js';
import type { Hatch } from './hatch.js';
import { IDENTITY, type Matrix } from './matrix.js';

/** The properties that Chart.js sets and reads on a context. */
interface CanvasProperties {
  fillStyle: string | Hatch;
  strokeStyle: string | Hatch;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  lineDashOffset: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  globalAlpha: number;
  globalCompositeOperation: string;
  direction: string;
}

/** The state that `save` stores and `restore` brings back. */
export interface CanvasState extends CanvasProperties {
  matrix: Matrix;
  /** The clip paths in force, by index. */
  clips: number[];
  /** The lengths of dashes and gaps in turn. */
  dash: number[];
}

/** The defaults of the canvas standard. */
const DEFAULTS: CanvasProperties = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  font: `10px ${FONT_FAMILY}`,
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  direction: 'ltr',
};

// `Object.keys` returns strings: TypeScript does not know that an object has no other keys.
export const CANVAS_PROPERTIES = Object.keys(DEFAULTS) as (keyof CanvasProperties)[];

export function createCanvasState(): CanvasState {
  return { ...DEFAULTS, matrix: IDENTITY, clips: [], dash: [] };
}
