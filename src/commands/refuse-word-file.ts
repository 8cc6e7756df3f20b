import type { Problem } from '../model/problem.js';

/** Prints why a Word file cannot be read. The file may be anywhere, so its path is printed as the user named it. */
export function refuseWordFile(file: string, problems: readonly Problem[]): void {
  for (const { message, hint = '' } of problems)
    process.stderr.write(`${file}: error: ${message}\n    hint: ${hint}\n`);
}
