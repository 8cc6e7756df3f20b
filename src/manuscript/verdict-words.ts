import { formatNumberInWords, joinNames, uncapitalise } from '../format/words.js';
import { isToCome } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { Change, Verdict } from '../model/change.js';

type Outcome = Verdict['outcome'];

/**
 * The words for each outcome of a test, in the order of the note. A table shows `mark` and `word`; the shape of the mark
 * carries the meaning without colour. A sentence uses `phrase`.
 */
const WORDS = {
  better: { mark: '▲', word: 'Better', phrase: 'a statistically significant improvement' },
  worse: { mark: '▼', word: 'Worse', phrase: 'a statistically significant deterioration' },
  increase: { mark: '△', word: 'Higher', phrase: 'a statistically significant increase' },
  decrease: { mark: '▽', word: 'Lower', phrase: 'a statistically significant decrease' },
  reversed: { mark: '↔', word: 'Reversed', phrase: 'a statistically significant change' },
  'no-clear-change': {
    mark: '=',
    word: 'No clear change',
    phrase: 'which is not a statistically significant change',
  },
  'not-tested': { mark: '–', word: 'Not tested', phrase: 'which could not be tested for significance' },
} satisfies Record<Outcome, { mark: string; word: string; phrase: string }>;

const SIGNIFICANT = ['better', 'worse', 'increase', 'decrease', 'reversed'] as const satisfies Outcome[];

/** Formats a verdict for a table: "▲ Better", with a space at which no line breaks. */
export function formatVerdict({ outcome }: Verdict): string {
  const { mark, word } = WORDS[outcome];
  return `${mark}\u00a0${word}`;
}

/** Formats a verdict for a sentence: "a statistically significant improvement", with the doubt that rounding leaves. */
export function formatVerdictPhrase({ verdict, test }: Change): string {
  const doubt = test.holdsAfterRounding === false ? ', though rounding alone could account for it' : '';
  return WORDS[verdict.outcome].phrase + doubt;
}

/** Writes the note on the marks that a table uses; null if it uses none. */
export function writeVerdictNote(measures: Indicator[]): string | null {
  const changes = measures.flatMap(({ change }) => (change && !isToCome(change.figure) ? [change] : []));
  if (changes.length === 0) return null;
  const has = (outcome: Outcome): boolean => changes.some(({ verdict }) => verdict.outcome === outcome);
  const marks = SIGNIFICANT.filter(has).map(
    (outcome) => `${WORDS[outcome].mark} ${WORDS[outcome].word.toLowerCase()}`,
  );
  const level = formatLevel(changes);
  const sentences = [
    marks.length > 0 ? `${marks.join(', ')}: a statistically significant change ${level}.` : null,
    has('no-clear-change')
      ? `= no statistically significant change${marks.length > 0 ? '' : ` ${level}`}.`
      : null,
    has('not-tested') ? `– not tested: ${listReasons(changes).join('; ')}.` : null,
    writeDoubtNote(measures),
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

/** Formats the level of the tests, with the number of measures that were tested together. */
function formatLevel(changes: Change[]): string {
  const tested = changes.filter(({ test }) => test.pValue !== null);
  const [together = 1, ...others] = new Set(tested.map(({ test }) => test.together));
  if (others.length > 0) return 'at the 5% level, adjusted for the measures tested together with it';
  if (together === 1) return 'at the 5% level';
  return `at the 5% level, adjusted for ${formatNumberInWords(together)} measures tested together`;
}

/** Warns of significant changes that rounding may have caused. */
function writeDoubtNote(measures: Indicator[]): string | null {
  const doubtful = measures.filter(({ change }) => change?.test.holdsAfterRounding === false);
  if (doubtful.length === 0) return null;
  const names = joinNames(doubtful.map(({ label }) => uncapitalise(label)));
  return `Rounding of the published percentages alone could account for the change in ${names}.`;
}

function listReasons(changes: Change[]): string[] {
  return [...new Set(changes.flatMap(({ test }) => test.reason ?? []))];
}
