import { formatMissing } from '../../format/figures.js';
import { formatOrdinal } from '../../format/words.js';
import type { Ranking } from '../../model/ranking.js';
import { makeFigureInline, makeOutput } from './figure-values.js';
import {
  defineHelper,
  makeUnknownNameError,
  readText,
  type Helper,
  type HelperDefinition,
} from './helper.js';

/** `{{rank "area-confidence" "Camden"}}`: "first of 32", "joint 30th of 32". */
const rank: Helper = ({ args: [id, area], indicators }) => {
  const ranking = findRanking(readText(id, 'the ranking', '{{rank "ranking" "area"}}'), indicators.rankings);
  if (ranking.reason !== null) return makeOutput(makeFigureInline(ranking.gap));
  return describePosition(ranking, area);
};

function findRanking(id: string, rankings: Readonly<Record<string, Ranking>>): Ranking {
  const ranking = Object.hasOwn(rankings, id) ? rankings[id] : undefined;
  if (ranking) return ranking;
  const known = Object.keys(rankings);
  throw makeUnknownNameError(`no ranking is called "${id}"`, id, known);
}

/** Describes the position of an area, by its name or id. */
function describePosition({ top, bottom, withoutResult, of }: Ranking, name: unknown): string {
  const missing = withoutResult.find((area) => area.name === name);
  if (missing) return formatMissing(missing.reason);
  const areas = [...top, ...bottom];
  const area = areas.find((candidate) => candidate.name === name || candidate.id === name);
  if (area) return `${area.tied ? 'joint ' : ''}${formatOrdinal(area.rank)} of ${of - withoutResult.length}`;
  const known = areas.map((candidate) => candidate.name);
  throw makeUnknownNameError(`the ranking shows no area "${String(name)}"`, String(name), known);
}

export const rankingHelpers = { rank: defineHelper(rank, 2) } satisfies Record<string, HelperDefinition>;
