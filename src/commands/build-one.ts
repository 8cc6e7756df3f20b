import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { replaceFolder } from '../disk/replace-folder.js';
import { formatCount } from '../format/words.js';
import { makeCache, type Cache } from '../model/cache.js';
import { isError, type Problem } from '../model/problem.js';
import { createInProcessPress } from '../press/in-process-press.js';
import { createLowMemoryPress } from '../press/low-memory-press.js';
import type { Press } from '../press/press.js';
import { WorkerPress } from '../press/worker-press.js';
import { sortProblems } from '../report/describe-problems.js';
import type { BuiltPaper } from '../build-paper.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { buildEditions, type BuiltEditions } from './build-editions.js';
import { getOutputFolder } from './get-output-folder.js';
import { findRequestedPaper } from './find-requested-paper.js';
import { formatPath } from './format-path.js';
import { runOnPaper } from './run-on-paper.js';
import { HAS_ERRORS, SUCCESS, type Options } from './command.js';
import { print, printFailure, printJson, printProblems } from './print.js';
import { createWorkingEdition } from './create-working-edition.js';
import { watchProject } from './watch-project.js';

export interface BuildOneOptions extends Options {
  /** Builds nothing if a check finds an error. */
  strict?: boolean;
  /** The format to write besides the usual ones. */
  format?: 'docx';
}

/** The press and the cache that two builds of a watched paper share. */
interface BuildMeans {
  press: Press;
  cache?: Cache;
  /** Ends the work of the press, before the files are written. */
  stopPress?: () => Promise<void>;
}

/** Builds a paper once. */
export async function buildOnce(
  period: string | undefined,
  paper: string | undefined,
  options: BuildOneOptions,
): Promise<number> {
  // In a worker thread, the libraries stay loaded for the next command.
  if (!isMainThread) return buildWith({ press: createInProcessPress() }, period, paper, options);
  // Starts first: loading its libraries takes as long as reading the paper.
  const press = createLowMemoryPress(new WorkerPress());
  return buildWith({ press, stopPress: press.stop }, period, paper, options);
}

/** Builds a paper at each change of its files. The press and the results of the last build stay. */
export async function watchBuild(
  period: string | undefined,
  paper: string | undefined,
  options: BuildOneOptions,
): Promise<number> {
  const chosen = findRequestedPaper(period, paper, options);
  const means = { press: new WorkerPress(), cache: makeCache() };
  return watchProject(options, {
    startLine: `Building ${chosen.period} ${chosen.paper} …`,
    endLine: 'Finished. Waiting for changes: press Ctrl-C to stop.',
    run: () => {
      means.cache.evictUnused();
      return buildWith(means, chosen.period, chosen.paper, options);
    },
  });
}

async function buildWith(
  { press, cache, stopPress }: BuildMeans,
  period: string | undefined,
  paper: string | undefined,
  options: BuildOneOptions,
): Promise<number> {
  const { chosen, result, milliseconds } = await runOnPaper(period, paper, options, async (request) => {
    const edition = createWorkingEdition(options.root);
    const hasWord = options.format === 'docx';
    return buildEditions({ ...request, edition, press, hasWord, ...(cache && { cache }) });
  });
  const isBuilt = result.state === 'built' && !(options.strict && result.problems.some(isError));
  const outputs = isBuilt ? listOutputs(chosen, result) : [];
  if (isBuilt) {
    await stopPress?.(); // a failed build does not wait for a press that is still loading
    for (const { folder, files } of outputs) replaceFolder(join(options.root, folder), files);
  }
  const paths = outputs.map(({ folder, files }) => files.map(({ name }) => `${folder}/${name}`));
  const [files = [], exemptFiles = []] = paths;
  if (options.json)
    printJson({
      ...chosen,
      built: isBuilt,
      files,
      ...(exemptFiles.length > 0 && { exemptFiles }),
      problems: result.problems,
      milliseconds,
    });
  else {
    const inputs =
      result.state === 'built' ? (result.exemptEdition ?? result.publicEdition).inputs : result.inputs;
    printProblems({ problems: result.problems, inputs }, options.root);
    const hasTwo = exemptFiles.length > 0;
    for (const file of files)
      print(`made ${formatPath(options.root, file)}${hasTwo ? ' (public edition)' : ''}`);
    for (const file of exemptFiles)
      print(`made ${formatPath(options.root, file)} (exempt edition: not for publication)`);
    if (!isBuilt) printFailure(result.problems, NOTHING_BUILT[result.state], options.root);
    else if (result.problems.some(isError)) print(describeIssuing(result.problems));
  }
  return isBuilt ? SUCCESS : HAS_ERRORS;
}

/** Lists the folders to write, the public edition first. */
function listOutputs(
  { period, paper }: PaperOnFile,
  { publicEdition, exemptEdition }: BuiltEditions,
): { folder: string; files: BuiltPaper['files'] }[] {
  return [
    { folder: getOutputFolder(period, paper), files: publicEdition.files },
    ...(exemptEdition
      ? [{ folder: getOutputFolder(period, paper, 'exempt'), files: exemptEdition.files }]
      : []),
  ];
}

const UNCHANGED = 'The files of your last build are unchanged.';
const NOTHING_BUILT = {
  unread: `Nothing was built. ${UNCHANGED}`,
  unsound: `Nothing was built. ${UNCHANGED}`,
  built: `Nothing was built, because --strict allows no errors. ${UNCHANGED}`,
};

/** Says what errors that do not stop a build mean. */
function describeIssuing(problems: Problem[]): string {
  const count = sortProblems(problems).filter(isError).length;
  const fixed = `${formatCount(count, 'error')} ${count === 1 ? 'is' : 'are'} fixed`;
  return `The PDF was built, but this paper cannot be issued until ${fixed}.`;
}
