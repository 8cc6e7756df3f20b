import { join } from 'node:path';
import { replaceFolder } from '../disk/replace-folder.js';
import { createLowMemoryPress } from '../press/low-memory-press.js';
import { WorkerPress } from '../press/worker-press.js';
import { buildChosen } from './build-chosen.js';
import { FAULTS, GOOD, onPaper, type Options, type Register } from './command.js';
import { print, printJson, printProblems } from './print.js';
import { workingEdition } from './working-edition.js';

export const registerBuild: Register = (program, done) => {
  onPaper(program.command('build').description('build a paper into output/<quarter>/<paper>/')).action(
    async (quarter: string | undefined, paper: string | undefined, options: Options) => {
      done(await build(quarter, paper, options));
    },
  );
};

async function build(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
): Promise<number> {
  const press = createLowMemoryPress(new WorkerPress()); // before all else: loading its libraries takes as long as reading the paper
  const { chosen, outcome, milliseconds } = await buildChosen(
    quarter,
    paper,
    options,
    'files',
    workingEdition(options.root),
    press,
  );
  const folder = join('output', chosen.quarter, chosen.paper);
  const done = outcome.files.length > 0;
  if (done) await press.stop(); // else it may still be loading, and what is wrong with the paper can be said at once
  if (done) replaceFolder(join(options.root, folder), outcome.files);
  const files = outcome.files.map(({ name }) => `${folder}/${name}`.replaceAll('\\', '/'));
  if (options.json) printJson({ ...chosen, built: done, files, problems: outcome.problems, milliseconds });
  else {
    printProblems(outcome, options.root);
    print(
      done
        ? files.map((file) => `made ${file}`).join('\n')
        : 'Nothing was built; what was there before is as it was.',
    );
  }
  return done ? GOOD : FAULTS;
}
