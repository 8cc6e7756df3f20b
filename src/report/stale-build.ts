import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What to do where the program is older than its source, as it is after `git pull`; null where it is not. */
export function staleBuild(programUrl: string): string | null {
  const program = fileURLToPath(programUrl);
  const source = join(dirname(program), '..', 'src');
  return newest(source) > statSync(program).mtimeMs
    ? 'the program is older than its source code\nRun: npm run build'
    : null;
}

/** The time of the last change to any source file; 0 where there is no source, as in an installed package. */
function newest(folder: string): number {
  try {
    return Math.max(
      0,
      ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? newest(path) : entry.name.endsWith('.ts') ? statSync(path).mtimeMs : 0;
      }),
    );
  } catch {
    return 0;
  }
}
