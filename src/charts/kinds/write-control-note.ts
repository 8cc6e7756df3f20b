import { formatMonth } from '../../format/dates.js';
import { wordReason } from '../../format/word-reason.js';
import { capitalise, joinNames } from '../../format/words.js';
import { formatInWords } from '../../format/figures.js';
import { nameValue } from '../../model/name-value.js';
import type { Control, ControlPhase } from '../../model/control.js';
import { formatLimitValue } from './format-limit-value.js';

const HOW_TO_READ =
  'Usual variation: while nothing changes, nearly every month lies between the limits. ' +
  'Special cause: a month outside the limits, seven months on one side of the mean, ' +
  'seven that rise or fall without a break, or two of three close to one limit.';

/** Writes the note under a control chart: how to read it, and what its limits rest on. */
export function writeControlNote({ phases, months }: Control): string {
  const noun = nameValue(months[0]?.figure.unit ?? 'count');
  return [
    phases.some(hasLimits) ? HOW_TO_READ : `No limits: too few months have a ${noun}.`,
    ...phases.slice(0, -1).flatMap((phase) => describeEarlierPhase(phase, noun)),
    ...phases.flatMap((phase) => describeBreak(phase, noun)),
    ...phases.flatMap(describeRecalculation),
    ...phases
      .slice(1)
      .slice(-1)
      .flatMap((phase) => describeLackOfLimits(phase, noun)),
    ...describeCuts(phases),
    ...describeProvisional(phases),
    ...describeGaps(months, noun),
  ].join(' ');
}

type Noun = ReturnType<typeof nameValue>;

function hasLimits({ upper }: ControlPhase): boolean {
  return upper.value !== null;
}

/** The drawing prints the limits of the latest phase only. */
function describeEarlierPhase(phase: ControlPhase, noun: Noun): string[] {
  const { from, mean, lower, upper } = phase;
  if (!hasLimits(phase)) return describeLackOfLimits(phase, noun);
  const [least, middle, most] = [lower, mean, upper].map((figure) => formatLimitValue(figure, formatInWords));
  return [`From ${from} the mean was ${middle ?? ''}, and the limits ${least ?? ''} and ${most ?? ''}.`];
}

function describeLackOfLimits(phase: ControlPhase, noun: Noun): string[] {
  return hasLimits(phase) ? [] : [`No limits from ${phase.from}: too few months have a ${noun}.`];
}

/** Says at which ends of the scale the limits of percentages stop. */
function describeCuts(phases: readonly ControlPhase[]): string[] {
  const ends = [...new Set(phases.flatMap(({ cuts }) => cuts.map((limit) => formatLimitValue(limit))))];
  return ends.length === 0
    ? []
    : [`Limits are cut at ${joinNames(ends.sort())}, the end${ends.length > 1 ? 's' : ''} of the scale.`];
}

function describeBreak({ start, from, seriesBreak }: ControlPhase, noun: Noun): string[] {
  if (seriesBreak === null || start === 0) return [];
  const reason = seriesBreak.replace(/[\s.]+$/, '');
  return [
    `${capitalise(noun)}s from ${from} cannot be compared with earlier ones, and have limits of their own: ${reason}.`,
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

/** Names the months without a number, each group with its reason. */
function describeGaps(months: Control['months'], noun: Noun): string[] {
  const missing = months.filter(({ figure }) => figure.value === null);
  const reasons = new Map<string, string[]>();
  for (const { month, figure } of missing) {
    const reason = figure.reason ?? `no ${noun} on file`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), formatMonth(month)]);
  }
  return [...reasons].map(([reason, names]) => `No ${noun}: ${joinNames(names)} (${wordReason(reason)}).`);
}
