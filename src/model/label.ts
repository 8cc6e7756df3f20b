import type { Place } from './problem.js';

/** A thing that the text can cite or print. */
export interface Label {
  kind: string;
  /** The text that it prints today: "Table 2", "64%". */
  prints: string;
  /** The text to type. Null for a part that cannot be cited. */
  type: string | null;
  /** Why it cannot be cited. */
  reason?: string;
  about: string;
  /** The section of a part: "B Supporting information". */
  section?: string;
  place: Place | null;
}
