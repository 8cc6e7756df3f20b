import type { BuildRequest } from '../build-paper.js';
import {
  listPapers,
  listTemplates,
  listPeriodsWithFigures,
  type PaperOnFile,
} from '../inputs/project/list-papers.js';
import { suggestName } from '../model/suggest-name.js';
import { UsageError, type Options } from './command.js';
import { formatPath } from './format-path.js';
import { requireProject } from './require-project.js';

/** Finds the paper that the user named, and the date for its output files. Throws UsageError. */
export function findRequestedPaper(
  period: string | undefined,
  paper: string | undefined,
  { root, madeAt }: Options,
): PaperOnFile & Pick<BuildRequest, 'madeAt'> {
  return { ...findPaper(period, paper, root), madeAt: madeAt ?? readSourceDateEpoch() };
}

/** Finds all papers of a period, or of the project, and the date for their output files. Throws UsageError if there are none. */
export function findRequestedPapers(
  period: string | undefined,
  { root, madeAt }: Options,
): { papers: PaperOnFile[] } & Pick<BuildRequest, 'madeAt'> {
  requireProject(root);
  const all = listPapers(root);
  const papers = period === undefined ? all : all.filter((paper) => paper.period === period);
  if (papers.length === 0) throw new UsageError(describeMissingPeriod(period, all, root));
  return { papers, madeAt: madeAt ?? readSourceDateEpoch() };
}

/** Finds a paper by period and name. Default: the newest period that has a paper, and its only paper. */
function findPaper(period: string | undefined, name: string | undefined, root: string): PaperOnFile {
  requireProject(root);
  const papers = listPapers(root);
  const requested = period ?? papers.at(-1)?.period;
  const inPeriod = papers.filter((paper) => paper.period === requested);
  if (requested === undefined || inPeriod.length === 0)
    throw new UsageError(describeMissingPeriod(period, papers, root));
  const names = inPeriod.map(({ paper }) => paper);
  if (name === undefined && names.length > 1)
    throw new UsageError(`${requested} has several papers: choose one of ${names.join(', ')}`);
  const match = name === undefined ? inPeriod[0] : inPeriod.find(({ paper }) => paper === name);
  if (!match) throw new UsageError(describeUnknown(`paper in ${requested}`, name ?? '', names));
  return match;
}

/** Explains that a period has no paper, or that the project has none at all. */
function describeMissingPeriod(period: string | undefined, papers: PaperOnFile[], root: string): string {
  const withFigures = listPeriodsWithFigures(root).map(({ id }) => id);
  const match = period === undefined ? withFigures.at(-1) : withFigures.find((known) => known === period);
  const templates = listTemplates(root);
  if (match !== undefined && templates.length > 0) return describeMissingPaper(match, templates, root);
  if (period === undefined || papers.length === 0)
    return `there are no papers in ${formatPath(root, 'data')}\nA paper is a file data/<period>/<paper>.yaml, named like a folder in templates/.`;
  const known = [...new Set(papers.map((paper) => paper.period))];
  return describeUnknown('period with a paper', period, known);
}

/** Explains that a period has figures but no paper's file, or a file with another name. */
function describeMissingPaper(period: string, templates: string[], root: string): string {
  const folder = formatPath(root, `data/${period}`);
  const files = templates.map((name) => `${folder}/${name}.yaml`);
  return [
    `${folder} has figures but no paper`,
    `Add a file named like its template: ${files.join(' or ')}`,
  ].join('\n');
}

function describeUnknown(kind: string, name: string, known: string[]): string {
  return [`there is no ${kind} called "${name}"`, `Available: ${known.join(', ')}`, suggestName(name, known)]
    .filter((line) => line !== undefined)
    .join('\n');
}

/** Reads SOURCE_DATE_EPOCH, the reproducible-builds convention: seconds since 1970. */
export function readSourceDateEpoch(): Date | null {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  if (seconds === undefined || seconds === '') return null;
  if (!/^\d{1,11}$/.test(seconds))
    throw new UsageError(`SOURCE_DATE_EPOCH is "${seconds}". Set it to a number of seconds`);
  return new Date(Number(seconds) * 1000);
}
