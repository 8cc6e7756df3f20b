import { MONTHS } from '../../format/dates.js';
import type { Indicator } from '../../model/indicator.js';
import type { Indicators } from '../../model/indicators.js';
import type { Inputs } from '../../model/inputs.js';
import { isOfKind, type Measure } from '../../model/measure.js';
import { splitWords } from './split-words.js';
import { stemWord } from './stem-word.js';

/** The words by which a sentence can name the measures of a paper. */
export interface MeasureNames {
  measures: NamedMeasure[];
  /** The labels in lower case, longest first. */
  labels: string[];
  /** The words of each acronym, by the acronym in lower case. */
  acronyms: Map<string, string[]>;
  /** Stems that do not change which measure is meant: of the authority, and of the people of its surveys. */
  neutral: Set<string>;
}

interface NamedMeasure {
  indicator: Indicator;
  names: Name[];
  /** True if a part of the name is enough: "local confidence". A count needs its whole name. */
  isKnownByPart: boolean;
  /** True if the head alone is enough: "satisfaction" for "Satisfaction with local parks". */
  isKnownByHead: boolean;
}

/** The stems of a label without its small words. The first is the head. */
type Name = [string, ...string[]];

/** The measure or measures that a phrase names. */
export type Naming =
  | { kind: 'named'; measures: Indicator[] }
  /** "Performance", "the results", "this measure". */
  | { kind: 'general' }
  /** "It", "this". */
  | { kind: 'pronoun' }
  | { kind: 'other' };

const SMALL = new Set(
  'a an the this that these those its their our his her it they we i you in of on at by for with within from to about towards into over across per and or as not no any all both be is are was were been has have had do does did who whose whom which there here now since last previous past next year years quarter quarters month months period annual today financial calendar end half week weeks day days the same than ever yet also still more most very much so however overall general generally own up down then moreover furthermore nevertheless meanwhile similarly finally again continued continuing encouragingly disappointingly unfortunately happily pleasingly significantly notably markedly despite during what although while after before when where if with'.split(
    ' ',
  ),
);

const GENERAL = new Set(
  'performance result figure measure indicator score position trend level rate percentage proportion share number total outcome rating statistic'
    .split(' ')
    .map(stemWord),
);

const PRONOUNS = new Set(['it', 'this', 'these', 'they', 'that', 'which', 'there']);

/** Words that say nothing of their own about a survey's question. */
const NEUTRAL = new Set(
  'public people person service feel feeling recorded reported perception view survey annual headline overall combined'
    .split(' ')
    .map(stemWord),
);

const CALENDAR = new RegExp(
  `^(?:${MONTHS.map((month) => stemWord(month.toLowerCase())).join('|')}|table|appendix|section|paragraph|report|q[1-4])$`,
);

/** Words after "in", "at" or "for" that name no place and no group: "in response", "for the third time". */
const HARMLESS = new Set(
  'running succession consecutive wake response line result spite part fact turn practice first second third fourth row reason consequence light face short particular addition whole term time point full pace'
    .split(' ')
    .map(stemWord),
);

export function listMeasureNames(
  { measures, organisation, surveys }: Inputs,
  indicators: Indicators,
): MeasureNames {
  const acronyms = new Map(
    organisation.acronyms.map(({ term, expansion }) => [term.toLowerCase(), splitWords(expansion)]),
  );
  const context = [
    organisation.name,
    organisation.short,
    ...surveys.flatMap(({ name, population }) => [name, population]),
  ];
  const labels = measures.flatMap(({ label, short }) => [label.toLowerCase(), short.toLowerCase()]);
  return {
    acronyms,
    labels: [...new Set(labels)].sort((a, b) => b.length - a.length),
    neutral: new Set([...NEUTRAL, ...listStems(context.flatMap(splitWords), acronyms)]),
    measures: measures.flatMap((measure) => {
      const indicator = indicators.measures[measure.id];
      return indicator ? [nameMeasure(measure, indicator, acronyms)] : [];
    }),
  };
}

function nameMeasure(
  measure: Measure,
  indicator: Indicator,
  acronyms: MeasureNames['acronyms'],
): NamedMeasure {
  const names = [measure.label, measure.short].flatMap((label): Name[] => {
    const stems = listStems(splitWords(label), acronyms).filter(
      (stem) => !NEUTRAL.has(stem) && !/^\p{N}/u.test(stem),
    );
    const [head, ...rest] = stems.filter((stem) => !GENERAL.has(stem));
    return head === undefined ? [] : [[head, ...rest]];
  });
  const isKnownByPart = isOfKind(measure, 'survey') || isOfKind(measure, 'group-gap');
  return {
    ...{ indicator, names, isKnownByPart },
    isKnownByHead: isKnownByPart && hasPlainHead(measure.label),
  };
}

/** Returns true if a label is a noun with a complement, so that the noun is enough: "Public confidence in the council". */
function hasPlainHead(label: string): boolean {
  const words = splitWords(label);
  const head = words.findIndex((word) => !NEUTRAL.has(stemWord(word)));
  return /^(?:in|with|of|about|for|towards)$/.test(words[head + 1] ?? '');
}

/** Returns true if a word belongs to a measure's name, to the authority or to the calendar, or says nothing of its own. */
export function isKnownStem(stem: string, { measures, neutral }: MeasureNames): boolean {
  const isInName = measures.some(({ names }) => names.some((name) => name.includes(stem)));
  return (
    isInName ||
    neutral.has(stem) ||
    GENERAL.has(stem) ||
    HARMLESS.has(stem) ||
    CALENDAR.test(stem) ||
    /^\p{N}/u.test(stem)
  );
}

/** Lists the stems of words, without small words. An acronym counts as its expansion. */
export function listStems(words: string[], acronyms: MeasureNames['acronyms']): string[] {
  const expanded = words.flatMap(
    (word) => acronyms.get(word) ?? acronyms.get(word.replace(/s$/, '')) ?? [word],
  );
  return [...new Set(expanded.filter((word) => !SMALL.has(word)).map(stemWord))];
}

/** Finds what a phrase names. A word that no name has, such as a place or a group, makes it something else. */
export function findNaming(words: string[], names: MeasureNames, also: Set<string> = new Set()): Naming {
  const stems = listStems(words, names.acronyms).filter((stem) => !/^\p{N}/u.test(stem));
  const isGeneral = stems.some((stem) => GENERAL.has(stem));
  const rest = stems.filter((stem) => !GENERAL.has(stem) && !also.has(stem));
  if (rest.length === 0) {
    if (isGeneral) return { kind: 'general' };
    return words.some((word) => PRONOUNS.has(word)) ? { kind: 'pronoun' } : { kind: 'other' };
  }
  const matches = names.measures
    .map((measure) => ({ indicator: measure.indicator, strength: rateMatch(rest, measure, names) }))
    .filter(({ strength }) => strength > 0);
  const best = Math.max(...matches.map(({ strength }) => strength));
  const measures = matches.filter(({ strength }) => strength === best).map(({ indicator }) => indicator);
  return measures.length > 0 ? { kind: 'named', measures } : { kind: 'other' };
}

/** Rates how well stems name a measure: 3 for its whole name, 2 for a part, 1 for its head, 0 for something else. */
function rateMatch(stems: string[], measure: NamedMeasure, { neutral }: MeasureNames): number {
  return Math.max(0, ...measure.names.map((name) => rateName(stems, name, measure, neutral)));
}

function rateName(stems: string[], name: Name, measure: NamedMeasure, neutral: Set<string>): number {
  const isForeign = stems.some((stem) => !name.includes(stem) && !neutral.has(stem));
  if (isForeign || !stems.includes(name[0])) return 0;
  const shared = name.filter((stem) => stems.includes(stem)).length;
  if (shared === name.length) return 3;
  if (measure.isKnownByPart && shared >= 2 && shared * 3 >= name.length * 2) return 2;
  return measure.isKnownByHead ? 1 : 0;
}
