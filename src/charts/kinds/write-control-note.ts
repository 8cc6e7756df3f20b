import { formatMonth } from '../../format/dates.js';
import { wordReason } from '../../format/word-reason.js';
import { joinNames } from '../../format/words.js';
import type { Control, ControlPhase } from '../../model/control.js';
import { formatLimitValue } from './format-limit-value.js';

const HOW_TO_READ =
  'Usual variation: while nothing changes, nearly every month lies between the limits. ' +
  'Special cause: a month outside the limits, seven months on one side of the mean, ' +
  'seven that rise or fall without a break, or two of three close to one limit.';

/** Writes the note under a control chart: how to read it, and what its limits rest on. */
export function writeControlNote({ phases, months }: Control): string {
  return [
    phases.some(hasLimits) ? HOW_TO_READ : 'No limits: too few months have a count.',
    ...phases.slice(0, -1).flatMap(describeEarlierPhase),
    ...phases.flatMap(describeBreak),
    ...phases.flatMap(describeRecalculation),
    ...phases.slice(1).slice(-1).flatMap(describeLackOfLimits),
    ...describeProvisional(phases),
    ...describeGaps(months),
  ].join(' ');
}

function hasLimits({ upper }: ControlPhase): boolean {
  return upper.value !== null;
}

/** The drawing prints the limits of the latest phase only. */
function describeEarlierPhase(phase: ControlPhase): string[] {
  const { from, mean, lower, upper } = phase;
  if (!hasLimits(phase)) return describeLackOfLimits(phase);
  const [least, middle, most] = [lower, mean, upper].map(formatLimitValue);
  return [`From ${from} the mean was ${middle ?? ''}, and the limits ${least ?? ''} and ${most ?? ''}.`];
}

function describeLackOfLimits(phase: ControlPhase): string[] {
  return hasLimits(phase) ? [] : [`No limits from ${phase.from}: too few months have a count.`];
}

function describeBreak({ start, from, seriesBreak }: ControlPhase): string[] {
  if (seriesBreak === null || start === 0) return [];
  const reason = seriesBreak.replace(/[\s.]+$/, '');
  return [
    `Counts from ${from} cannot be compared with earlier ones, and have limits of their own: ${reason}.`,
  ];
}

function describeRecalculation({ from, reason }: ControlPhase): string[] {
  return reason === null
    ? []
    : [`The limits were calculated anew from ${from}: ${reason.replace(/[\s.]+$/, '')}.`];
}

function describeProvisional(phases: readonly ControlPhase[]): string[] {
  const provisional = phases.filter((phase) => phase.trial && hasLimits(phase));
  if (provisional.length === 0) return [];
  const months = phases.length > 1 ? ` from ${joinNames(provisional.map(({ from }) => from))}` : '';
  return [`Provisional limits${months}: they rest on fewer than 12 months.`];
}

/** Names the months without a count, each group with its reason. */
function describeGaps(months: Control['months']): string[] {
  const missing = months.filter(({ figure }) => figure.value === null);
  const reasons = new Map<string, string[]>();
  for (const { month, figure } of missing) {
    const reason = figure.reason ?? 'no count on file';
    reasons.set(reason, [...(reasons.get(reason) ?? []), formatMonth(month)]);
  }
  return [...reasons].map(([reason, names]) => `No count: ${joinNames(names)} (${wordReason(reason)}).`);
}
