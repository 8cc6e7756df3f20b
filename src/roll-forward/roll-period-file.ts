import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { QUARTER_FILES } from '../inputs/project/list-papers.js';
import {
  applyEdits,
  entriesAt,
  entryAt,
  listUnreviewed,
  putNote,
  scalarText,
  setValue,
  topMap,
  type Edit,
  type Entry,
} from './yaml-edits.js';

type QuarterFile = (typeof QUARTER_FILES)[number];

/** Words on a time, such as "December 2008", for the new quarter. Null where they name no time that moves with it. */
export type Advance = (words: string) => string | null;

export interface RolledFile {
  text: string;
  /** How many figures and lists are to be filled in. */
  toFill: number;
}

/** What is emptied of each file: figures with what is said of them, whole lists, other values; and times, which move on. */
const EMPTIED: Record<
  QuarterFile,
  { figures?: string[]; lists?: string[]; values?: string[]; times?: string[] }
> = {
  survey: { figures: ['rolling.*', 'waves.*', 'groups.*.*'], values: ['source', 'design-effect'] },
  areas: { values: ['source', 'rankings.*.equal-bases', 'rankings.*.design-effect', 'rankings.*.note'] },
  activity: {
    figures: ['to-date.*', 'in-quarter.*', 'populations.*'],
    lists: ['months.*'],
    values: ['source', 'assumed'],
    times: ['period'],
  },
  shares: { figures: ['shares.*.*.percent'], values: ['source'], times: ['period'] },
  facts: { values: ['source'] },
  events: { lists: ['events'], values: ['source', 'from', 'to'] },
  commitments: {},
  'performance-areas': { lists: ['off-course', 'under-attention'], values: ['source'] },
};

/** What is said of one figure, and goes with it. */
const OF_A_FIGURE = [
  ...['value', 'source', 'base', 'count', 'weighted-base', 'weighted-count'],
  ...['design-effect', 'qualifier', 'reason', 'assumed', 'published'],
];

/**
 * A quarter's file for a later quarter: the same keys, order and comments, and every figure empty, so that none is taken for
 * new that is not. A fact marked as standing stays; what has been promised stays, to be reviewed. `note` becomes a comment.
 */
export function rollQuarterFile(name: QuarterFile, text: string, advance: Advance, note: string): RolledFile {
  const map = topMap(text);
  const at = (path: string): Entry[] => entriesAt(map, path.split('.'));
  const { figures = [], lists = [], values = [], times = [] } = EMPTIED[name];
  const facts = name === 'facts' ? rollFacts(text, map, advance) : { edits: [], emptied: 0 };
  const areas = name === 'areas' ? areasOf(map) : { figures: [], lists: [] };
  const [single, whole] = [
    [...figures.flatMap(at), ...areas.figures],
    [...lists.flatMap(at), ...areas.lists],
  ];
  const edits = [
    ...putNote(text, map, note),
    ...single.flatMap((entry) => emptyFigure(text, entry, advance)),
    ...[...whole, ...values.flatMap(at)].flatMap((entry) => setValue(text, entry, '')),
    ...times.flatMap(at).flatMap((entry) => moveTime(text, entry, advance)),
    ...(name === 'commitments'
      ? listUnreviewed(
          text,
          map,
          'commitments',
          at('commitments.*').map(({ key }) => key),
        )
      : []),
    ...facts.edits,
  ];
  return { text: applyEdits(text, edits), toFill: single.length + whole.length + facts.emptied };
}

/** A figure typed alone, or a map with what is special about it. */
function emptyFigure(text: string, entry: Entry, advance: Advance): Edit[] {
  const { value } = entry.pair;
  if (!isMap(value)) return setValue(text, entry, '');
  return entriesAt(value, ['*'], entry.inFlow).flatMap((one) => {
    if (one.key === 'period') return moveTime(text, one, advance);
    return OF_A_FIGURE.includes(one.key) ? setValue(text, one, '') : [];
  });
}

function moveTime(text: string, entry: Entry, advance: Advance): Edit[] {
  const { value } = entry.pair;
  if (!isScalar(value) || typeof value.value !== 'string') return [];
  const moved = advance(value.value);
  if (moved === value.value) return [];
  return setValue(text, entry, moved === null ? '' : scalarText(moved, entry.inFlow));
}

/** Where every area is published they will be again. Where only some are, which ones is a result of the quarter too. */
function areasOf(map: YAMLMap | null): { figures: Entry[]; lists: Entry[] } {
  const rankings = entriesAt(map, ['rankings', '*']).map((ranking) => {
    const own = isMap(ranking.pair.value) ? ranking.pair.value : null;
    const figures = entriesAt(own, ['published', '*'], ranking.inFlow);
    const published = entriesAt(own, ['published'], ranking.inFlow);
    return own?.get('of') === figures.length ? { figures, lists: [] } : { figures: [], lists: published };
  });
  return {
    figures: rankings.flatMap(({ figures }) => figures),
    lists: rankings.flatMap(({ lists }) => lists),
  };
}

/** Standing facts keep their value and, where it stood at the top of the file, their source; a sum of such facts too. */
function rollFacts(text: string, map: YAMLMap | null, advance: Advance): { edits: Edit[]; emptied: number } {
  const source: unknown = map?.get('source');
  const facts = entriesAt(map, ['facts', '*']).flatMap((entry) =>
    isMap(entry.pair.value) ? [{ entry, fact: entry.pair.value }] : [],
  );
  const isStanding = (id: string): boolean => {
    const fact = facts.find(({ entry }) => entry.key === id)?.fact;
    const parts: unknown = fact?.get('sum');
    return isSeq(parts)
      ? parts.toJSON().every((part) => isStanding(String(part)))
      : fact?.get('standing') === true;
  };
  const emptied = facts.filter(({ entry }) => !isStanding(entry.key));
  const bare = facts.filter(({ entry, fact }) => isStanding(entry.key) && !fact.get('source'));
  return {
    edits: [
      ...emptied.flatMap(({ entry }) => emptyFigure(text, entry, advance)),
      ...(typeof source === 'string' ? bare.flatMap(({ fact }) => stateSource(text, fact, source)) : []),
    ],
    emptied: emptied.filter(({ fact }) => !fact.has('sum')).length,
  };
}

function stateSource(text: string, fact: YAMLMap, source: string): Edit[] {
  const own = entryAt(fact, 'source');
  if (own) return setValue(text, own, scalarText(source, fact.flow === true));
  const start = fact.range?.[0] ?? 0;
  const pair = `source: ${scalarText(source, fact.flow === true)}`;
  if (fact.flow) return [{ from: start + 1, to: start + 1, text: ` ${pair},` }];
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  return [{ from: start, to: start, text: `${pair}\n${' '.repeat(column)}` }];
}
