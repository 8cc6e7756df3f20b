import { FONT_FAMILY } from '../fonts.js';
import type { Hatch } from './hatch.js';
import { IDENTITY, type Matrix } from './matrix.js';

/** What a canvas keeps with `save` and brings back with `restore`. */
export interface CanvasState {
  matrix: Matrix;
  clips: number[];
  dash: number[];
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

export function initialState(): CanvasState {
  return {
    matrix: IDENTITY,
    clips: [],
    dash: [],
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
}

/** The properties that Chart.js sets and reads on a context, besides its methods. */
export const PROPERTIES = Object.keys(initialState()).filter(
  (key) => !['matrix', 'clips', 'dash'].includes(key),
) as (keyof CanvasState)[];
