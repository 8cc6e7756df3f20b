import { TO_COME, type Figure } from '../../model/figure.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import type { Answers } from '../../model/period-data.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import type { FigureDefaults } from './build-figure.js';
import { omitEmpty } from '../omit-empty.js';

interface RawAnswers {
  base: number | null;
  count?: number | null | undefined;
  'weighted-base'?: number | null | undefined;
  'weighted-count'?: number | null | undefined;
  'design-effect'?: number | null | undefined;
  break?: string | null | undefined;
  assumed?: string | null | undefined;
  source?: string | null | undefined;
}

type AnswersIdentity = Pick<Figure, 'id' | 'label'>;

/** The keys of the two numbers that the share is computed from. */
type ShareKeys = readonly ['weighted-count', 'weighted-base'] | readonly ['count', 'base'];

/** Reads counted answers. The value is null if a count is missing or larger than its base. */
export function readAnswers(
  { id, label }: AnswersIdentity,
  raw: RawAnswers,
  file: YamlFile,
  at: Path,
  defaults: FigureDefaults,
): Checked<Answers | null> {
  const placeOf = (...keys: string[]): Place => file.placeOf([...at, ...keys]);
  const problem = findIncomplete(label, raw, placeOf) ?? findExcess(raw, placeOf);
  if (problem) return { value: null, problems: [problem] };
  const designEffect = raw['design-effect'] ?? defaults.designEffect;
  const details = {
    ...omitEmpty({
      ...defaults,
      designEffect,
      assumed: raw.assumed ?? defaults.assumed,
      seriesBreak: raw.break,
    }),
    id,
    label,
    unit: 'percent' as const,
    place: placeOf(),
    source: raw.source ?? defaults.source ?? '',
  };
  return {
    value: { ...computeShare(raw, details, placeOf), designEffect: designEffect ?? null },
    problems: [],
  };
}

/** Computes the share of people who gave the answer. It has no value while a number is still to come. */
function computeShare(
  raw: RawAnswers,
  details: Omit<Figure, 'value'>,
  placeOf: (...keys: string[]) => Place,
): Omit<Answers, 'designEffect'> {
  const [countKey, baseKey] = getShareKeys(raw);
  const [weightedCount, weightedBase] = [raw[countKey] ?? null, raw[baseKey] ?? null];
  if (raw.base === null || weightedBase === null || weightedCount === null)
    return {
      figure: { ...details, value: null, reason: TO_COME },
      base: 0,
      weightedBase: 0,
      weightedCount: 0,
    };
  const figure: Figure = {
    ...details,
    value: weightedBase > 0 ? weightedCount / weightedBase : null,
    base: raw.base,
    formula: `${weightedCount} ÷ ${weightedBase}`,
    inputs: [
      buildInput(details, 'count', weightedCount, placeOf(countKey)),
      buildInput(details, 'base', weightedBase, placeOf(baseKey)),
    ],
    ...(weightedBase === 0 && { reason: 'no people were asked' }),
  };
  return { figure, base: raw.base, weightedBase, weightedCount };
}

/** Returns the weighted keys if the file states either of them. */
function getShareKeys(raw: RawAnswers): ShareKeys {
  const isWeighted = raw['weighted-base'] !== undefined || raw['weighted-count'] !== undefined;
  return isWeighted ? ['weighted-count', 'weighted-base'] : ['count', 'base'];
}

function findIncomplete(label: string, raw: RawAnswers, placeOf: () => Place): Problem | null {
  return getShareKeys(raw).every((key) => raw[key] !== undefined)
    ? null
    : makeError('key-is-present', placeOf(), `the answers for "${label}" are incomplete`, {
        expected: 'base and count; or base, weighted-base and weighted-count',
      });
}

/** Finds a count that is larger than its base. Numbers that are still to come cannot be compared. */
function findExcess(raw: RawAnswers, placeOf: (...keys: string[]) => Place): Problem | null {
  const [countKey, baseKey] = getShareKeys(raw);
  const [count = null, base = null] = [raw[countKey], raw[baseKey]];
  if (raw.base === null || count === null || base === null) return null;
  const pairs: readonly ShareKeys[] = [getShareKeys(raw), ['count', 'base']];
  const excess = pairs.find(([part, whole]) => (raw[part] ?? 0) > (raw[whole] ?? 0));
  if (excess) return reportExcess(raw, excess, placeOf);
  return raw.base > 0 && base === 0
    ? makeError(
        'count-within-base',
        placeOf('weighted-base'),
        `the weights of ${raw.base} people add up to 0`,
        {
          expected: 'the sum of their weights, more than 0',
        },
      )
    : null;
}

function reportExcess(
  raw: RawAnswers,
  [countKey, baseKey]: ShareKeys,
  placeOf: (...keys: string[]) => Place,
): Problem {
  const [count, base] = [raw[countKey] ?? 0, raw[baseKey] ?? 0];
  return makeError(
    'count-within-base',
    placeOf(countKey),
    `the ${countKey.replace('-', ' ')} ${count} is above the ${baseKey.replace('-', ' ')} ${base}`,
    { expected: `at most ${base}`, hint: 'Check that the two numbers are not swapped.' },
  );
}

/** Builds a figure for one of the two numbers that the share is computed from. */
function buildInput(
  { id, label, source, period }: Omit<Figure, 'value'>,
  part: 'count' | 'base',
  value: number,
  place: Place,
): Figure {
  return {
    id: `${id}.${part}`,
    label: `${label}: ${part === 'count' ? 'those who gave the answer' : 'those asked'}`,
    value,
    unit: 'count',
    place,
    source,
    ...(period !== undefined && { period }),
  };
}
