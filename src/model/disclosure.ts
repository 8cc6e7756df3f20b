import type { Figure } from './figure.js';

/** How a data set or a measure protects people whom a small number could identify. */
export interface Disclosure {
  /** Counts from 1 to below the threshold are not shown. At least 3: of a threshold of 2, a reader knows each hidden count. */
  threshold: number;
  /** True if papers that are exempt from publication show the counts. */
  showInExemptPapers: boolean;
}

/** The `reason` of a figure that is not shown, so that nobody can be identified. */
export const CONFIDENTIAL = 'confidential';

/** Returns true if a figure is hidden to protect the people behind it. */
export function isConfidential({ value, reason }: Pick<Figure, 'value' | 'reason'>): boolean {
  return value === null && reason === CONFIDENTIAL;
}

/** Says which numbers are not shown, for the key under a table. */
export function explainDisclosure({ threshold }: Pick<Disclosure, 'threshold'>): string {
  return `a number from 1 to ${threshold - 1} is not shown, nor one that would reveal it, so that nobody can be identified`;
}
