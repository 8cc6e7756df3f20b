import { makeWarning, type Problem } from '../model/problem.js';
import type { Path, YamlFile } from './yaml/yaml-file.js';

/** Warns of each design effect below 1 in a file. It is rare, and narrows the intervals. */
export function warnOfSmallDesignEffects(file: YamlFile): Problem[] {
  return listDesignEffects(file.value, [])
    .filter(({ value }) => value < 1)
    .map(({ value, path }) =>
      makeWarning('design-effect-is-usual', file.placeOf(path), `the design effect ${value} is below 1`, {
        expected: '1 or more: clustered or weighted interviews give less information, not more',
        hint: 'It is the factor on the variance. If it is right, switch the rule off in the paper, with the reason.',
      }),
    );
}

function listDesignEffects(value: unknown, path: Path): { value: number; path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) =>
    key === 'design-effect' && typeof entry === 'number'
      ? [{ value: entry, path: [...path, key] }]
      : listDesignEffects(entry, [...path, key]),
  );
}
