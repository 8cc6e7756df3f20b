import type { Figure } from './figure.js';

/** The parts of a whole, in per cent. */
export interface Shares {
  id: string;
  label: string;
  parts: { id: string; name: string; figure: Figure }[];
  sum: Figure;
  /** A note for readers, if rounding may keep the parts from adding up to 100, or if a part is missing. */
  note: string | null;
  /** True if the parts miss 100 by more than rounding explains. */
  isSumWrong: boolean;
}
