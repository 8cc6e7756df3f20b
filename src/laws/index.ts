import { englandExecutive } from './england-executive.js';
import { englandLocalAuthority } from './england-local-authority.js';
import type { Law, LawId } from './law.js';
import { nhsBoard } from './nhs-board.js';
import { none } from './none.js';
import { scotland } from './scotland.js';
import { wales } from './wales.js';

/** Every law by its name. A name without a law does not compile. */
export const LAWS: Readonly<Record<LawId, Law>> = {
  'england-local-authority': englandLocalAuthority,
  'england-executive': englandExecutive,
  'nhs-board': nhsBoard,
  scotland,
  wales,
  none,
};
