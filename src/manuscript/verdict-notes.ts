import { formatNumberInWords, joinNames } from '../format/words.js';
import { isToCome, NO_PART } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import { ORDINARY_DESIGN_EFFECT } from '../statistics/ordinary-design-effect.js';
import type { Change } from '../model/change.js';
import { findReportedRecent } from './helpers/describe-recent-change.js';
import { findMark, isProbable, type Mark } from './verdict-words.js';

const MARKS = {
  '▲': '▲ rose',
  '▼': '▼ fell',
  '△': '△ rose (neither better nor worse)',
  '▽': '▽ fell (neither better nor worse)',
  '↔': '↔ reversed (neither better nor worse)',
} satisfies Record<Mark, string>;

/** Writes the note on the marks and words that a column of verdicts uses; null if it has none. */
export function writeVerdictNote(measures: Indicator[]): string | null {
  const changes = listChanges(measures);
  if (changes.length === 0) return null;
  const recents = measures.flatMap((measure) => findReportedRecent(measure) ?? []);
  const marks = Object.entries(MARKS).filter(([mark]) => changes.some((change) => findMark(change) === mark));
  const has = (outcome: Change['verdict']['outcome']): boolean =>
    changes.some(({ verdict }) => verdict.outcome === outcome);
  const claims = [
    marks.length > 0 ? `${marks.map(([, words]) => words).join(', ')}: statistically significant` : [],
    has('no-clear-change') ? '= no statistically significant change' : [],
    has('cannot-be-said')
      ? 'Too close to call: rounding decides whether the change is statistically significant'
      : [],
  ].flat();
  const sentences = claims.map((claim, index) => `${claim}${index === 0 ? ` ${formatLevel(changes)}` : ''}.`);
  const recentTooClose = has('cannot-be-said') ? [] : explainRecentTooClose(recents);
  return [...sentences, ...recentTooClose, ...explainProbable(changes, recents)].join(' ') || null;
}

/** Explains "probably" in the table and in sentences on the changes since the last period. */
function explainProbable(changes: Change[], recents: Change[]): string[] {
  const isOfTable = changes.some(({ verdict }) => isProbable(verdict));
  const probable = [...changes, ...recents].filter(({ verdict }) => isProbable(verdict));
  const [first] = probable;
  if (!first) return [];
  const term = isOfTable ? '“Probably”' : `“Probably”, of a change since ${first.since}`;
  const known = probable.every(isDesignUnknown) ? 'not known' : 'not fully known';
  return [
    `${term}: the design effect is ${known}, and one of ${ORDINARY_DESIGN_EFFECT}, which is ordinary, might undo the result.`,
  ];
}

function explainRecentTooClose(recents: Change[]): string[] {
  const change = recents.find(({ verdict }) => verdict.outcome === 'cannot-be-said');
  if (!change) return [];
  return [
    `Too close to call, of a change since ${change.since}: rounding decides whether the change is statistically significant.`,
  ];
}

/** Returns true if no design effect is known for any part of the samples of a change. */
function isDesignUnknown({ from, to }: Change): boolean {
  return [from, to].every(({ designKnownFor }) => designKnownFor === NO_PART);
}

/** Writes why changes were not tested, after the symbols that stand for it; null if all were tested. */
export function writeUntestedNote(measures: Indicator[], symbols: string[]): string | null {
  const reasons = [...new Set(listChanges(measures).flatMap(({ test }) => test.reason ?? []))];
  return reasons.length > 0 && symbols.length > 0
    ? `${joinNames(symbols)} not tested: ${reasons.join('; ')}.`
    : null;
}

/** Formats the level of the tests, with the number of measures that were tested together. */
function formatLevel(changes: Change[]): string {
  const tested = changes.filter(({ test }) => test.pValue !== null);
  const [together = 1, ...others] = new Set(tested.map(({ test }) => test.together));
  if (others.length > 0) return 'at the 5% level, adjusted for the tests made together with it';
  if (together === 1) return 'at the 5% level';
  return `at the 5% level, adjusted for ${formatNumberInWords(together)} tests`;
}

export function listChanges(measures: Indicator[]): Change[] {
  return measures.flatMap(({ change }) => (change && !isToCome(change.figure) ? [change] : []));
}
