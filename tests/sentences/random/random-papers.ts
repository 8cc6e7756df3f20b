import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratorValue } from 'fast-check';
import { planDrawings } from '../../../src/charts/plan-drawings.js';
import { checkPaper } from '../../../src/checks/check-paper.js';
import { buildDocument } from '../../../src/document/build-document.js';
import { computeIndicators } from '../../../src/indicators/compute-indicators.js';
import { readInputs } from '../../../src/inputs/read-inputs.js';
import { writeManuscript } from '../../../src/manuscript/write-manuscript.js';
import { makeCache } from '../../../src/model/cache.js';
import type { Document } from '../../../src/model/document.js';
import { WORKING_EDITION } from '../../../src/model/edition.js';
import type { Indicators } from '../../../src/model/indicators.js';
import { isError, type Problem } from '../../../src/model/problem.js';
import { copyProject } from '../../support/run-papers.js';
import { makeDraw, varyFile } from './vary-data.js';

export interface RandomPaper {
  document: Document;
  indicators: Indicators;
  /** Runs the checks. */
  check: () => Problem[];
}

/** A project whose newest paper can be composed with random data. */
export interface RandomPapers {
  /** Returns null if the random data have an error, such as a count that fell within the year. */
  compose: (generate: GeneratorValue) => RandomPaper | null;
  remove: () => void;
}

/** A project, its paper, and the survey measures that its template and text name only in the words of a table. */
export interface RandomProject {
  project: string;
  paper: string;
  optional: readonly string[];
  /** A change of a template that names optional measures: its path, and the old and the new text. */
  edit?: [string, string, string];
}

/** Returns true if a line of `tables.yaml` has the words of a measure that the project does without. */
function namesAny(line: string, dropped: readonly string[]): boolean {
  return dropped.includes(line.split(':')[0]?.trim() ?? '');
}

/** Copies a project. `change` edits a file of the copy, such as a template. */
export function makeRandomPapers(
  { project, paper, optional, edit }: RandomProject,
  change?: [string, string, string],
): RandomPapers {
  const copy = copyProject(project);
  for (const [path, from, to] of [edit, change].filter((one) => one !== undefined))
    copy.change(path, (text) => text.replace(from, () => to));
  const originals = readDataFiles(join(copy.root, 'data'));
  const newest = [...originals.keys()].findLast((path) => path.endsWith(`${paper}.yaml`)) ?? '';
  const period = newest.split('/')[0] ?? '';
  const meeting = /^meeting: (\S+)/m.exec(originals.get(newest) ?? '')?.[1] ?? '';
  if (period === '') throw new Error(`no quarter has the paper ${paper}`);
  const tables = `templates/${paper}/tables.yaml`;
  const tablesText = readFileSync(join(copy.root, tables), 'utf8');
  const cache = makeCache();
  return {
    compose: (generate) => {
      const draw = makeDraw(generate);
      const isNarrow = draw(5) === 5;
      const dropped = optional.filter(() => isNarrow && draw(2) > 0);
      for (const [path, text] of originals) {
        const isEarlierSurvey = path.endsWith('survey.yaml') && !path.startsWith(period);
        if (isEarlierSurvey && draw(9) === 9) rmSync(join(copy.root, 'data', path), { force: true });
        else
          copy.write(
            `data/${path}`,
            varyFile(path.split('/').at(-1) ?? '', text, { draw, meeting, dropped }),
          );
      }
      copy.write(
        tables,
        tablesText
          .split('\n')
          .filter((line) => !namesAny(line, dropped))
          .join('\n'),
      );
      const { value: inputs, problems } = readInputs(copy.root, period, paper, { cache });
      cache.evictUnused();
      if (!inputs || problems.some(isError)) return explainRefusal(problems);
      const indicators = computeIndicators(inputs);
      const manuscript = writeManuscript(inputs, indicators, planDrawings(inputs, indicators));
      const document = buildDocument(manuscript.value, inputs, WORKING_EDITION, inputs.paper.madeAt);
      const errors = [...manuscript.problems, ...document.problems];
      if (errors.some(isError)) return explainRefusal(errors);
      const composed = { document: document.value, indicators };
      return { ...composed, check: () => checkPaper({ ...composed, inputs, manuscript: manuscript.value }) };
    },
    remove: () => copy.remove(),
  };
}

/** Returns null if the data break a rule that random data may break. Other errors fail the test. */
function explainRefusal(problems: Problem[]): null {
  const unexpected = problems.filter((problem) => isError(problem) && !BREAKABLE.includes(problem.rule));
  if (unexpected.length === 0) return null;
  throw new Error(
    unexpected
      .map(({ place, message }) => `${place?.file ?? ''}:${place?.line ?? ''}: ${message}`)
      .join('\n'),
  );
}

/** A count to date cannot fall within a year, and a percentage may look like a fraction. */
const BREAKABLE = ['count-does-not-fall', 'percentage-fits-history'];

/** Reads the data files in the order of their paths. */
function readDataFiles(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
