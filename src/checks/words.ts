import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { placeIn, type Passage } from './passages.js';
import type { Sentence } from './sentences.js';
import { typedIn } from './typed.js';

const LONGEST = 25;

/** How its sentences read: short, complete, plainly set, and new. */
export function checkWords(paper: Checkable): Problem[] {
  return [
    ...paper.sentences.flatMap(longSentence),
    ...paper.passages.flatMap((passage) => placeholder(passage, paper.inputs.organisation.names)),
    ...paper.sentences.flatMap(shouted),
    ...paper.passages.flatMap(slanted),
    ...unchanged(paper),
  ];
}

/** Sentences that the program writes itself are left alone: no author can shorten them. */
function longSentence(sentence: Sentence): Problem[] {
  const { passage, from } = sentence;
  const words = countWords(sentence);
  if (words <= LONGEST || typedIn(sentence, /\p{L}+/gu).length === 0) return [];
  return [
    found('sentence-is-short', placeIn(passage, from), `a sentence of ${words} words`, {
      expected: `at most ${LONGEST}`,
      hint: 'Say it in two sentences, or make what it lists a list.',
    }),
  ];
}

/**
 * As the author counts: an acronym is one word, whatever it expands to, and so are another paper, a figure that is to come, and
 * what the program says of a change, which no author can shorten.
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

/** What was to be filled in, typed or from data. */
function placeholder(passage: Passage, names: string[]): Problem[] {
  return [...passage.text.matchAll(PLACEHOLDER)]
    .filter(({ 0: shown }) => !names.includes(shown))
    .filter(({ 0: shown }) => !/^[a-z]+$/.test(shown) || /^(?:xx+|lorem)/.test(shown))
    .slice(0, 1)
    .map(({ index, 0: shown }) =>
      found('placeholder-is-filled', placeIn(passage, index), `"${shown}" was never filled in`, {
        hint: 'Fill it in, or say who will know it and by when.',
      }),
    );
}

const CAPITAL_WORDS = /(?<![\p{L}\p{N}])(?:\p{Lu}{2,}[\s,]+){3,}\p{Lu}{2,}(?![\p{L}\p{N}])/gu;

/** Four words in capitals or more, of which one is too long for an acronym. */
function shouted(sentence: Sentence): Problem[] {
  return typedIn(sentence, CAPITAL_WORDS)
    .filter(({ match }) => /\p{Lu}{6}/u.test(match[0]))
    .slice(0, 1)
    .map(({ match, place }) =>
      found('running-text-is-plain', place, `"${match[0]}" is all in capitals`, {
        hint: 'Capitals are hard to read, and some screen readers spell them out. For stress use **bold**.',
      }),
    );
}

/** A title in italics is a few words; a whole sentence in them is hard to read. */
function slanted(passage: Passage): Problem[] {
  if (!['paragraph', 'item', 'note'].includes(passage.role)) return [];
  const first = passage.parts.find(({ italic }) => italic);
  const words = passage.parts
    .flatMap(({ inline, italic }) => (italic && 'text' in inline ? inline.text.split(/\s+/) : []))
    .filter((word) => word !== '');
  if (!first || words.length <= 12) return [];
  return [
    found('running-text-is-plain', placeIn(passage, first.from), `${words.length} words in italics`, {
      hint: 'Italics suit a title or a foreign word; for stress use **bold**.',
    }),
  ];
}

/**
 * A paragraph that says the same as a quarter ago was perhaps carried over, and not looked at. One that prints a figure says
 * something new by itself; a recommendation, background papers and contacts may well be the same each time.
 */
function unchanged({ inputs, document }: Checkable): Problem[] {
  const { previous, paper, template } = inputs;
  if (!previous) return [];
  const before = new Map(
    previous.narrative
      .flatMap(({ entries }) => entries)
      .map(({ label, markup }) => [label, fold(markup.text)]),
  );
  const formal = document.sections
    .filter(({ id }) => template.sections.some((section) => section.id === id && section.role !== undefined))
    .flatMap(({ blocks }) => blocks.map((block) => ('anchor' in block ? block.anchor : '')));
  return paper.narrative
    .flatMap(({ entries }) => entries)
    .filter(({ label }) => !formal.includes(label))
    .filter(({ label }) => !paper.unreviewed.some(({ name }) => name === label)) // reported already
    .filter(({ label, markup }) => before.get(label) === fold(markup.text))
    .filter(({ markup }) => !/\{\{(?!\s*(?:ref|paper|label)\b)/.test(markup.text))
    .map(({ label, markup }) =>
      found(
        'paragraph-is-new',
        markup.place,
        `"${label}" says the same as in the paper of ${previous.quarter}`,
        {
          hint: 'Bring it up to date; if nothing has changed, say so.',
        },
      ),
    );
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
