import { join } from 'node:path';
import type { BuildRequest } from '../build-paper.js';
import {
  listPapers,
  listTemplates,
  quartersWithFigures,
  type PaperOnFile,
} from '../inputs/project/list-papers.js';
import { suggestName } from '../model/suggest-name.js';
import type { Quarter } from '../model/quarter.js';
import { WHERE_TO_RUN, UsageError, type Options } from './command.js';

/** The paper that is meant, and the date that its files are to carry. */
export function chosenPaper(
  quarter: string | undefined,
  paper: string | undefined,
  { root, madeAt }: Options,
): PaperOnFile & Pick<BuildRequest, 'madeAt'> {
  return { ...choose(quarter, paper, root), madeAt: madeAt ?? sourceDateEpoch() };
}

/** The paper that is meant: the newest where nothing is said. */
function choose(quarter: string | undefined, paper: string | undefined, root: string): PaperOnFile {
  const papers = listPapers(root);
  const quarters = [...new Set(papers.map((one) => one.quarter))];
  const wanted = quarter ?? quarters.at(-1);
  if (papers.length === 0 || !quarters.some((one) => one === wanted)) {
    const figures = quartersWithFigures(root);
    const bare = quarter === undefined ? figures.at(-1) : figures.find((one) => one === quarter);
    const templates = listTemplates(root);
    if (bare !== undefined && templates.length > 0) throw new UsageError(withoutPaper(bare, templates));
  }
  if (papers.length === 0)
    throw new UsageError(`no papers are on file in ${join(root, 'data')}\n${WHERE_TO_RUN}`);
  const here = papers.filter((one) => one.quarter === wanted);
  if (here.length === 0) throw new UsageError(unknown('quarter with a paper', wanted ?? '', quarters));
  const names = here.map((one) => one.paper);
  if (paper === undefined && here.length > 1)
    throw new UsageError(`${wanted ?? ''} has several papers: name one of ${names.join(', ')}`);
  const found = paper === undefined ? here[0] : here.find((one) => one.paper === paper);
  if (!found) throw new UsageError(unknown(`paper in ${wanted ?? ''}`, paper ?? '', names));
  return found;
}

/** A folder of figures whose paper's file is not there, or has another name. */
function withoutPaper(quarter: Quarter, templates: string[]): string {
  const files = templates.map((name) => `data/${quarter}/${name}.yaml`);
  return [
    `data/${quarter} has figures, and no paper's file`,
    `A paper is a file named like its template: ${files.join(' or ')}`,
  ].join('\n');
}

function unknown(what: string, name: string, known: string[]): string {
  return [`there is no ${what} called "${name}"`, `On file: ${known.join(', ')}`, suggestName(name, known)]
    .filter((line) => line !== undefined)
    .join('\n');
}

/** The convention of reproducible builds: seconds since 1970 in the environment. */
function sourceDateEpoch(): Date | null {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  if (seconds === undefined || seconds === '') return null;
  if (!/^\d{1,11}$/.test(seconds))
    throw new UsageError(`SOURCE_DATE_EPOCH is "${seconds}", not a number of seconds`);
  return new Date(Number(seconds) * 1000);
}
