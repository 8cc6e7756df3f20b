import { wordReason } from '../../format/word-reason.js';
import { formatOrdinal } from '../../format/words.js';
import { isToCome } from '../../model/figure.js';
import type { Position, Ranking } from '../../model/ranking.js';
import { describeAreaChanges } from '../describe-area-changes.js';
import { describeNeighbours } from '../describe-neighbours.js';
import { makeFigureInline, makeOutput } from './figure-values.js';
import {
  defineHelper,
  HelperCallError,
  makeUnknownNameError,
  readText,
  type Helper,
  type HelperDefinition,
} from './helper.js';

/** `{{rank "area-satisfaction" "Northgate"}}`: "first of 32", "joint 30th of 32", "not ranked (its result was not published)". */
const rank: Helper = ({ args: [id, area], indicators, inputs }) => {
  const ranking = findRanking(readText(id, 'the ranking', '{{rank "ranking" "area"}}'), indicators.rankings);
  if (isToCome(ranking.gap)) return makeOutput(makeFigureInline(ranking.gap));
  if (ranking.reason !== null)
    return makeOutput(makeFigureInline(ranking.gap, formatUnranked(ranking.reason)));
  return describePosition(ranking, area, inputs.organisation.areas.names);
};

function findRanking(id: string, rankings: Readonly<Record<string, Ranking>>): Ranking {
  const ranking = Object.hasOwn(rankings, id) ? rankings[id] : undefined;
  if (ranking) return ranking;
  const known = Object.keys(rankings);
  throw makeUnknownNameError(`no ranking is called "${id}"`, id, known);
}

/** Describes the position of an area, by its name or id. An area that `organisation.yaml` lists may be unpublished. */
function describePosition(ranking: Ranking, name: unknown, areaNames: readonly string[] | null): string {
  const { top, bottom, notShown, withoutResult, of } = ranking;
  const missing = withoutResult.find((area) => area.name === name);
  if (missing) return formatUnranked(missing.reason);
  const areas: Position[] = [...top, ...bottom, ...notShown];
  const area = areas.find((candidate) => candidate.name === name || candidate.id === name);
  if (area?.rank != null)
    return `${area.tied ? 'joint ' : ''}${formatOrdinal(area.rank)} of ${of - withoutResult.length}`;
  if (area) return formatUnranked('its position is not known');
  if (areaNames?.some((listed) => listed === name)) return formatUnranked('its result was not published');
  const known = areaNames ?? areas.map((candidate) => candidate.name);
  throw makeUnknownNameError(`the ranking has no area "${String(name)}"`, String(name), known);
}

/** Formats what replaces the position of an area that has none, in words that suit the middle of a sentence. */
function formatUnranked(reason: string): string {
  return `not ranked (${wordReason(reason)})`;
}

/** `{{neighbours "area-satisfaction"}}`: a sentence on the neighbours that can be told apart. Prints nothing if there are none. */
const neighbours: Helper = ({ args: [id], options, indicators, inputs }) => {
  const ranking = findRanking(readText(id, 'the ranking', '{{neighbours "ranking"}}'), indicators.rankings);
  const exhibit =
    options['in'] === undefined
      ? undefined
      : readText(
          options['in'],
          'the words for the table or chart',
          '{{neighbours "ranking" in="the chart"}}',
        );
  const text = describeNeighbours(ranking, inputs.organisation.areas, exhibit);
  return makeOutput(...(text === null ? [] : [{ kind: 'text' as const, text }]));
};

/**
 * `{{area-changes "station-fires" "the number of fires"}}`: sentences on the changes of all areas, their tests, and the areas
 * without a change.
 */
const areaChanges: Helper = ({ args: [id, subject], indicators, inputs }) => {
  const example = '{{area-changes "ranking" "the number of fires"}}';
  const ranking = findRanking(readText(id, 'the ranking', example), indicators.rankings);
  if (isToCome(ranking.gap)) return makeOutput(makeFigureInline(ranking.gap));
  if (ranking.changes === null)
    throw new HelperCallError(
      `the measure "${ranking.id}" has no changes`,
      'a measure with compare-with: in measures.yaml',
    );
  const words = subject === undefined ? 'the result' : readText(subject, 'the name of the result', example);
  const text = describeAreaChanges(ranking, ranking.changes, inputs.organisation.areas, words);
  return makeOutput({ kind: 'text', text });
};

export const rankingHelpers = {
  rank: defineHelper(rank, 2),
  neighbours: defineHelper(neighbours, 1, 'in'),
  'area-changes': defineHelper(areaChanges, 2),
} satisfies Record<string, HelperDefinition>;
