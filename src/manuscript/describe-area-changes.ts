import { formatNumberInWords, joinNames } from '../format/words.js';
import type { Organisation } from '../model/organisation.js';
import type { AreaChange, AreaChanges, RankedArea, Ranking } from '../model/ranking.js';

type AreaWords = Organisation['areas'];
type Direction = AreaChanges['changed'][number]['direction'];

/** Up to so many areas are named. More are counted. */
const MOST_NAMES = 3;

const VERBS: Record<Direction, string> = {
  rose: 'rose',
  fell: 'fell',
  unchanged: 'did not change',
  steady: 'stayed about the same',
};

/**
 * Describes the changes of all areas since the earlier period, the tests of those in the table, and the areas without a
 * change. `subject` is what changed: "the number of fires".
 */
export function describeAreaChanges(
  ranking: Ranking,
  changes: AreaChanges,
  words: AreaWords,
  subject: string,
): string {
  const { changed } = changes;
  return [
    changed.length === 0
      ? `No change since ${changes.since} can be stated: ${changes.reason ?? `no ${words.singular} has both results`}.`
      : `Since ${changes.since}, ${subject} ${describeDirections(changed, ranking, words)}.`,
    ...(changed.length === 0 ? [] : describeTests(ranking, changes)),
    ...changes.without
      .filter(({ name }) => !changed.some((area) => area.name === name) && changed.length > 0)
      .map(({ name, reason }) => `For ${name} no change can be stated: ${reason}.`),
    ...describeEnded(changes),
  ].join(' ');
}

function describeDirections(
  changed: AreaChanges['changed'],
  { of, published, withoutResult }: Ranking,
  { singular, plural }: AreaWords,
): string {
  const [first] = changed;
  if (!first) return '';
  const groups = (['rose', 'fell', 'unchanged', 'steady'] as const)
    .map((direction) => ({ direction, names: listNames(changed, direction) }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => b.names.length - a.names.length);
  if (changed.length === 1)
    return `${VERBS[first.direction]} in ${first.name}, the only ${singular} with both results`;
  if (groups.length === 1) {
    const isEvery = changed.length === of && published + withoutResult.length === of;
    const number = changed.length === 2 ? 'both' : `all ${formatNumberInWords(changed.length)}`;
    return `${VERBS[first.direction]} in ${number} ${plural}${isEvery ? '' : ' with both results'}`;
  }
  return joinNames(
    groups.map(({ direction, names }, index) =>
      index > 0 && names.length <= MOST_NAMES
        ? `${VERBS[direction]} in ${joinNames(names)}`
        : `${VERBS[direction]} in ${names.length === 1 ? (names[0] ?? '') : `${formatNumberInWords(names.length)} ${plural}`}`,
    ),
  );
}

function listNames(changed: AreaChanges['changed'], direction: Direction): string[] {
  return changed.filter((area) => area.direction === direction).map(({ name }) => name);
}

type Shown = RankedArea & { change: AreaChange };

/** Describes the tests of the changes in the table. */
function describeTests({ top, bottom }: Ranking, { together, reason, changed }: AreaChanges): string[] {
  const isOne = changed.length === 1;
  if (together === 0)
    return [`The ${isOne ? 'change is' : 'changes are'} not tested${reason === null ? '' : `: ${reason}`}.`];
  const shown = [...top, ...bottom].filter((area): area is Shown => area.change?.pValue != null);
  const clear = shown.filter(({ change: { outcome } }) => outcome === 'rose' || outcome === 'fell');
  const firm = clear.filter(({ change }) => !change.isProbable).map(({ name }) => name);
  const probable = clear.filter(({ change }) => change.isProbable).map(({ name }) => name);
  const others = shown.length - clear.length;
  const inTable = shown.length < changed.length ? ' in the table' : '';
  if (clear.length === 0)
    return [
      shown.length === 1
        ? `Chance alone could explain the change${isOne ? '' : ` in ${shown[0]?.name ?? ''}`}.`
        : `Chance alone could explain each of the changes${inTable}.`,
    ];
  const larger = 'larger than chance alone would explain';
  return [
    firm.length > 0
      ? `${nameChanges(firm)} ${larger}${probable.length > 0 ? `, and so probably ${probable.length === 1 ? 'is that' : 'are those'} in ${joinNames(probable)}` : ''}.`
      : `${nameChanges(probable)} probably ${larger}.`,
    others === 0
      ? ''
      : `Chance alone could explain ${others === 1 ? 'the other change' : 'the other changes'}${inTable}.`,
  ].filter((sentence) => sentence !== '');
}

function nameChanges(names: readonly string[]): string {
  const noun = names.length === 1 ? 'change' : 'changes';
  return `The ${noun} in ${joinNames(names)} ${names.length === 1 ? 'is' : 'are'}`;
}

/** Names the areas that have a result in the earlier period only. */
export function describeEnded({ ended, since, later }: AreaChanges): string[] {
  if (ended.length === 0) return [];
  const verb = ended.length === 1 ? 'has a result' : 'have results';
  return [`${joinNames(ended)} ${verb} for ${since}, but none for ${later}.`];
}
