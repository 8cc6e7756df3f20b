import type { Fragment } from '../../model/fragment.js';
import type { Inline } from '../../model/inline.js';
import type { Checked } from '../../model/problem.js';

/** The name, anchor and number of an insert: "Table 1". */
export interface Placed {
  id: string;
  anchor: string;
  number: string;
}

export type RenderFragment = (fragment: Fragment) => Checked<Inline[]>;
