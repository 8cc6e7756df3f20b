import type { AreaFigures } from '../model/period-data.js';

export type PublishedArea = AreaFigures['published'][number];

/** `x` of the `n` people asked in an area gave the answer. `deff` is the design effect. */
export interface AreaSample {
  name: string;
  x: number;
  n: number;
  deff: number;
}

/** Turns the results of areas into samples. Areas without a value or a base are left out. */
export function sampleAreas(areas: readonly PublishedArea[]): AreaSample[] {
  return areas.flatMap(({ name, figure: { value, base, designEffect } }) =>
    value === null || base === undefined ? [] : [{ name, x: value * base, n: base, deff: designEffect ?? 1 }],
  );
}
