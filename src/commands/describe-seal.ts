import type { CheckedSeal } from '../archive/seal/check-seals.js';
import { formatCount } from '../format/words.js';

/** Describes a seal: "Seal 2 shows that the first 5 lines of the register existed on 2026-05-12 at 10:31:07 UTC, says Northmere TSA." */
export function describeSeal({ number, lines, time, authority }: CheckedSeal): string {
  const [day = '', clock = ''] = time.toISOString().split('T');
  const part = lines === 1 ? 'first line' : `first ${formatCount(lines, 'line')}`;
  return `Seal ${number} shows that the ${part} of the register existed on ${day} at ${clock.slice(0, 8)} UTC, says ${authority}.`;
}
