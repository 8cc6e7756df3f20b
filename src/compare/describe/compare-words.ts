import { alignTokens, type Stretch } from '../align/align-tokens.js';
import type { Identities } from '../align/align-documents.js';
import { compareTokens, hasSameText, type TokenChange } from '../align/compare-tokens.js';
import { splitTokens } from '../align/split-tokens.js';
import type { Token } from '../align/token.js';
import type { Words } from '../align/words.js';
import { compareFigures, type PrintedFigure } from './compare-figures.js';
import type { Span } from './span.js';
import { gatherEvidence, NO_EVIDENCE, type Evidence } from './gather-evidence.js';
import { joinPieces } from './join-pieces.js';

/** Compares two texts. Null if a version does not have the text. */
export type CompareWords = (before: Words | null, after: Words | null) => Span[];

/** The names of references, and the texts that show why something changed. */
export interface WordsContext {
  identities: Identities;
  /** Finds the new version's text on the old data. Undefined if it is not known. */
  findOnOldData: (after: Words) => Words | undefined;
  /** Finds the old version's text on the new data. Undefined if it is not known. */
  findOnNewData: (before: Words) => Words | undefined;
}

/** Tokens of both versions with the same kind of difference. */
interface TokenGroup {
  change: TokenChange;
  old: Token[];
  now: Token[];
}

/** Compares two texts word by word, and finds the cause of each difference. */
export function compareWords(before: Words | null, after: Words | null, context: WordsContext): Span[] {
  const { identities } = context;
  const old = before === null ? [] : splitTokens(before, identities.before);
  const now = after === null ? [] : splitTokens(after, identities.after);
  const stretches = alignTokens(old, now);
  const evidence =
    before === null || after === null || stretches.every(isIdentical)
      ? NO_EVIDENCE
      : findEvidence({ before, after }, { before: old, after: now }, context);
  return stretches.flatMap((stretch) =>
    stretch.isSame ? classifyTokens(stretch, evidence) : [toChangedSpan(stretch, evidence)],
  );
}

function isIdentical({ isSame: same, before, after }: Stretch): boolean {
  return same && before.every((token, at) => token.text === after[at]?.text);
}

function findEvidence(
  words: { before: Words; after: Words },
  run: { before: Token[]; after: Token[] },
  { identities, findOnOldData, findOnNewData }: WordsContext,
): Evidence {
  const [newOnOld, oldOnNew] = [findOnOldData(words.after), findOnNewData(words.before)];
  return gatherEvidence(run, {
    newOnOldData: newOnOld === undefined ? null : splitTokens(newOnOld, identities.after),
    oldOnNewData: oldOnNew === undefined ? null : splitTokens(oldOnNew, identities.before),
  });
}

/** Removed, added or replaced words. A typed number that is now filled in reads the same, so it is unchanged. */
function toChangedSpan({ before, after, sentence }: Stretch, evidence: Evidence): Span {
  const texts = { before: joinPieces(before), after: joinPieces(after) };
  if (hasSameText(before, after)) return { kind: 'same', ...texts };
  return { kind: 'changed', ...texts, cause: evidence.findCause(before, after), sentence };
}

/** Splits tokens with the same keys by the way in which they are printed. */
function classifyTokens(stretch: Stretch, evidence: Evidence): Span[] {
  return groupTokens(stretch).map((group) => toSpan(group, evidence));
}

function groupTokens({ before, after }: Stretch): TokenGroup[] {
  const groups: TokenGroup[] = [];
  after.forEach((now, at) => {
    const old = before[at] ?? now;
    const change = compareTokens(old, now);
    const last = groups.at(-1);
    if (last?.change === change && change !== 'figure') {
      last.old.push(old);
      last.now.push(now);
    } else groups.push({ change, old: [old], now: [now] });
  });
  return groups;
}

function toSpan({ change, old, now }: TokenGroup, evidence: Evidence): Span {
  const texts = { before: joinPieces(old), after: joinPieces(now) };
  switch (change) {
    case 'same':
    case 'followed':
    case 'restyled':
      return { kind: change, ...texts };
    case 'changed':
      return { kind: change, ...texts, cause: 'wording', sentence: null };
    case 'figure': {
      const [before, after] = [toPrintedFigure(old[0]), toPrintedFigure(now[0])];
      return {
        kind: change,
        ...texts,
        figure: compareFigures(before, after, evidence.findFigureOnOldData(after.token)),
      };
    }
    default:
      return change satisfies never;
  }
}

function toPrintedFigure(token: Token | undefined): PrintedFigure & { token: Token } {
  if (!token?.figure) throw new Error('a figure token has no figure');
  return { token, figure: token.figure, text: token.text };
}
