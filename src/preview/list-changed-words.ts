import type { Identities } from '../compare/align/align-documents.js';
import { alignTokens, type Stretch } from '../compare/align/align-tokens.js';
import { compareTokens, hasSameText } from '../compare/align/compare-tokens.js';
import { listWords } from '../compare/align/list-words.js';
import { makeMember } from '../compare/align/member.js';
import { pairSequences } from '../compare/align/pair-sequences.js';
import { splitTokens } from '../compare/align/split-tokens.js';
import type { Token } from '../compare/align/token.js';
import type { Words } from '../compare/align/words.js';
import type { ChangedText } from './preview-state.js';

/** Lists the changed texts of a part with the words that were added and removed. */
export function listChangedWords(
  before: readonly Words[],
  after: readonly Words[],
  identities: Identities,
): ChangedText[] {
  return pairTexts(before, after).flatMap(([old, now]) => {
    const pieces = alignTokens(
      splitTokens(old, identities.before),
      splitTokens(now, identities.after),
    ).flatMap(toPieces);
    return pieces.some(({ isAdded, removed }) => isAdded || removed !== '') ? [joinPieces(pieces)] : [];
  });
}

/** Pairs the texts by their order. If there are more or fewer than before, by their words. */
function pairTexts(before: readonly Words[], after: readonly Words[]): [Words, Words][] {
  if (before.length === after.length) return after.map((now, index) => [before[index] ?? '', now]);
  const toMember = (text: Words): ReturnType<typeof makeMember> =>
    makeMember('text', { words: listWords(text), isKnownByPlace: true });
  return pairSequences(before, after, toMember).flatMap(({ before: old, after: now }): [Words, Words][] =>
    now === null ? [] : [[old ?? '', now]],
  );
}

type Piece = ChangedText[number];

function toPieces({ isSame, before, after }: Stretch): Piece[] {
  if (isSame) return after.map((token, index) => toPiece(before[index] ?? token, token));
  if (hasSameText(before, after)) return [{ text: format(after), isAdded: false, removed: '' }];
  return [{ text: format(after), isAdded: after.length > 0, removed: format(before).trim() }];
}

/** A figure with another value is a token of the same meaning. */
function toPiece(old: Token, now: Token): Piece {
  const change = compareTokens(old, now);
  const isChanged = change === 'figure' || change === 'changed';
  return { text: format([now]), isAdded: isChanged, removed: isChanged ? old.text : '' };
}

function format(tokens: readonly Token[]): string {
  return tokens.map(({ lead, text }) => (lead === '' ? '' : ' ') + text).join('');
}

/** Joins neighbouring pieces without a change. */
function joinPieces(pieces: readonly Piece[]): ChangedText {
  const joined: ChangedText = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && isPlain(last) && isPlain(piece)) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

function isPlain({ isAdded, removed }: Piece): boolean {
  return !isAdded && removed === '';
}
