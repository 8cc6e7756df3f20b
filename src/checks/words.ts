import { shorten } from '../model/shorten.js';
import type { Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { reportProblem } from './report-problem.js';
import { findTypedPlace, isRunningText, type Passage } from './list-passages.js';
import type { Sentence } from './split-sentences.js';
import { findTyped } from './find-typed.js';

const MAX_WORDS = 25;

/** Checks sentences: of at most `longest` words, complete and in plain type. */
export function checkWords(paper: CheckableText, longest = MAX_WORDS): Problem[] {
  return [
    ...paper.sentences.flatMap((sentence) => findLongSentence(sentence, longest)),
    ...paper.passages.flatMap((passage) => findPlaceholder(passage, paper.inputs.organisation.names)),
    ...paper.sentences.flatMap(findCapitals),
    ...paper.passages.flatMap(findLongItalics),
  ];
}

/** Finds a long sentence. Sentences written by the program are exempt, since authors cannot shorten them. */
function findLongSentence(sentence: Sentence, longest: number): Problem[] {
  const { passage, from } = sentence;
  const words = countWords(sentence);
  if (words <= longest || findTyped(sentence, /\p{L}+/gu).length === 0) return [];
  return [
    reportProblem('sentence-is-short', findTypedPlace(passage, from), `the sentence has ${words} words`, {
      expected: `at most ${MAX_WORDS} words`,
      hint: 'Split it into two sentences, or turn its items into a list.',
    }),
  ];
}

/**
 * Counts words as an author does. An acronym counts as one word, and so do a cited paper, a figure to come, and the program's
 * words for a change.
 */
function countWords({ passage, from, text }: Sentence): number {
  const to = from + text.length;
  const typed = passage.parts
    .map((part, index) => ({ ...part, end: passage.parts[index + 1]?.from ?? passage.text.length }))
    .filter((part) => part.end > from && part.from < to)
    .map(({ inline, from: start, end }) => {
      if (inline.kind === 'term') return inline.text;
      if (inline.kind === 'text' && inline.origins === undefined) return ' change ';
      if (inline.kind === 'value' && inline.cites) return 'paper';
      if (inline.kind === 'value' && inline.figure?.value === null) return 'figure';
      return passage.text.slice(Math.max(start, from), Math.min(end, to));
    })
    .join('');
  return typed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const PLACEHOLDER =
  /\b(?:TBC|TBA|TBD|XX+)\b|\b[Xx]{2,}(?=%)|lorem ipsum|\?{2,}|_{3,}|\[\s*(?:insert|to be|tbc|date|name|number|xx+)\b[^\]]*\]/gi;

/** Finds a placeholder such as TBC, typed or from data. */
function findPlaceholder(passage: Passage, names: string[]): Problem[] {
  return [...passage.text.matchAll(PLACEHOLDER)]
    .filter(({ 0: word }) => !names.includes(word))
    .filter(({ 0: word }) => !/^[a-z]+$/.test(word) || /^(?:xx+|lorem)/.test(word))
    .slice(0, 1)
    .map(({ index, 0: word }) =>
      reportProblem(
        'placeholder-is-filled',
        findTypedPlace(passage, index),
        `"${shorten(word)}" has not been filled in`,
        {
          hint: 'Fill it in, or say who will provide it and by when.',
        },
      ),
    );
}

const CAPITAL_WORDS = /(?<![\p{L}\p{N}])(?:\p{Lu}{2,}[\s,]+){3,}\p{Lu}{2,}(?![\p{L}\p{N}])/gu;

/** Finds four or more words in capitals, one of them too long for an acronym. */
function findCapitals(sentence: Sentence): Problem[] {
  return findTyped(sentence, CAPITAL_WORDS)
    .filter(({ match }) => /\p{Lu}{6}/u.test(match[0]))
    .slice(0, 1)
    .map(({ match, place }) =>
      reportProblem('running-text-is-plain', place, `"${match[0]}" is in capitals`, {
        hint: 'Capitals are hard to read, and some screen readers spell them out. For emphasis use **bold**.',
      }),
    );
}

/** Finds long text in italics, which is hard to read. A title of a few words is fine. */
function findLongItalics(passage: Passage): Problem[] {
  if (!isRunningText(passage)) return [];
  const first = passage.parts.find(({ italic }) => italic);
  const words = passage.parts
    .flatMap(({ inline, italic }) => (italic && 'text' in inline ? inline.text.split(/\s+/) : []))
    .filter((word) => word !== '');
  if (!first || words.length <= 12) return [];
  return [
    reportProblem(
      'running-text-is-plain',
      findTypedPlace(passage, first.from),
      `${words.length} words are in italics`,
      {
        hint: 'Use italics for a title or a foreign word, and **bold** for emphasis.',
      },
    ),
  ];
}
