import { execFileSync } from 'node:child_process';

/** Builds the program once before the tests, so that they run what users run. */
export default function buildProgram(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
