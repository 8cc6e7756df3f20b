import { makeLabelFinder } from '../model/find-label.js';
import { listBlocks } from '../model/list-sections.js';
import type { Ranking } from '../model/ranking.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import type { Sentence } from './split-sentences.js';
import { findTyped } from './find-typed.js';
import { findTiesInTable } from './typed-ranks.js';

/** Finds ranks that the results do not support. Typed tables and sentences may rank ties apart. */
export function checkRankings(paper: CheckablePaper): Problem[] {
  const { document, sentences, indicators, inputs } = paper;
  const computed = new Set(
    inputs.template.tables.filter(({ content }) => content.kind === 'ranking').map(({ id }) => id),
  );
  // The program ranks its own tables by unrounded values, and a note tells which differ before rounding.
  const tables = listBlocks(document).filter((block) => block.kind === 'table');
  const typed = tables.filter(({ anchor }) => !computed.has(anchor));
  return [
    ...typed.flatMap(findTiesInTable),
    ...sentences.flatMap((sentence) =>
      Object.values(indicators.rankings).flatMap((ranking) => findTiesInText(sentence, ranking)),
    ),
    ...findMissingMargins(paper),
  ];
}

const PLACES =
  /\b(?:rank(?:ed|s)?|place[ds]?|position(?:ed|s)?|com(?:e|ing)s?|came)\s+(?:at\s+|in\s+|as\s+)?(\d+)(?:st|nd|rd|th)?\s+and\s+(\d+)(?:st|nd|rd|th)?\b/gi;

/** Finds "Northgate and Westgate are ranked 30 and 31" where both have the same result. */
function findTiesInText(sentence: Sentence, ranking: Ranking): Problem[] {
  const named = [...ranking.top, ...ranking.bottom].filter(({ name }) => sentence.text.includes(name));
  const [first, second] = named;
  if (!first || !second || named.length !== 2 || first.rank !== second.rank) return [];
  return findTyped(sentence, PLACES)
    .filter(({ match }) => match[1] !== match[2])
    .slice(0, 1)
    .map(({ match, place }) =>
      reportProblem(
        'ties-share-rank',
        place,
        `"${match[0]}" ranks ${first.name} and ${second.name} apart, but they have the same result`,
        {
          expected: `{{rank "${ranking.id}" "${first.name}"}}`,
        },
      ),
    );
}

/** Finds a league table that shows no margin, although chance alone could swap neighbours. */
function findMissingMargins({ inputs, indicators, manuscript, document }: CheckablePaper): Problem[] {
  const placed = new Set(listBlocks(document).map(makeLabelFinder(manuscript)));
  return inputs.template.tables.flatMap(({ id, content, place }) => {
    if (content.kind !== 'ranking' || !placed.has(id)) return [];
    const ranking = indicators.rankings[content.measure];
    const showsMargin = content.columns.some(({ show }) => show === 'rank-range' || show === 'interval');
    if (!ranking || showsMargin) return [];
    const pair = ranking.neighbours.pairs.find(
      ({ isApart, isTied, pValue }) => pValue !== null && !isApart && !isTied,
    );
    if (!pair) return [];
    return [
      reportProblem(
        'ranking-shows-margin',
        place,
        `${pair.first} and ${pair.second} are within the margin of chance, but the table shows no margin`,
        {
          expected: 'a column { show: rank-range } or { show: interval }',
        },
      ),
    ];
  });
}
