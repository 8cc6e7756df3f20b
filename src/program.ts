import { Command, CommanderError } from 'commander';
import {
  HAS_ERRORS,
  SUCCESS,
  INTERNAL_ERROR,
  WRONG_USAGE,
  UsageError,
  type Register,
} from './commands/command.js';
import { explainDiskError } from './report/describe-problems.js';
import { staleBuild } from './report/stale-build.js';
import { TOOL } from './tool.js';

const EXAMPLES = `
Examples:
  papers build                                     the newest paper on file
  papers build 2008-09-q3                          that quarter's paper
  papers build 2008-09-q3 tp-thematic-performance
  papers check                                     what is wrong with it, without building
  papers preview                                   see it in a browser while you write
  papers list                                      every paper on file
  papers explain confidence                        where a figure comes from, and where it is printed
  papers new 2008-09-q4 --meeting 2009-07-02       next quarter's folder from the last one
  papers diff 1.0 working                          what has changed since version 1.0
  papers issue --as 1.0                            put it into the archive for good
  papers verify                                    is the archive as it was issued?
  papers verify mailed.pdf                         which version is it, or what was changed in it?
  papers archive                                   what has been issued

Exit codes: 0 good; 1 faults in the author's files; 2 wrong use; 70 a fault of ours.`;

/** In the order in which --help lists them. Each is loaded only where it is asked for, or all are to be listed. */
const COMMANDS: Record<string, () => Promise<Register>> = {
  build: async () => (await import('./commands/build.js')).registerBuild,
  preview: async () => (await import('./commands/preview.js')).registerPreview,
  check: async () => (await import('./commands/check.js')).registerCheck,
  list: async () => (await import('./commands/list.js')).registerList,
  explain: async () => (await import('./commands/explain.js')).registerExplain,
  new: async () => (await import('./commands/new.js')).registerNew,
  diff: async () => (await import('./commands/diff.js')).registerDiff,
  issue: async () => (await import('./commands/issue.js')).registerIssue,
  verify: async () => (await import('./commands/verify.js')).registerVerify,
  archive: async () => (await import('./commands/archive.js')).registerArchive,
};

async function main(argv: string[]): Promise<number> {
  const stale = staleBuild(import.meta.url);
  if (stale) throw new UsageError(stale);
  let exitCode = SUCCESS;
  const program = new Command('papers')
    .description('Makes committee papers from YAML data and Handlebars templates.')
    .version(TOOL.version)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(papers --help shows what there is)')
    .exitOverride();
  const [name = ''] = argv.slice(2);
  const asked = Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]] : Object.values(COMMANDS);
  for (const load of asked)
    (await load?.())?.(program, (code) => {
      exitCode = code;
    });
  await program.parseAsync(argv);
  return exitCode;
}

/** Exit codes, and what is said, by who can mend it: the author, the caller, the machine's keeper, or we. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? SUCCESS : WRONG_USAGE;
  if (error instanceof UsageError) {
    process.stderr.write(`papers: ${error.message}\n`);
    return WRONG_USAGE;
  }
  const disk = explainDiskError(error);
  if (disk !== null) {
    process.stderr.write(`papers: ${disk}\n`);
    return HAS_ERRORS;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `papers: this is a fault of ours, not of your files. Please report it with these lines:\n${stack}\n`,
  );
  return INTERNAL_ERROR;
}

/** A reader that has seen enough (`papers check | head`) closes the pipe: that is no fault, and the work goes on. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
// With a handler a signal waits until a file that is being written is whole, or is gone; without one it would not.
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const)
  process.once(signal, () => process.exit(128 + number));
void main(process.argv)
  .catch(fail)
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
