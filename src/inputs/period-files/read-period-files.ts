import type { Checked } from '../../model/problem.js';
import type { PeriodFigures, PeriodData } from '../../model/period-data.js';
import type { Period } from '../../model/period.js';
import type { SourceReader } from '../source-reader.js';
import { findUnknownFiles } from '../find-unknown-files.js';
import { PERIOD_FILES, type FilledKey } from './index.js';
import type { PeriodContext } from './period-file.js';

/**
 * Reads the figures of one period from the files in its folder. A file with an unknown name is a problem, unless `otherFiles` is
 * null.
 */
export function readPeriodFiles(
  reader: SourceReader,
  period: Period,
  context: Omit<PeriodContext, 'period'>,
  otherFiles: readonly string[] | null,
): Checked<PeriodData> {
  const folder = `data/${period.id}`;
  const present = reader.listNames(folder);
  const known = [...PERIOD_FILES.map(({ name }) => name), ...(otherFiles ?? [])].map(
    (name) => `${name}.yaml`,
  );
  const results = PERIOD_FILES.filter(({ name }) => present.includes(`${name}.yaml`)).map((file) =>
    file.read((schema) => reader.yaml(`${folder}/${file.name}.yaml`, schema), { period, ...context }),
  );
  return {
    value: { period, ...joinFigures(results.map(({ value }) => value)) },
    problems: [
      ...(otherFiles ? findUnknownFiles(reader.root, folder, known) : []),
      ...results.flatMap(({ problems }) => problems),
    ],
  };
}

/** Joins what the files contribute. A part of the figures to which no file contributes is empty. */
function joinFigures(contributions: readonly Partial<PeriodFigures>[]): Pick<PeriodFigures, FilledKey> {
  const keys = new Set(PERIOD_FILES.flatMap(({ fills }) => fills));
  const joined = [...keys].map((key) => [
    key,
    Object.fromEntries(contributions.flatMap((figures) => Object.entries(figures[key] ?? {}))),
  ]);
  // Every key has the entries of that key's maps, which `Object.fromEntries` cannot say.
  return Object.fromEntries(joined) as Pick<PeriodFigures, FilledKey>;
}
