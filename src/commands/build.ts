import { join } from 'node:path';
import { replaceFolder } from '../disk/replace-folder.js';
import { createLowMemoryPress } from '../press/low-memory-press.js';
import { WorkerPress } from '../press/worker-press.js';
import { formatPath } from './format-path.js';
import { runOnPaper } from './run-on-paper.js';
import { HAS_ERRORS, SUCCESS, addPaperArguments, type Options, type Register } from './command.js';
import { print, printFailure, printJson, printProblems } from './print.js';
import { createWorkingEdition } from './create-working-edition.js';

export const registerBuild: Register = (program, finish) => {
  addPaperArguments(
    program.command('build').description('build a paper into output/<quarter>/<paper>/'),
  ).action(async (quarter: string | undefined, paper: string | undefined, options: Options) => {
    finish(await build(quarter, paper, options));
  });
};

async function build(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
): Promise<number> {
  // Starts first: loading its libraries takes as long as reading the paper.
  const press = createLowMemoryPress(new WorkerPress());
  const { chosen, result, milliseconds } = await runOnPaper(quarter, paper, options, async (request) => {
    const { buildPaper } = await import('../build-paper.js');
    return buildPaper({ ...request, edition: createWorkingEdition(options.root), press });
  });
  const isBuilt = result.state === 'built';
  const folder = join('output', chosen.quarter, chosen.paper);
  if (isBuilt) {
    await press.stop(); // a failed build does not wait for a press that is still loading
    replaceFolder(join(options.root, folder), result.files);
  }
  const names = isBuilt ? result.files.map(({ name }) => name) : [];
  const files = names.map((name) => `${folder}/${name}`.replaceAll('\\', '/'));
  if (options.json) printJson({ ...chosen, built: isBuilt, files, problems: result.problems, milliseconds });
  else {
    printProblems(result, options.root);
    if (isBuilt) print(files.map((file) => `made ${formatPath(options.root, file)}`).join('\n'));
    else printFailure(result.problems, NOTHING_BUILT, options.root);
  }
  return isBuilt ? SUCCESS : HAS_ERRORS;
}

const NOTHING_BUILT = 'Nothing was built. The files of your last build are unchanged.';
