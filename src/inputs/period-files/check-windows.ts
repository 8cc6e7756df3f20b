import { makeError, type Problem } from '../../model/problem.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';

/** Checks the windows of all figures of a file: each ends after it starts, and replaces the words under `period:`. */
export function checkWindows(contents: unknown, file: YamlFile, at: Path = []): Problem[] {
  if (typeof contents !== 'object' || contents === null) return [];
  const own =
    'window' in contents && isWindow(contents.window) ? checkWindow(contents.window, contents, file, at) : [];
  return [
    ...own,
    ...Object.entries(contents).flatMap(([key, value]) => checkWindows(value, file, [...at, key])),
  ];
}

interface Days {
  from: string;
  to: string;
}

function isWindow(value: unknown): value is Days {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}

function checkWindow({ from, to }: Days, figure: object, file: YamlFile, at: Path): Problem[] {
  const isNamedTwice = 'period' in figure && figure.period !== null && figure.period !== undefined;
  return [
    ...(to < from
      ? [
          makeError(
            'dates-in-order',
            file.placeOf([...at, 'window', 'to']),
            `the window ends on ${to}, before it begins on ${from}`,
            {
              expected: `a day on or after ${from}`,
            },
          ),
        ]
      : []),
    ...(isNamedTwice
      ? [
          makeError(
            'key-is-known',
            file.keyPlaceOf([...at, 'period']),
            'the time of this figure is stated twice',
            {
              hint: 'Delete period: here. The paper names the time from window:.',
            },
          ),
        ]
      : []),
  ];
}
