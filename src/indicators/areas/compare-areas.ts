import type { Figure } from '../../model/figure.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import type { MeasureOf } from '../../model/measure.js';
import type { Organisation } from '../../model/organisation.js';
import type { AreaFigures } from '../../model/period-data.js';
import type {
  AreaDifference,
  Comparator,
  Families,
  OverallComparison,
  Ranking,
} from '../../model/ranking.js';
import { removeFloatNoise } from '../../statistics/rounding.js';
import { makeMissingFigure } from '../make-missing-figure.js';
import { averageFamily } from './average-family.js';
import { compareWith, compareWithWhole } from './compare-with.js';
import { readEvidence } from './evidence.js';
import { explainUntested } from './explain-untested.js';

type Measure = MeasureOf<'area-ranking'>;

interface ListedArea {
  id: string;
  name: string;
  figure: Figure;
}

/** The comparisons of the areas in a table, by name, and their summary. */
export interface ComparedAreas {
  whole: Figure;
  overall: ReadonlyMap<string, OverallComparison>;
  area: ReadonlyMap<string, AreaDifference>;
  family: ReadonlyMap<string, AreaDifference>;
  summary: Pick<Ranking, 'overallReason' | 'comparedArea' | 'families'>;
}

/** Compares the areas in a table with all areas together, with the area that the measure names and with their families. */
export function compareAreas(
  listed: readonly ListedArea[],
  data: AreaFigures,
  measure: Measure,
  whole: Figure,
  words: Organisation['areas'],
): ComparedAreas {
  const overall = joinNames(
    listed,
    compareWithWhole(
      listed.map(({ figure }) => figure),
      whole,
      measure,
    ),
  );
  const area = compareWithNamed(listed, data, measure, words);
  const family = compareWithFamilies(listed, data, measure, words);
  return {
    whole,
    overall,
    area: area.differences,
    family: family.differences,
    summary: {
      overallReason: explainNoComparison(whole, overall, measure, words),
      comparedArea: area.comparator,
      families: family.families,
    },
  };
}

function explainNoComparison(
  whole: Figure,
  overall: ReadonlyMap<string, OverallComparison>,
  measure: Measure,
  words: Organisation['areas'],
): string | null {
  if (whole.value === null) return whole.reason ?? 'not available';
  if (isAnyTested(overall)) return null;
  const hasEvidence = readEvidence([whole], measure)[0] != null;
  return hasEvidence || measure.unit !== 'percent'
    ? explainUntested(measure, words)
    : `the number of people asked in all ${words.plural} is not published`;
}

function isAnyTested(comparisons: ReadonlyMap<string, OverallComparison>): boolean {
  return [...comparisons.values()].some(({ outcome }) => outcome !== 'not-tested');
}

/** Compares each area with the one that the measure names. That area itself is left out. */
function compareWithNamed(
  listed: readonly ListedArea[],
  { published }: AreaFigures,
  measure: Measure,
  words: Organisation['areas'],
): { differences: ComparedAreas['area']; comparator: Comparator | null } {
  if (!measure.comparedArea) return { differences: new Map(), comparator: null };
  const { name } = measure.comparedArea;
  const figure =
    published.find((area) => area.name === name)?.figure ??
    makeMissingFigure(measure, `${name} has no published result`);
  const differences = compareEach(
    listed.filter((area) => area.name !== name),
    () => figure,
    () => name,
    measure,
    'difference',
  );
  const reason = figure.value === null ? (figure.reason ?? 'not available') : explainUntested(measure, words);
  return {
    differences,
    comparator: { name, figure, reason: isAnyTested(differences) ? null : reason },
  };
}

/** Compares each area with the average of its family. Areas without a family are left out. */
function compareWithFamilies(
  listed: readonly ListedArea[],
  data: AreaFigures,
  measure: Measure,
  words: Organisation['areas'],
): { differences: ComparedAreas['family']; families: Families | null } {
  const withFamily = listed.filter(({ name }) => words.families[name] !== undefined);
  if (Object.keys(words.families).length === 0) return { differences: new Map(), families: null };
  const averages = new Map(
    withFamily.map((area) => [
      area.name,
      averageFamily(area, words.families[area.name] ?? [], data, measure),
    ]),
  );
  const known = [...averages.values()].filter(({ figure }) => figure.value !== null);
  const pooled = known.filter(({ isPooled }) => isPooled);
  const differences = compareEach(
    withFamily,
    ({ name }) => averages.get(name)?.figure ?? makeMissingFigure(measure, 'no family'),
    ({ name }) => `family of ${name}`,
    measure,
    'family-difference',
  );
  return {
    differences,
    families: {
      averages: pooled.length === 0 ? 'plain' : pooled.length < known.length ? 'mixed' : 'pooled',
      reason: isAnyTested(differences) ? null : explainUntested(measure, words),
      without: listWithoutAverage(listed, averages),
    },
  };
}

function listWithoutAverage(
  listed: readonly ListedArea[],
  averages: ReadonlyMap<string, { figure: Figure }>,
): Families['without'] {
  return listed.flatMap(({ name }) => {
    const figure = averages.get(name)?.figure;
    if (!figure) return [{ name, reason: 'no family is on file' }];
    return figure.value === null ? [{ name, reason: figure.reason ?? 'not available' }] : [];
  });
}

function compareEach(
  areas: readonly ListedArea[],
  findComparator: (area: ListedArea) => Figure,
  nameComparator: (area: ListedArea) => string,
  measure: Measure,
  suffix: string,
): Map<string, AreaDifference> {
  const pairs = areas.map((area) => [area.figure, findComparator(area)] as const);
  const comparisons = compareWith(pairs, measure);
  return new Map(
    areas.flatMap((area, index) => {
      const [comparison, pair] = [comparisons[index], pairs[index]];
      if (!comparison || !pair) return [];
      const figure = makeDifference(area, pair[1], nameComparator(area), measure, suffix, comparison);
      return [[area.name, { ...comparison, figure, with: pair[1] }] as const];
    }),
  );
}

/** Makes the figure of the difference between an area and its comparator, with the result of the test. */
function makeDifference(
  { id, name, figure }: ListedArea,
  other: Figure,
  otherName: string,
  measure: Measure,
  suffix: string,
  { pValue, outcome, isProbable }: OverallComparison,
): Figure {
  const places = [figure, other].some((part) => part.places !== undefined);
  return {
    id: `${measure.id}.${id}.${suffix}`,
    label: `${figure.label}: difference from ${otherName}`,
    value: removeFloatNoise((figure.value ?? 0) - (other.value ?? 0)),
    unit: measure.unit === 'percent' ? 'points' : measure.unit,
    ...(places && { places: findMostPlaces([figure, other]) }),
    ...(figure.period !== undefined && { period: figure.period }),
    place: figure.place,
    source: figure.source,
    formula: `${name} − ${otherName}`,
    inputs: [figure, other],
    test: { pValue: null, adjusted: pValue, verdict: formatVerdict(outcome, isProbable) },
  };
}

const VERDICTS: Record<OverallComparison['outcome'], string> = {
  above: 'significantly above',
  below: 'significantly below',
  'no-clear-difference': 'no significant difference',
  'too-close-to-call': 'too close to call',
  'not-tested': 'not tested',
};

/** Formats the conclusion of a comparison as `figures.csv` has it. */
function formatVerdict(outcome: OverallComparison['outcome'], isProbable: boolean): string {
  return isProbable ? VERDICTS[outcome].replace('significantly', 'probably') : VERDICTS[outcome];
}

function joinNames(
  areas: readonly ListedArea[],
  comparisons: readonly (OverallComparison | null)[],
): Map<string, OverallComparison> {
  return new Map(
    areas.flatMap(({ name }, index) => {
      const comparison = comparisons[index];
      return comparison ? [[name, comparison] as const] : [];
    }),
  );
}
