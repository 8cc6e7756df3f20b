import breakerModule from 'pdfmake/js/TextBreaker.js';
import { expect, test } from 'vitest';
import { breakRuns } from '../../../src/pdf/text/break-runs.js';

/** Letters, spaces and marks are frequent, as in real texts. Each of the others has its own rules for the ends of lines. */
const FREQUENT = Array.from("aeTn7 éſ   .,:;)'’\u00a0");
const OTHERS = [
  ...Array.from('-–—(/%£€$!?+−#&@“”‘"«»[]{}|\\…‧°×*=<>~^_`'),
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u2060',
    '\u2009',
    '\u0301',
    '\u05d0',
    '\u05d0-',
  ],
  ...['漢', 'ー', '가', 'ก', '🙂', '👍🏽', '🇬🇧', '\ud83d', '\u2028', '\u0085', '\u200b '],
];

function makeRandom(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * count);
  };
}

function makeText(random: (count: number) => number): string {
  const others = random(3) * random(8);
  return Array.from({ length: random(30) }, () =>
    random(20) < others ? OTHERS[random(OTHERS.length)] : FREQUENT[random(FREQUENT.length)],
  ).join('');
}

/** Breaks runs as pdfmake does. */
const breakByLibrary = (runs: { text: string; noWrap: boolean }[]): object[] =>
  new breakerModule.default()
    .getBreaks(
      runs.map((run, index) => ({ ...run, run: index })),
      null,
    )
    .map(({ text, run, lineEnd = false, noNewLine = false }) => ({ text, run, lineEnd, noNewLine }));

test('breaks random texts where pdfmake does', () => {
  const random = makeRandom(3);
  for (let count = 0; count < 20_000; count++) {
    const runs = Array.from({ length: 1 + random(3) }, () => ({
      text: makeText(random),
      noWrap: random(8) === 0,
    }));
    expect(breakRuns(runs), JSON.stringify(runs)).toEqual(breakByLibrary(runs));
  }
});

test.each([
  [
    'The quarter’s trips, 1,204 in all; see 4.2.',
    ['The ', 'quarter’s ', 'trips, ', '1,204 ', 'in ', 'all; ', 'see ', '4.2.'],
  ],
  [
    '5\u00a0per\u00a0cent (of 12) in St.  Ives',
    ['5\u00a0per\u00a0cent ', '(of ', '12) ', 'in ', 'St.  ', 'Ives'],
  ],
  ['Kingston-upon-Thames and/or\nRichmond', ['Kingston-', 'upon-', 'Thames ', 'and/', 'or', 'Richmond']],
])('breaks "%s"', (text, words) => {
  expect(breakRuns([{ text }]).map((piece) => piece.text)).toEqual(words);
});
