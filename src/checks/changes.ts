import type { Problem } from '../model/problem.js';
import { roundDecimal } from '../statistics/rounding.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { DOWN, UP } from './direction-words.js';
import { isTyped, findTypedPlace } from './list-passages.js';
import { findPercentChange } from './find-percent-change.js';
import type { Sentence } from './split-sentences.js';

/** Finds sentences about change that the data contradict. At most one problem of each kind in a sentence. */
export function checkChanges(paper: CheckablePaper): Problem[] {
  return paper.sentences.flatMap((sentence) => [
    ...findPointsAsPercent(sentence, paper),
    ...findWrongDirection(sentence),
  ]);
}

/** Finds "an 8% increase" for a change from 56% to 64%. The sentence must have a word of the measure's label. */
function findPointsAsPercent({ passage, from, text }: Sentence, { indicators }: CheckablePaper): Problem[] {
  const change = findPercentChange(text);
  if (!change) return [];
  const { amount } = change;
  const places = amount.split('.')[1]?.length ?? 0;
  const printsAmount = (share: number | null): boolean =>
    share !== null && roundDecimal(Math.abs(share) * 100, places) === amount;
  const measure = Object.values(indicators.measures).find(
    ({ label, change: measured }) =>
      measured?.figure.unit === 'points' &&
      printsAmount(measured.figure.value) &&
      !printsAmount(measured.relative.value) &&
      listLongWords(label).some((word) => listLongWords(text).includes(word)),
  );
  if (!measure) return [];
  return [
    reportProblem(
      'points-are-called-points',
      findTypedPlace(passage, from + change.at),
      `"${change.text}" is wrong: "${measure.label}" changed by ${amount} percentage points`,
      { expected: `{{change measures.${measure.id}}}, or {{points measures.${measure.id}}}` },
    ),
  ];
}

function listLongWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
}

const ENDS = new RegExp(String.raw`\b(?:(${UP})|(${DOWN}))\s+(?:by|of)\s+$`, 'i');

/** Returns true if a sentence has a typed word of direction before a change that went the other way. */
export function hasWrongDirection(sentence: Sentence): boolean {
  return findWrongDirection(sentence).length > 0;
}

/** Finds a typed word of direction before a change that went the other way. */
function findWrongDirection({ passage, from, text }: Sentence): Problem[] {
  return passage.parts
    .filter((part) => part.from >= from && part.from < from + text.length)
    .flatMap(({ from: at, inline }): Problem[] => {
      const figure = inline.kind === 'value' ? inline.figure : null;
      const word = ENDS.exec(passage.text.slice(from, at));
      if (!figure || !word || !isTyped(passage, from + word.index)) return [];
      if (!/\.(?:percent-)?change$/.test(figure.id) || figure.value === null || figure.value === 0) return [];
      if (figure.value > 0 === (word[1] !== undefined)) return [];
      return [
        reportProblem(
          'word-agrees-with-change',
          findTypedPlace(passage, from + word.index),
          `"${word[0].trim()}" is wrong: "${figure.label}" went the other way`,
          {
            expected: `{{change measures.${figure.id.split('.')[0] ?? ''}}}, which chooses the word itself`,
          },
        ),
      ];
    })
    .slice(0, 1);
}
