import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

/** Compares papers with an invented paragraph of 5,000 words. */
const PAPER = 'data/2024-25-q2/parks-update.yaml';
const copies: Copy[] = [];
let before: Copy;

/** Makes 250 sentences of 20 words. The seed changes every word. */
function makeSentences(seed: number): string[] {
  const words = Array.from({ length: 5000 }, (_, at) => `w${((at * 7919 + seed) % 3000) + seed * 3000}`);
  return Array.from({ length: 250 }, (_, at) => `W${words.slice(at * 20, at * 20 + 20).join(' ')}.`);
}

function makePaper(text: string): Copy {
  const copy = copyProject('tests/papers/parks-update');
  copies.push(copy);
  copy.change(PAPER, (paper) =>
    paper.replace('    research: |\n', `    long: |\n      ${text}\n    research: |\n`),
  );
  return copy;
}

function describeLong(after: Copy): string[] {
  const { out, err, code } = runPapers(['diff', before.root, after.root, '--json']);
  expect(err).toBe('');
  expect(code).toBe(0);
  const { changes } = JSON.parse(out) as { changes: { name: string; how: string[] }[] };
  return changes.map(({ name, how }) => `${name}: ${how.join(' ')}`);
}

beforeAll(() => {
  before = makePaper(makeSentences(0).join(' '));
});
afterAll(() => copies.forEach((copy) => copy.remove()));

test('finds the one sentence that a paragraph of 5,000 words lost', () => {
  const sentences = makeSentences(0);
  expect(describeLong(makePaper(sentences.toSpliced(120, 1).join(' ')))).toEqual([
    'paragraph 1.2: sentence-removed',
  ]);
});

test('compares a paragraph of 5,000 words in which every word changed, in seconds', () => {
  expect(describeLong(makePaper(makeSentences(1).join(' ')))).toEqual(['paragraph 1.2: reworded']);
});

test('compares 5,000 words without a full stop, in seconds', () => {
  const withoutStops = (seed: number): string => makeSentences(seed).join(' ').replaceAll('.', '');
  before = makePaper(withoutStops(0));
  const halfChanged = withoutStops(0)
    .split(' ')
    .map((word, at) => (at % 2 === 0 ? word : `${word}x`));
  expect(describeLong(makePaper(halfChanged.join(' ')))).toEqual(['paragraph 1.2: reworded']);
});
