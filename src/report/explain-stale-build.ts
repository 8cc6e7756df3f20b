import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Explains that the program is older than its source code, as after `git pull`. Returns null if it is up to date. */
export function explainStaleBuild(programUrl: string): string | null {
  const program = fileURLToPath(programUrl);
  const source = join(dirname(program), '..', 'src');
  return findNewestChange(source) > statSync(program).mtimeMs
    ? 'the program is older than its source code\nRun: npm run build'
    : null;
}

/** Finds the last change to a source file, in milliseconds since 1970. Returns 0 without sources, as in an installed package. */
function findNewestChange(folder: string): number {
  try {
    return Math.max(
      0,
      ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory()
          ? findNewestChange(path)
          : entry.name.endsWith('.ts')
            ? statSync(path).mtimeMs
            : 0;
      }),
    );
  } catch {
    return 0;
  }
}
