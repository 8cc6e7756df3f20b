import { capitalise } from '../format/words.js';
import {
  isSignificant,
  type Change,
  type Outcome,
  type SignificantOutcome,
  type Verdict,
} from '../model/change.js';
import type { Signal } from '../model/theme.js';

/** The words for a significant change: `word` in a table, `noun` in a sentence. */
const SIGNIFICANT = {
  better: { word: 'better', noun: 'an improvement' },
  worse: { word: 'worse', noun: 'a deterioration' },
  increase: { word: 'higher', noun: 'an increase' },
  decrease: { word: 'lower', noun: 'a decrease' },
  reversed: { word: 'reversed', noun: 'a reversal' },
} satisfies Record<SignificantOutcome, { word: string; noun: string }>;

/** The words for the other outcomes: `cell` in a table, `phrase` in a sentence. A member needs no statistics to read them. */
const OTHERS = {
  'cannot-be-said': { cell: 'Too close to call', phrase: 'a change too close to call' },
  'no-clear-change': { cell: '=\u00a0No clear change', phrase: 'a change that chance alone could explain' },
  'not-tested': { cell: '–\u00a0Not tested', phrase: 'a change that could not be tested against chance' },
} satisfies Record<Exclude<Outcome, SignificantOutcome>, { cell: string; phrase: string }>;

export type Mark = '▲' | '▼' | '△' | '▽' | '↔';

/** Returns the mark of a significant change; else null. It points the way the number went, and is hollow if neither way is better. */
export function findMark(change: Change): Mark | null {
  const { better, verdict } = change;
  if (!verdict.significant) return null;
  if (verdict.outcome === 'reversed') return '↔';
  const [up, down] = better === null ? (['△', '▽'] as const) : (['▲', '▼'] as const);
  return isUpward(change) ? up : down;
}

/** A negative gap that widens goes down. The arrow of a count follows its rate by day, as its verdict does. */
function isUpward({ figure, direction }: Change): boolean {
  const isGap = direction === 'widened' || direction === 'narrowed';
  return isGap ? (figure.value ?? 0) > 0 : direction === 'rose';
}

/** Returns the meaning of a verdict, for its colour. */
export function findSignal({ verdict: { outcome } }: Change): Signal {
  if (outcome === 'better') return 'improvement';
  return outcome === 'worse' ? 'concern' : 'neither';
}

/** Formats a verdict for a table: "▲ Better", "▼ Probably worse". No line breaks after the mark. */
export function formatVerdict(change: Change): string {
  const { verdict } = change;
  const mark = findMark(change);
  if (!isSignificant(verdict.outcome)) return OTHERS[verdict.outcome].cell;
  const { word } = SIGNIFICANT[verdict.outcome];
  return `${mark ?? ''}\u00a0${capitalise(isProbable(verdict) ? `probably ${word}` : word)}`;
}

/** Formats a verdict as a noun: "an improvement larger than chance alone would explain", "probably an improvement". */
export function formatVerdictPhrase({ verdict, direction }: Change): string {
  if (direction === 'unchanged') return 'with no change to test';
  if (!isSignificant(verdict.outcome)) return OTHERS[verdict.outcome].phrase;
  const { noun } = SIGNIFICANT[verdict.outcome];
  return isProbable(verdict) ? `probably ${noun}` : `${noun} larger than chance alone would explain`;
}

/** Formats what follows a sentence on a change whose verb says "probably" if the verdict does: ", a deterioration". */
export function formatVerdictEnding(change: Change): string {
  const { outcome } = change.verdict;
  if (!isProbable(change.verdict) || !isSignificant(outcome)) return `, ${formatVerdictPhrase(change)}`;
  return change.better === null ? '' : `, ${SIGNIFICANT[outcome].noun}`;
}

/** Formats the verdict on a change that prints as 0: "with a slight improvement larger than chance alone would explain". */
export function formatSlightVerdict({ verdict: { outcome } }: Change): string {
  if (outcome === 'cannot-be-said') return ', though rounding may hide a change';
  if (!isSignificant(outcome)) return '';
  const noun = SIGNIFICANT[outcome].noun.replace(/^an? /, '');
  return `, with a slight ${noun} larger than chance alone would explain`;
}

export function isProbable({ strength }: Verdict): boolean {
  return strength === 'probable';
}
