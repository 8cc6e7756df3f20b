import { formatInWords } from '../format/figures.js';
import type { BetterWhen } from '../model/better-when.js';
import type { Assurance, ControlPhase } from '../model/control.js';
import type { Figure } from '../model/figure.js';
import { nameValue } from '../model/name-value.js';
import { assessLimits, type AssuranceStatus } from '../statistics/assurance.js';

/** Describes what the limits of ordinary variation say about a monthly target. */
export function describeAssurance(
  target: Figure,
  { lower, upper }: Pick<ControlPhase, 'lower' | 'upper'>,
  betterWhen: BetterWhen,
): Assurance {
  if (lower.value === null || upper.value === null || target.value === null)
    return {
      status: 'not available',
      detail: `too few months have a ${nameValue(target.unit)} to tell usual variation`,
    };
  const status = assessLimits({ lower: lower.value, upper: upper.value }, target.value, betterWhen);
  if (status === null)
    return {
      status: 'not available',
      detail: 'neither direction of the measure counts as better',
    };
  const bound = betterWhen === 'higher' ? 'at least' : 'at most';
  return { status, detail: describeStatus(status, `target of ${bound} ${formatInWords(target)}`) };
}

function describeStatus(status: AssuranceStatus, target: string): string {
  switch (status) {
    case 'consistently met':
      return `if nothing changes, every month can be expected to meet the ${target}`;
    case 'consistently missed':
      return `if nothing changes, no month can be expected to meet the ${target}`;
    case 'hit and miss':
      return `by usual variation alone, a month may meet or miss the ${target}`;
    default:
      return status satisfies never;
  }
}
