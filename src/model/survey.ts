import type { Figure } from './figure.js';

/** A survey in `measures.yaml`. Several measures can share it. */
export interface Survey {
  id: string;
  name: string;
  /** The people asked: "adults in Northmere". */
  population: string;
  /** The method of the interviews: "face to face". */
  method: string | undefined;
  /** The base of rolling figures without their own base. */
  interviews: Figure | undefined;
  /** Undefined if it is not known. */
  designEffect: number | undefined;
  minimumBase: number | undefined;
}

/** Returns the reason not to print a result if too few people were asked, or else null. */
export function explainSmallBase(base: number | undefined, survey: Survey | undefined): string | null {
  const minimum = survey?.minimumBase;
  return minimum === undefined || base === undefined || base >= minimum
    ? null
    : `only ${base} were asked, fewer than ${minimum}`;
}
