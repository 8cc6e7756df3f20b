import { joinNames, formatNumberInWords, uncapitalise } from '../format.js';
import { isToCome } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { Change, Verdict } from '../model/change.js';

type Outcome = Verdict['outcome'];

/** How a verdict stands in a table: a mark whose shape says it, and a word; and how it reads in a sentence. */
const WORDS: Record<Outcome, { mark: string; word: string; phrase: string }> = {
  better: { mark: '▲', word: 'Better', phrase: 'a statistically significant improvement' },
  worse: { mark: '▼', word: 'Worse', phrase: 'a statistically significant deterioration' },
  increase: { mark: '△', word: 'Higher', phrase: 'a statistically significant increase' },
  decrease: { mark: '▽', word: 'Lower', phrase: 'a statistically significant decrease' },
  'no-clear-change': {
    mark: '=',
    word: 'No clear change',
    phrase: 'which is not a statistically significant change',
  },
  'not-tested': { mark: '–', word: 'Not tested', phrase: 'which could not be tested for significance' },
};

const ORDER: Outcome[] = ['better', 'worse', 'increase', 'decrease', 'no-clear-change', 'not-tested'];

/** "▲ Better", which no line break parts. */
export function verdictMark({ outcome }: Verdict): string {
  const { mark, word } = WORDS[outcome];
  return `${mark}\u00a0${word}`;
}

/** "a statistically significant improvement", with the doubt that rounding leaves. */
export function verdictPhrase({ verdict, test }: Change): string {
  const doubt = test.holdsAfterRounding === false ? ', though rounding alone could account for it' : '';
  return WORDS[verdict.outcome].phrase + doubt;
}

/** The note on the marks that a table uses, and on no others; null where it uses none. What is to come has no mark yet. */
export function verdictNote(measures: Indicator[]): string | null {
  const changes = measures.flatMap(({ change }) => (change && !isToCome(change.figure) ? [change] : []));
  const used = ORDER.filter((outcome) => changes.some(({ verdict }) => verdict.outcome === outcome));
  if (used.length === 0) return null;
  const significant = used.filter((outcome) => outcome !== 'no-clear-change' && outcome !== 'not-tested');
  const [together = 1, ...others] = new Set(
    changes.filter(({ test }) => test.pValue !== null).map(({ test }) => test.together),
  );
  const marks = significant.map((outcome) => `${WORDS[outcome].mark} ${WORDS[outcome].word.toLowerCase()}`);
  const level =
    others.length > 0
      ? 'at the 5% level, adjusted for the measures tested together with it'
      : together > 1
        ? `at the 5% level, adjusted for ${formatNumberInWords(together)} measures tested together`
        : 'at the 5% level';
  return [
    ...(marks.length > 0 ? [`${marks.join(', ')}: a statistically significant change ${level}.`] : []),
    ...(used.includes('no-clear-change')
      ? [`= no statistically significant change${marks.length > 0 ? '' : ` ${level}`}.`]
      : []),
    ...(used.includes('not-tested') ? [`– ${notTested(changes)}`] : []),
    ...doubtful(measures),
  ].join(' ');
}

/** Significant changes of which a reader of the table alone would think too much. */
function doubtful(measures: Indicator[]): string[] {
  const found = measures.filter(({ change }) => change?.test.holdsAfterRounding === false);
  if (found.length === 0) return [];
  const names = joinNames(found.map(({ label }) => uncapitalise(label)));
  return [`Rounding of the published percentages alone could account for the change in ${names}.`];
}

function notTested(changes: NonNullable<Indicator['change']>[]): string {
  const reasons = [...new Set(changes.flatMap(({ test }) => test.reason ?? []))];
  return `not tested: ${reasons.join('; ')}.`;
}
