import { join } from 'node:path';
import { coalesce } from '../watch/coalesce.js';
import { watchFiles } from '../watch/watch-files.js';
import { SUCCESS, UsageError, type Options } from './command.js';
import { print } from './print.js';
import { reportFailure } from './report-failure.js';
import { waitForInterruption } from './wait-for-interruption.js';

/** A command that can be run again. */
interface WatchedCommand {
  /** The first and the last line of each run. Tools such as the problem matcher of an editor look for them. */
  startLine: string;
  endLine: string;
  run: () => Promise<unknown>;
}

/**
 * Runs a command, and again after each change of the project's files, until the user presses Ctrl-C. A change during a run
 * starts one more run after it.
 */
export async function watchProject(
  { root, json }: Options,
  { startLine, endLine, run }: WatchedCommand,
): Promise<never> {
  if (json) throw new UsageError('--watch prints text for people and editors: leave out --json');
  const interruption = waitForInterruption();
  const rerun = coalesce(async () => {
    print(startLine);
    await run().catch(reportFailure); // the next save may fix it
    print(endLine);
  });
  await watchFiles([join(root, 'data'), join(root, 'templates')], {
    onStart: () => undefined,
    onEnd: rerun,
  });
  rerun();
  await interruption;
  process.exit(SUCCESS); // drops an unfinished run: a folder is replaced whole or not at all
}
