import type { Shares } from '../model/shares.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { placeIn, type Passage } from './passages.js';
import type { Sentence } from './sentences.js';
import { typedIn } from './typed.js';
import { sum } from '../statistics/sum.js';

/** Parts of a whole: that they add up to it, that a reader is told where rounding keeps them from it, and that none overlap. */
export function checkShares(paper: Checkable): Problem[] {
  const all = Object.values(paper.indicators.shares);
  return [
    ...all.flatMap(wrongSum),
    ...all.flatMap((shares) => withoutNote(shares, paper)),
    ...all.flatMap((shares) => overlapping(shares, paper)),
    ...paper.sentences.flatMap(typedShares),
  ];
}

/** Rounding explains half a point for each part. */
function wrongSum({ sum, label, parts }: Shares): Problem[] {
  if (sum.value === null || Math.abs(sum.value - 1) <= parts.length * 0.005 + 1e-9) return [];
  return [
    found(
      'shares-add-up',
      sum.place,
      `the shares of "${label}" add up to ${Math.round(sum.value * 1000) / 10}%`,
      {
        expected: '100%, or as near as rounding brings it',
      },
    ),
  ];
}

/** The passages that print the parts, most of them at least. */
function printing({ id, parts }: Shares, passages: Passage[]): Passage[] {
  const ids = new Set(parts.map((part) => `${id}.${part.id}`));
  return passages.filter(
    (passage) =>
      passage.parts.filter(({ inline }) => inline.kind === 'value' && ids.has(inline.figure?.id ?? ''))
        .length >
      parts.length / 2,
  );
}

function firstPart(passage: Passage): number {
  return passage.parts.find(({ inline }) => inline.kind === 'value' && inline.figure)?.from ?? 0;
}

function withoutNote(shares: Shares, { passages }: Checkable): Problem[] {
  const { note, id, label } = shares;
  if (note === null) return [];
  return printing(shares, passages)
    .filter(({ section }) => !passages.some((one) => one.section === section && one.text.includes(note)))
    .slice(0, 1)
    .map((passage) =>
      found(
        'shares-have-note',
        placeIn(passage, firstPart(passage)),
        `the shares of "${label}" do not add up to 100%, and no note says why`,
        {
          expected: `{{shares.${id}.note}}`,
        },
      ),
    );
}

/** "18 to 24", "75 or over", "under 25", as first and last. */
function bandOf(name: string): [number, number] | null {
  const range = /(\d+)\s*(?:to|-|–)\s*(\d+)/.exec(name);
  if (range) return [Number(range[1]), Number(range[2])];
  const over = /(\d+)\s*(?:\+|or over|and over|or more|and more|or older|and older)/.exec(name);
  if (over) return [Number(over[1]), Infinity];
  const under = /\b(?:under|below)\s+(\d+)/.exec(name);
  return under ? [-Infinity, Number(under[1]) - 1] : null;
}

/** Bands of which one value falls in two, where the paragraph that prints them does not say so. */
function overlapping(shares: Shares, { passages }: Checkable): Problem[] {
  const bands = shares.parts.map(({ name }) => ({ name, band: bandOf(name) }));
  const pair = bands.flatMap((one, index) =>
    bands.slice(index + 1).flatMap((other) => {
      const [a, b] = [one.band, other.band];
      return a && b && a[0] <= b[1] && b[0] <= a[1] ? [[one.name, other.name] as const] : [];
    }),
  )[0];
  if (!pair) return [];
  return printing(shares, passages)
    .filter(({ text }) => !/\boverlap/i.test(text))
    .slice(0, 1)
    .map((passage) =>
      found(
        'bands-do-not-overlap',
        placeIn(passage, firstPart(passage)),
        `"${pair[0]}" and "${pair[1]}" overlap`,
        {
          hint: 'Mend the bands; or say that they overlap, as published.',
        },
      ),
    );
}

const PERCENT = /\d+(?:\.\d+)?(?=%)/g;

/** Three typed percentages or more that nearly make 100: parts, in all likelihood, and the paragraph does not speak of rounding. */
function typedShares(sentence: Sentence): Problem[] {
  const typed = typedIn(sentence, PERCENT);
  const total = Number(sum(typed.map(({ match }) => Number(match[0]))).toFixed(6));
  if (
    typed.length < 3 ||
    total === 100 ||
    Math.abs(total - 100) > typed.length * 0.5 ||
    /round/i.test(sentence.passage.text)
  )
    return [];
  return [
    found('shares-have-note', typed[0]?.place, `the percentages add up to ${total}%, and no note says why`, {
      hint: 'Say that each is rounded; or put them into shares.yaml, which writes the note.',
    }),
  ];
}
