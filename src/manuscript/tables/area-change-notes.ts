import type { AreaChange, Ranking } from '../../model/ranking.js';
import { describeEnded } from '../describe-area-changes.js';

/** Explains the changes in a league table. `withReasons` names the areas that have no change. */
export function writeAreaChangeNotes(
  { top, bottom, changes }: Ranking,
  { withVerdicts, withReasons }: { withVerdicts: boolean; withReasons: boolean },
): (string | null)[] {
  if (!changes) return [];
  const shown = [...top, ...bottom].flatMap(({ change }) => change ?? []);
  const isRelative = shown.some(({ figure, from }) => figure.unit === 'percent' && from.unit !== 'percent');
  return [
    `Changes are since ${changes.since}${isRelative ? ', in per cent of the earlier result' : ''}.`,
    changes.days ? 'They compare results by day, because the two periods differ in length.' : null,
    ...(withVerdicts ? explainVerdicts(shown, changes) : []),
    withReasons ? listAreas('No change is available for', changes.without) : null,
    ...describeEnded(changes),
  ];
}

function explainVerdicts(
  shown: readonly AreaChange[],
  { together, reason, sharedMonths }: NonNullable<Ranking['changes']>,
): (string | null)[] {
  if (together === 0) return [reason === null ? null : `Changes are not tested: ${reason}.`];
  const has = (outcome: string): boolean => shown.some((change) => change.outcome === outcome);
  return [
    has('rose') || has('fell')
      ? `“Rose” and “fell” mean a statistically significant change${together > 1 ? `, adjusted for ${together} comparisons` : ''}.`
      : null,
    shown.some(({ isProbable }) => isProbable)
      ? 'With “probably”, a design effect of 2, which is ordinary, would undo the result.'
      : null,
    has('too-close-to-call')
      ? '“Too close to call” means that rounding alone decides whether the change is significant.'
      : null,
    sharedMonths > 0
      ? `The two periods have ${sharedMonths} months in common, for which the tests allow.`
      : null,
  ];
}

function listAreas(heading: string, areas: readonly { name: string; reason: string }[]): string | null {
  if (areas.length === 0) return null;
  return `${heading} ${areas.map(({ name, reason }) => `${name} (${reason})`).join('; ')}.`;
}
