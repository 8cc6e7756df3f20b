import { markup, type Html } from '../../markup/markup.js';
import type { Location } from '../describe/comparison.js';

interface Located {
  before: Location | null;
  after: Location | null;
}

/** Renders " (was 12)". Returns null if the number is the same. `missing` stands for an old part without a number. */
export function renderOldNumber({ before, after }: Located, missing: string | null = null): Html | null {
  if (!before || !after || before.number === after.number) return null;
  const oldNumber = before.number ?? missing;
  return oldNumber === null ? null : markup` <span class="soft">(was ${oldNumber})</span>`;
}
