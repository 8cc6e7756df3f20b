import { TO_COME, type Figure } from '../../model/figure.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import type { Answers } from '../../model/quarter-data.js';
import { given } from './given.js';
import type { Defaults } from './make-figure.js';
import type { Path, YamlFile } from '../yaml/parse-yaml.js';

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
  const wrong = wrongAnswers(label, raw, (...keys) => file.placeOf([...at, ...keys]));
  if (wrong) {
    problems.push(wrong);
    return null;
  }
  const [countKey, baseKey] = keysOf(raw);
  const weightedCount = raw[countKey] ?? null;
  const weightedBase = raw[baseKey] ?? null;
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
  const figure: Figure = {
    ...shared,
    value: weightedBase > 0 ? weightedCount / weightedBase : null,
    base: raw.base,
    formula: `${weightedCount} ÷ ${weightedBase}`,
    inputs: [
      counted(shared, 'count', weightedCount, file.placeOf([...at, countKey])),
      counted(shared, 'base', weightedBase, file.placeOf([...at, baseKey])),
    ],
    ...(weightedBase === 0 && { reason: 'nobody was asked' }),
  };
  return { figure, base: raw.base, weightedBase, weightedCount, designEffect: designEffect ?? null };
}

/** Under which keys the share's two numbers stand: weighted, where either of those is given. */
function keysOf(raw: RawAnswers): readonly ['weighted-count', 'weighted-base'] | readonly ['count', 'base'] {
  const weighted = raw['weighted-base'] !== undefined || raw['weighted-count'] !== undefined;
  return weighted ? ['weighted-count', 'weighted-base'] : ['count', 'base'];
}

/** The first thing wrong with them. Numbers that are still to come are not. */
function wrongAnswers(label: string, raw: RawAnswers, placeOf: (...keys: string[]) => Place): Problem | null {
  const [count, base] = keysOf(raw).map((key) => raw[key]);
  if (count === undefined || base === undefined)
    return makeError('key-is-present', placeOf(), `the answers of ${label} are not complete`, {
      expected: 'base and count; or base, weighted-base and weighted-count',
    });
  if (raw.base === null || count === null || base === null) return null;
  for (const [countKey, baseKey] of [keysOf(raw), ['count', 'base'] as const]) {
    const [part, whole] = [raw[countKey] ?? 0, raw[baseKey] ?? 0];
    if (part > whole)
      return makeError(
        'count-within-base',
        placeOf(countKey),
        `the ${countKey.replace('-', ' ')} ${part} is above the ${baseKey.replace('-', ' ')} ${whole}`,
        { expected: `at most ${whole}`, hint: 'Are the two exchanged?' },
      );
  }
  if (raw.base > 0 && base === 0)
    return makeError('count-within-base', placeOf('weighted-base'), `${raw.base} people weigh nothing`, {
      expected: 'the sum of their weights, more than 0',
    });
  return null;
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
