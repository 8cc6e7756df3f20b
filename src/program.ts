import { isMainThread } from 'node:worker_threads';
import { Command } from 'commander';
import {
  SUCCESS,
  UsageError,
  addCommonOptions,
  applyCommonOptions,
  type Register,
} from './commands/command.js';
import { completeHelp } from './commands/complete-help.js';
import { reportFailure } from './commands/report-failure.js';
import { explainStaleBuild } from './report/explain-stale-build.js';
import { TOOL } from './tool.js';

const EXAMPLES = `
Examples:
  papers init our-papers                           make a new project with a first paper
  papers build                                     build the newest paper
  papers build 2008-09-q3                          build the paper of a period
  papers build 2008-09-q3 performance-report
  papers build --all                               build all papers
  papers check                                     report problems without building
  papers preview                                   show the paper in a browser while you write
  papers list                                      list all papers
  papers explain confidence                        trace a figure to its source, and find where it is printed
  papers new 2008-09-q4 --meeting 2009-07-02       start the next period from the last one
  papers import complaints.xlsx --as complaints    define a data set from a spreadsheet
  papers diff 1.0 working                          list the changes since version 1.0
  papers issue --as 1.0                            issue a version, which then never changes
  papers withdraw 1.0 --reason "Names a person"     take a version out of the public archive
  papers verify                                    check that the archive is unchanged
  papers verify mailed.pdf                         identify a PDF, or list what was changed in it
  papers seal                                      let a time-stamping authority sign the register
  papers pack 2009-04-02                           join a meeting's agenda and papers to one PDF
  papers archive                                   list the issued versions
  papers completion bash                           print a script that completes commands in your shell

Exit codes: 0 success; 1 errors in your files or the archive; 2 wrong usage; 70 internal error.`;

/** The commands in the order of --help. Only the requested command is loaded, since loading takes time. */
const COMMANDS: Record<string, () => Promise<Register>> = {
  init: async () => (await import('./commands/init.js')).registerInit,
  build: async () => (await import('./commands/build.js')).registerBuild,
  'merge-reports': async () => (await import('./commands/merge-reports.js')).registerMergeReports,
  preview: async () => (await import('./commands/preview.js')).registerPreview,
  check: async () => (await import('./commands/check.js')).registerCheck,
  list: async () => (await import('./commands/list.js')).registerList,
  explain: async () => (await import('./commands/explain.js')).registerExplain,
  labels: async () => (await import('./commands/labels.js')).registerLabels,
  schemas: async () => (await import('./commands/schemas.js')).registerSchemas,
  new: async () => (await import('./commands/new.js')).registerNew,
  import: async () => (await import('./commands/import.js')).registerImport,
  review: async () => (await import('./commands/review.js')).registerReview,
  diff: async () => (await import('./commands/diff.js')).registerDiff,
  issue: async () => (await import('./commands/issue.js')).registerIssue,
  withdraw: async () => (await import('./commands/withdraw.js')).registerWithdraw,
  verify: async () => (await import('./commands/verify.js')).registerVerify,
  seal: async () => (await import('./commands/seal.js')).registerSeal,
  pack: async () => (await import('./commands/pack.js')).registerPack,
  archive: async () => (await import('./commands/archive.js')).registerArchive,
  completion: async () => (await import('./commands/completion.js')).registerCompletion,
};

/** The command that ran, for the starter, which keeps compiled code for each command. */
export let command = 'help';

async function runCommand(args: string[]): Promise<number> {
  const stale = explainStaleBuild(import.meta.url);
  if (stale) throw new UsageError(stale);
  let exitCode = SUCCESS;
  const program = addCommonOptions(new Command('papers'))
    .description('Makes committee papers from YAML data and Handlebars templates.')
    .version(TOOL.version, '-V, --version', 'print the version')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(papers --help lists the commands)')
    .hook('preAction', applyCommonOptions)
    .exitOverride();
  const ordered = moveHelpBehindCommand(program, args);
  const [name = ''] = program.parseOptions(ordered).operands;
  if (Object.hasOwn(COMMANDS, name)) command = name;
  const requested = Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]] : Object.values(COMMANDS);
  for (const load of requested)
    (await load?.())?.(program, (code) => {
      exitCode = code;
    });
  completeHelp(program);
  await program.parseAsync(ordered, { from: 'user' });
  return exitCode;
}

/** Returns the arguments with `--help` behind the command: `papers --help build` is help on `build`. */
function moveHelpBehindCommand(program: Command, args: string[]): string[] {
  const { operands, unknown } = program.parseOptions(args);
  const [help = ''] = unknown;
  const isBefore = operands.length === 0 && ['--help', '-h'].includes(help);
  return isBefore ? [...args.filter((arg) => arg !== help), help] : args;
}

/** Ignores a closed pipe: in `papers check | head`, the reader closes it early and the work goes on. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Runs a command with its arguments. Prints what fails, and returns the exit code. */
export async function run(args: string[]): Promise<number> {
  return await runCommand(args).catch(reportFailure);
}

function runProcess(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  // A signal without a handler would stop the process in the middle of a write. A handler runs after the write.
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
  void run(process.argv.slice(2)).then((exitCode) => {
    process.exitCode = exitCode;
  });
}

// A test runs many commands in one worker thread.
if (isMainThread) runProcess();
