import type { Figure } from './figure.js';

/** The parts of a whole, in per cent. */
export interface Shares {
  id: string;
  label: string;
  parts: { id: string; name: string; figure: Figure }[];
  sum: Figure;
  /** The reason why the parts do not add up to 100. Null if they do. */
  note: string | null;
}
