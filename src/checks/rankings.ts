import { listBlocks } from '../model/list-sections.js';
import type { Table } from '../model/blocks/table.js';
import { toPlainText } from '../model/inline.js';
import type { RankedArea, Ranking } from '../model/ranking.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import type { Sentence } from './sentences.js';
import { typedIn } from './typed.js';

/** Places in a ranking that the results do not bear out. The program's own tables share ranks; hands do not always. */
export function checkRankings(paper: Checkable): Problem[] {
  const { document, sentences, indicators } = paper;
  const tables = listBlocks(document).filter((block) => block.kind === 'table');
  return [
    ...tables.flatMap(tiesInTable),
    ...sentences.flatMap((sentence) =>
      Object.values(indicators.rankings).flatMap((one) => tiesInWords(sentence, one)),
    ),
    ...withoutMargin(paper),
  ];
}

/** Neighbouring rows of a typed table with the same result and different ranks. */
function tiesInTable(table: Table): Problem[] {
  const headings = table.columns.map(({ heading }) => toPlainText(heading));
  const rank = headings.findIndex((heading) => /^(?:rank|position|place)\b/i.test(heading));
  if (rank < 0) return [];
  const rows = table.rows.filter(({ kind }) => kind === 'data').map(({ cells }) => cells.map(toPlainText));
  const results = headings.flatMap((_heading, column) =>
    column !== rank && rows.every((row) => /^[\d.,]+%?$/.test((row[column] ?? '').trim())) ? [column] : [],
  );
  return rows.flatMap((row, index): Problem[] => {
    const next = rows[index + 1];
    if (!next || results.length === 0 || !results.every((column) => row[column] === next[column])) return [];
    if (row[rank] === next[rank]) return [];
    return [
      found(
        'ties-share-rank',
        table.place,
        `rows with the same result have the ranks ${row[rank] ?? ''} and ${next[rank] ?? ''}`,
        {
          expected: 'a shared rank, such as 30=',
          hint: 'A table of the kind `ranking` in tables.yaml ranks by itself.',
        },
      ),
    ];
  });
}

const PLACES =
  /\b(?:rank(?:ed|s)?|place[ds]?|position(?:ed|s)?|com(?:e|ing)s?|came)\s+(?:at\s+|in\s+|as\s+)?(\d+)(?:st|nd|rd|th)?\s+and\s+(\d+)(?:st|nd|rd|th)?\b/gi;

/** "Westminster and Brent are ranked 30 and 31", with one result for both. */
function tiesInWords(sentence: Sentence, ranking: Ranking): Problem[] {
  const named = [...ranking.top, ...ranking.bottom].filter(({ name }) => sentence.text.includes(name));
  const [first, second] = named;
  if (!first || !second || named.length !== 2 || first.figure.value !== second.figure.value) return [];
  return typedIn(sentence, PLACES)
    .filter(({ match }) => match[1] !== match[2])
    .slice(0, 1)
    .map(({ match, place }) =>
      found(
        'ties-share-rank',
        place,
        `"${match[0]}" parts ${first.name} and ${second.name}, which have the same result`,
        {
          expected: `{{rank "${ranking.id}" "${first.name}"}}`,
        },
      ),
    );
}

/** A league table whose neighbours chance alone could exchange, and which does not show by how much. */
function withoutMargin({ inputs, indicators, document }: Checkable): Problem[] {
  const placed = new Set(listBlocks(document).map((block) => ('anchor' in block ? block.anchor : '')));
  return inputs.template.tables.flatMap(({ id, content, place }) => {
    if (content.kind !== 'ranking' || !placed.has(id)) return [];
    const ranking = indicators.rankings[content.measure];
    const shown = content.columns.some(({ show }) => show === 'rank-range' || show === 'interval');
    if (!ranking || shown) return [];
    const { top, bottom, between } = ranking;
    const pair = (between > 0 ? [top, bottom] : [[...top, ...bottom]]).flatMap(overlapping)[0];
    if (!pair) return [];
    return [
      found(
        'ranking-shows-margin',
        place,
        `${pair[0]} and ${pair[1]} are within the margin of chance, and the table does not show it`,
        {
          expected: 'a column { show: rank-range } or { show: interval }',
        },
      ),
    ];
  });
}

function overlapping(areas: RankedArea[]): [string, string][] {
  return areas.flatMap(({ name, figure: { interval, value } }, index): [string, string][] => {
    const next = areas[index + 1];
    const other = next?.figure.interval;
    if (!next || !interval || !other || value === next.figure.value) return [];
    const apart = interval.lower > (other.upper ?? Infinity) || other.lower > (interval.upper ?? Infinity);
    return apart ? [] : [[name, next.name]];
  });
}
