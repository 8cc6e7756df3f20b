import type { ChartConfiguration } from 'chart.js';

/** A chart ready for Chart.js. Its width is the width of the text. */
export interface ConfiguredChart {
  config: ChartConfiguration;
  /** Points. */
  height: number;
  /** The room that it takes on both sides of its plot. */
  frame: Frame;
}

/** The room on both sides of a plot, in points. Charts that share a number have the same. */
export interface Frame {
  left: number;
  right: number;
}

/** The frame of a chart with a number of its own. */
export const NO_FRAME: Frame = { left: 0, right: 0 };

/** Returns the larger room on each side. */
export function joinFrames(...frames: Frame[]): Frame {
  return {
    left: Math.max(...frames.map(({ left }) => left)),
    right: Math.max(...frames.map(({ right }) => right)),
  };
}
