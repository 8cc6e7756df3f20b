import type { Inline } from '../../model/inline.js';
import { alignTokens, type Stretch } from '../align/align-tokens.js';
import type { Span } from './comparison.js';
import { gatherEvidence, NONE, type Evidence } from './evidence.js';
import { figureChange } from './figure-change.js';
import { pieces, sameStyle, tokens, type Identify, type Token } from '../align/tokens.js';

/** A run of the document, or words that the document holds as plain text. */
export type Words = readonly Inline[] | string;

/** Compares two runs; null where a version has none. */
export type Compare = (before: Words | null, after: Words | null) => Span[];

/** How the words of two versions are compared. */
export interface Reading {
  identifyBefore: Identify;
  identifyAfter: Identify;
  /** What the new version would say on the old data, and the old version on the new data; undefined where it is not known. */
  newOnOldData: (after: Words) => Words | undefined;
  oldOnNewData: (before: Words) => Words | undefined;
}

/** The differences of two runs. Null where a version has none. */
export function spans(before: Words | null, after: Words | null, reading: Reading): Span[] {
  const old = before === null ? [] : tokens(asRun(before), reading.identifyBefore);
  const now = after === null ? [] : tokens(asRun(after), reading.identifyAfter);
  const stretches = alignTokens(old, now);
  if (before === null || after === null || stretches.every(isUnchanged))
    return stretches.flatMap((stretch) =>
      stretch.same ? classify(stretch, NONE) : [changed(stretch, NONE)],
    );
  const [newOnOld, oldOnNew] = [reading.newOnOldData(after), reading.oldOnNewData(before)];
  const evidence = gatherEvidence(
    { before: old, after: now },
    newOnOld === undefined ? null : tokens(asRun(newOnOld), reading.identifyAfter),
    oldOnNew === undefined ? null : tokens(asRun(oldOnNew), reading.identifyBefore),
  );
  return stretches.flatMap((stretch) =>
    stretch.same ? classify(stretch, evidence) : [changed(stretch, evidence)],
  );
}

function asRun(words: Words): readonly Inline[] {
  return typeof words === 'string' ? [{ kind: 'text', text: words }] : words;
}

function isUnchanged({ same, before, after }: Stretch): boolean {
  return same && before.every((token, at) => token.text === after[at]?.text);
}

/** Removed, added or replaced words, and why. */
function changed({ before, after }: Stretch, evidence: Evidence): Span {
  const texts = { before: pieces(before), after: pieces(after) };
  if (plain(before) === plain(after)) return { kind: 'same', ...texts }; // typed by hand before, filled in now
  return { kind: 'changed', ...texts, cause: evidence.causeOf(before, after) };
}

function plain(run: Token[]): string {
  return run
    .map(({ text, lead }) => (lead === '' ? text : ` ${text}`))
    .join('')
    .trim();
}

/** Tokens that stand for the same things may still be printed otherwise. */
function classify({ before, after }: Stretch, evidence: Evidence): Span[] {
  const found: {
    kind: 'same' | 'followed' | 'restyled' | 'changed' | 'figure';
    old: Token[];
    now: Token[];
  }[] = [];
  after.forEach((now, at) => {
    const old = before[at] ?? now;
    const kind = difference(old, now);
    const last = found.at(-1);
    if (last?.kind === kind && kind !== 'figure') {
      last.old.push(old);
      last.now.push(now);
    } else found.push({ kind, old: [old], now: [now] });
  });
  return found.map(({ kind, old, now }): Span => {
    const texts = { before: pieces(old), after: pieces(now) };
    const [was, is] = [old[0]?.figure, now[0]?.figure];
    if (kind === 'changed') return { kind, ...texts, cause: 'wording' };
    if (kind !== 'figure') return { kind, ...texts };
    if (!was || !is || !old[0] || !now[0]) throw new Error('a figure without a figure');
    const twin = evidence.figureOnOldData(now[0]);
    return {
      kind,
      ...texts,
      figure: figureChange({ figure: was, text: old[0].text }, { figure: is, text: now[0].text }, twin),
    };
  });
}

function difference(old: Token, now: Token): 'same' | 'followed' | 'restyled' | 'changed' | 'figure' {
  if (old.text.toLowerCase() !== now.text.toLowerCase()) {
    if (now.figure) return 'figure';
    const expandedAnew = old.expansion !== null && now.expansion !== null;
    return expandedAnew ? 'changed' : 'followed';
  }
  return sameStyle(old.marks, now.marks) ? 'same' : 'restyled';
}
