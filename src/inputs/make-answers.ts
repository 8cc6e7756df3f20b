import { TO_COME, type Figure } from '../model/figure.js';
import { fault, type Place, type Problem } from '../model/problem.js';
import type { Answers } from '../model/quarter-data.js';
import { given } from './given.js';
import type { Defaults } from './make-figure.js';
import type { Path, YamlFile } from './parse-yaml.js';

interface RawAnswers {
  base: number | null;
  count?: number | null | undefined;
  'weighted-base'?: number | null | undefined;
  'weighted-count'?: number | null | undefined;
  'design-effect'?: number | null | undefined;
  assumed?: string | null | undefined;
  source?: string | null | undefined;
}

/** Answers counted, checked: those who gave an answer are among those who were asked. Null where they cannot be used. */
export function makeAnswers(
  id: string,
  label: string,
  raw: RawAnswers,
  file: YamlFile,
  at: Path,
  defaults: Defaults,
  problems: Problem[],
): Answers | null {
  const weighted = raw['weighted-base'] !== undefined || raw['weighted-count'] !== undefined;
  const prefix = weighted ? 'weighted-' : '';
  const weightedBase = weighted ? raw['weighted-base'] : raw.base;
  const weightedCount = weighted ? raw['weighted-count'] : raw.count;
  if (weightedBase === undefined || weightedCount === undefined) {
    problems.push(
      fault('key-is-present', file.placeOf(at), `the answers of ${label} are not complete`, {
        expected: 'base and count; or base, weighted-base and weighted-count',
      }),
    );
    return null;
  }
  const designEffect = raw['design-effect'] ?? defaults.designEffect;
  const shared = {
    ...given({ ...defaults, designEffect, assumed: raw.assumed ?? defaults.assumed }),
    id,
    label,
    unit: 'percent' as const,
    place: file.placeOf(at),
    source: raw.source ?? defaults.source ?? '',
  };
  if (raw.base === null || weightedBase === null || weightedCount === null) {
    const figure: Figure = { ...shared, value: null, reason: TO_COME };
    return { figure, base: 0, weightedBase: 0, weightedCount: 0, designEffect: designEffect ?? null };
  }
  const pairs = [
    ['weighted-count', weightedCount, 'weighted-base', weightedBase],
    ['count', raw.count ?? 0, 'base', raw.base],
  ] as const;
  const above = pairs.find(([key, count, , base]) => raw[key] !== undefined && count > base);
  if (above) {
    const [countKey, count, baseKey, base] = above;
    problems.push(
      fault(
        'count-within-base',
        file.placeOf([...at, countKey]),
        `the ${countKey.replace('-', ' ')} ${count} is above the ${baseKey.replace('-', ' ')} ${base}`,
        { expected: `at most ${base}`, hint: 'Are the two exchanged?' },
      ),
    );
    return null;
  }
  if (raw.base > 0 && weightedBase === 0) {
    problems.push(
      fault('count-within-base', file.placeOf([...at, 'weighted-base']), `${raw.base} people weigh nothing`, {
        expected: 'the sum of their weights, more than 0',
      }),
    );
    return null;
  }
  const figure: Figure = {
    ...shared,
    value: weightedBase > 0 ? weightedCount / weightedBase : null,
    base: raw.base,
    formula: `${weightedCount} ÷ ${weightedBase}`,
    inputs: [
      counted(shared, 'count', weightedCount, file.placeOf([...at, `${prefix}count`])),
      counted(shared, 'base', weightedBase, file.placeOf([...at, `${prefix}base`])),
    ],
    ...(weightedBase === 0 && { reason: 'nobody was asked' }),
  };
  return { figure, base: raw.base, weightedBase, weightedCount, designEffect: designEffect ?? null };
}

/** One of the two numbers that a share is made of, as it stands in the file. */
function counted(
  { id, label, source, period }: Pick<Figure, 'id' | 'label' | 'source'> & { period?: string | undefined },
  what: 'count' | 'base',
  value: number,
  place: Place,
): Figure {
  return {
    id: `${id}.${what}`,
    label: `${label}: ${what === 'count' ? 'those who gave the answer' : 'those asked'}`,
    value,
    unit: 'count',
    place,
    source,
    ...(period !== undefined && { period }),
  };
}
