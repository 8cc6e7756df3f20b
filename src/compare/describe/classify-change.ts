import type { How, Span } from './comparison.js';
import type { Pair } from '../align/interleave.js';

const ORDER: How[] = [
  'added',
  'removed',
  'moved',
  'retitled',
  'reworded',
  'figures',
  'rows',
  'columns',
  'boxes',
  'arrows',
  'restyled',
  'renumbered',
];

/** Several ways of having changed in their fixed order, each once. */
export function inOrder(hows: readonly How[]): How[] {
  return ORDER.filter((how) => hows.includes(how));
}

/** In what way runs changed. */
export function howSpans(runs: readonly Span[][]): How[] {
  return inOrder(
    runs.flat().flatMap((span): How[] => {
      if (span.kind === 'figure') return ['figures'];
      if (span.kind === 'restyled') return ['restyled'];
      if (span.kind === 'changed') return [span.cause === 'wording' ? 'reworded' : 'figures'];
      return [];
    }),
  );
}

/** In what way one of a sequence changed. What was added or removed has changed in no other way. */
export function howPair<T>({ before, after, moved }: Pair<T>, runs: readonly Span[][]): How[] {
  if (before === null) return ['added'];
  if (after === null) return ['removed'];
  return inOrder([...(moved ? (['moved'] as const) : []), ...howSpans(runs)]);
}
