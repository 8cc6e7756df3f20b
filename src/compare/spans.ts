import type { Inline } from '../model/document.js';
import { alignTokens, type Stretch } from './align-tokens.js';
import type { Cause, How, Span } from './comparison.js';
import { figureChange } from './figure-change.js';
import type { Pair } from './side-by-side.js';
import { pieces, sameStyle, tokens, type Identify, type Token } from './tokens.js';

/** A run of the document, or words that the document holds as plain text. */
export type Words = readonly Inline[] | string;

/** Compares two runs; null where a version has none. */
export type Compare = (before: Words | null, after: Words | null) => Span[];

/** How the words of two versions are compared. */
export interface Reading {
  identifyBefore: Identify;
  identifyAfter: Identify;
  /** What the new version would say on the old one's data, where that is known. */
  onOldData: (after: Words) => Words | undefined;
}

/** The differences of two runs. Null where a version has none. */
export function spans(before: Words | null, after: Words | null, reading: Reading): Span[] {
  const old = before === null ? [] : tokens(asRun(before), reading.identifyBefore);
  const now = after === null ? [] : tokens(asRun(after), reading.identifyAfter);
  const stretches = alignTokens(old, now);
  const twin = after === null || stretches.every(isUnchanged) ? undefined : reading.onOldData(after);
  const evidence = twin === undefined ? null : gather(old, tokens(asRun(twin), reading.identifyAfter), now);
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

/** What is known of the new version on the old data: its tokens by those of the new one, and the old tokens that it still has. */
interface Evidence {
  twins: Map<Token, Token>;
  stays: Set<Token>;
}

function gather(before: Token[], twin: Token[], after: Token[]): Evidence {
  const pairs = (from: Token[], to: Token[]): [Token, Token][] =>
    alignTokens(from, to).flatMap((stretch) =>
      stretch.same
        ? stretch.after.map((token, at): [Token, Token] => [token, stretch.before[at] ?? token])
        : [],
    );
  return { twins: new Map(pairs(twin, after)), stays: new Set(pairs(before, twin).map(([, old]) => old)) };
}

/** Words in place of others follow from the data where the new version, on the old data, has the old ones. */
function changed({ before, after }: Stretch, evidence: Evidence | null): Span {
  const texts = { before: pieces(before), after: pieces(after) };
  if (plain(before) === plain(after)) return { kind: 'same', ...texts }; // typed by hand before, filled in now
  const follows =
    evidence !== null &&
    after.every((token) => isMark(token) || !evidence.twins.has(token)) &&
    before.every((token) => isMark(token) || evidence.stays.has(token));
  const cause: Cause = follows ? 'data' : 'wording';
  return { kind: 'changed', ...texts, cause };
}

function isMark({ text }: Token): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

function plain(run: Token[]): string {
  return run
    .map(({ text, lead }) => (lead === '' ? text : ` ${text}`))
    .join('')
    .trim();
}

/** Tokens that stand for the same things may still be printed otherwise. */
function classify({ before, after }: Stretch, evidence: Evidence | null): Span[] {
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
    const twin = evidence?.twins.get(now[0])?.figure ?? null;
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
      if (span.kind === 'changed') return [span.cause === 'data' ? 'figures' : 'reworded'];
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
