import type { AreaChange } from '../../model/ranking.js';
import { holm } from '../../statistics/verdict.js';
import { ALPHA } from '../confidence.js';
import type { MeasuredChange } from './measure-area-change.js';

/** Adjusts the tests of changes for each other (Holm), and decides their outcomes. */
export function adjustAreaChanges(changes: readonly MeasuredChange[]): AreaChange[] {
  const adjust = (choose: (test: NonNullable<MeasuredChange['test']>) => number): (number | null)[] =>
    holm(changes.map(({ test }) => test && choose(test)));
  const published = adjust(({ published: p }) => p);
  const least = adjust(({ least: p }) => p);
  const most = adjust(({ most: p }) => p);
  const clustered = adjust(({ clustered: p }) => p);
  const isSignificant = (p: number | null | undefined): boolean => p != null && p < ALPHA;
  return changes.map(({ figure, from, direction, better, test }, index) => {
    const isClear = isSignificant(least[index]) && (direction === 'rose' || direction === 'fell');
    const outcome = !test
      ? 'not-tested'
      : isClear
        ? direction
        : isSignificant(most[index])
          ? 'too-close-to-call'
          : 'no-clear-change';
    const pValue = published[index] ?? null;
    const isProbable = isClear && !isSignificant(clustered[index]);
    const verdict = formatVerdict(outcome, better, isProbable);
    return {
      figure: { ...figure, test: { pValue: test?.published ?? null, adjusted: pValue, verdict } },
      from,
      direction,
      better,
      outcome,
      isProbable,
      pValue,
    };
  });
}

/** Formats the conclusion as `figures.csv` has it. */
function formatVerdict(outcome: AreaChange['outcome'], better: boolean | null, isProbable: boolean): string {
  const strength = isProbable ? 'probably' : 'significantly';
  switch (outcome) {
    case 'rose':
    case 'fell': {
      if (better !== null) return `${strength} ${better ? 'better' : 'worse'}`;
      return `${strength} ${outcome === 'rose' ? 'higher' : 'lower'}`;
    }
    case 'no-clear-change':
      return 'no significant change';
    case 'too-close-to-call':
      return 'too close to call';
    case 'not-tested':
      return 'not tested';
    default:
      return outcome satisfies never;
  }
}
