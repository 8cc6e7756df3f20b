import type { Organisation } from '../model/organisation.js';
import type { NeighbourPair, Ranking } from '../model/ranking.js';

type AreaWords = Organisation['areas'];

/**
 * Describes which neighbours in a league table can be told apart. `exhibit` names the table or chart that shows them: "the figure".
 * Returns null if there are no neighbours, or if all have the same result.
 */
export function describeNeighbours(
  { neighbours: { pairs, reason }, allTied, assumed }: Ranking,
  words: AreaWords,
  exhibit = 'the table',
): string | null {
  if (pairs.length === 0 || allTied) return null;
  const plural = `neighbouring ${words.plural}`;
  if (reason !== null) return `It is not known whether ${plural} can be told apart: ${reason}.`;
  const sentence = pairs.length === 1 ? describePair(pairs[0]) : describePairs(pairs, plural, exhibit);
  return assumed === null ? sentence : `${sentence} This rests on assumed numbers of people asked.`;
}

function describePair(pair: NeighbourPair | undefined): string {
  if (!pair) return '';
  const { first, second, isApart, isProbable } = pair;
  return isApart
    ? `${first} and ${second} can${isProbable ? ' probably' : ''} be told apart: the difference is larger than chance alone would explain.`
    : `${first} and ${second} cannot be told apart: chance alone could explain the difference.`;
}

function describePairs(pairs: readonly NeighbourPair[], plural: string, exhibit: string): string {
  const apart = pairs.filter(({ isApart }) => isApart);
  const close = pairs.filter(({ isApart }) => !isApart);
  const probable = apart.filter(({ isProbable }) => isProbable);
  if (apart.length === 0)
    return `No two ${plural} in ${exhibit} can be told apart: chance alone could explain the differences between them.`;
  const isUniform = probable.length === 0 || probable.length === apart.length;
  if (isUniform && close.length < apart.length) {
    const can = probable.length > 0 ? 'can probably' : 'can';
    if (close.length === 0)
      return `All ${plural} in ${exhibit} ${can} be told apart: the differences between them are larger than chance alone would explain.`;
    return `All ${plural} in ${exhibit} ${can} be told apart, except ${listPairs(close, 'from')}: chance alone could explain ${countOthers(close, 'this', 'these')}.`;
  }
  const named = joinPairs([
    ...namePairs(
      apart.filter(({ isProbable }) => !isProbable),
      'can be told apart from',
    ),
    ...namePairs(probable, 'can probably be told apart from'),
  ]);
  if (close.length === 0) return `Of ${plural} in ${exhibit}, ${named}.`;
  return `Of ${plural} in ${exhibit}, only ${named}. Chance alone could explain ${countOthers(close, 'the other', 'the other')}.`;
}

function listPairs(pairs: readonly NeighbourPair[], word: string): string {
  return joinPairs(pairs.map(({ first, second }) => `${first} ${word} ${second}`));
}

/** Names pairs: "A can be told apart from B", "C from D". */
function namePairs(pairs: readonly NeighbourPair[], verb: string): string[] {
  return pairs.map(({ first, second }, index) => `${first} ${index === 0 ? verb : 'from'} ${second}`);
}

/** Joins pairs: "A from B, C from D, and E from F". */
function joinPairs(pairs: readonly string[]): string {
  const last = pairs.at(-1) ?? '';
  return pairs.length < 2 ? last : `${pairs.slice(0, -1).join(', ')}, and ${last}`;
}

function countOthers({ length }: readonly NeighbourPair[], singular: string, plural: string): string {
  return length === 1 ? `${singular} difference` : `${plural} differences`;
}
