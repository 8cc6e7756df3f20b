import { CommanderError } from 'commander';
import { explainDiskError } from '../report/explain-disk-error.js';
import { HAS_ERRORS, INTERNAL_ERROR, SUCCESS, UsageError, WRONG_USAGE } from './command.js';

/** Prints an error for the person who can fix it: the user, the machine's administrator, or the developers. Returns the exit code. */
export function reportFailure(error: unknown): number {
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
    `papers: internal error. Your files are not the cause. Please report these lines:\n${stack}\n`,
  );
  return INTERNAL_ERROR;
}
