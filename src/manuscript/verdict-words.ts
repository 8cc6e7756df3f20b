import { capitalise } from '../format/words.js';
import {
  isSignificant,
  type Change,
  type Outcome,
  type SignificantOutcome,
  type Verdict,
} from '../model/change.js';
import type { Signal } from '../model/theme.js';
import { isNoticeable } from './helpers/change-values.js';

/** The words for a significant change: `word` in a table, `noun` in a sentence. */
interface ChangeWords {
  word: string;
  noun: string;
}

const SIGNIFICANT = {
  better: { word: 'better', noun: 'an improvement' },
  worse: { word: 'worse', noun: 'a deterioration' },
  increase: { word: 'higher', noun: 'an increase' },
  decrease: { word: 'lower', noun: 'a decrease' },
  reversed: { word: 'reversed', noun: 'a reversal' },
} satisfies Record<SignificantOutcome, ChangeWords>;

/** The words for a gap of which neither size is better. */
const GAPS: Partial<Record<SignificantOutcome, ChangeWords>> = {
  increase: { word: 'wider', noun: 'a widening' },
  decrease: { word: 'narrower', noun: 'a narrowing' },
};

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
function isUpward(change: Change): boolean {
  return isOfGap(change) ? (change.figure.value ?? 0) > 0 : change.direction === 'rose';
}

function isOfGap({ direction }: Change): boolean {
  return direction === 'widened' || direction === 'narrowed';
}

function findWords(change: Change, outcome: SignificantOutcome): ChangeWords {
  return (isOfGap(change) ? GAPS[outcome] : undefined) ?? SIGNIFICANT[outcome];
}

/** Returns the meaning of a verdict, for its colour. */
export function findSignal({ verdict: { outcome } }: Change): Signal {
  if (outcome === 'better') return 'improvement';
  return outcome === 'worse' ? 'concern' : 'neither';
}

/**
 * Formats a verdict for a table: "▲ Better", "▼ Probably worse", "▲ Slightly better" for a change that prints as 0. No line breaks
 * after the mark.
 */
export function formatVerdict(change: Change): string {
  const { verdict } = change;
  const mark = findMark(change);
  if (!isSignificant(verdict.outcome)) return OTHERS[verdict.outcome].cell;
  const { word } = findWords(change, verdict.outcome);
  const adverbs = [isProbable(verdict) ? 'probably ' : '', isNoticeable(change) ? '' : 'slightly '];
  return `${mark ?? ''}\u00a0${capitalise(`${adverbs.join('')}${word}`)}`;
}

/**
 * Formats a verdict as a noun: "an improvement larger than chance alone would explain", "probably an improvement". A change that
 * prints as 0 is "a slight improvement".
 */
export function formatVerdictPhrase(change: Change): string {
  const { verdict, direction } = change;
  if (direction === 'unchanged') return 'with no change to test';
  if (!isSignificant(verdict.outcome)) return OTHERS[verdict.outcome].phrase;
  const noun = isNoticeable(change)
    ? findWords(change, verdict.outcome).noun
    : formatSlightNoun(change, verdict.outcome);
  return isProbable(verdict) ? `probably ${noun}` : `${noun} larger than chance alone would explain`;
}

function formatSlightNoun(change: Change, outcome: SignificantOutcome): string {
  return findWords(change, outcome).noun.replace(/^an? /, 'a slight ');
}

/** Formats what follows a sentence on a change whose verb says "probably" if the verdict does: ", a deterioration". */
export function formatVerdictEnding(change: Change): string {
  const { outcome } = change.verdict;
  if (!isProbable(change.verdict) || !isSignificant(outcome)) return `, ${formatVerdictPhrase(change)}`;
  return change.better === null ? '' : `, ${findWords(change, outcome).noun}`;
}

/** Formats the verdict on a change that prints as 0: "with a slight improvement larger than chance alone would explain". */
export function formatSlightVerdict(change: Change): string {
  const { outcome } = change.verdict;
  if (outcome === 'cannot-be-said') return ', though rounding may hide a change';
  if (!isSignificant(outcome)) return '';
  if (isProbable(change.verdict)) return `, with probably ${formatSlightNoun(change, outcome)}`;
  return `, with ${formatSlightNoun(change, outcome)} larger than chance alone would explain`;
}

export function isProbable({ strength }: Verdict): boolean {
  return strength === 'probable';
}
