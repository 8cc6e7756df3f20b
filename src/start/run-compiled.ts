import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

const folder = dirname(fileURLToPath(import.meta.url));

/**
 * Runs a CommonJS bundle that lies beside this program, from what V8 compiled of it when it was built: compiling is a good part
 * of what a short command does. V8 refuses what was made with other settings, and compiles as it always would. Another bundle it
 * knows by its length alone, so each build begins with an empty folder. Node's own `module.enableCompileCache` is not there
 * before 22.1.
 *
 * With PAPERS_KEEP_COMPILED set, as when the program is built, what was compiled is kept.
 */
export function runCompiled(name: string): void {
  const path = join(folder, name);
  const kept = compiledPath(path);
  const cachedData = tryRead(kept);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(source, {
    filename: path,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (process.env['PAPERS_KEEP_COMPILED'])
    process.once('exit', () => {
      writeFileSync(`${kept}.new`, script.createCachedData());
      renameSync(`${kept}.new`, kept);
    });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...all: unknown[]) => void;
  run(module.exports, createRequire(path), module, path, folder);
}

/** For one version of Node: V8 would take what another has made, and crash, where it bears the same number of V8. */
export function compiledPath(bundle: string): string {
  return `${bundle}.${process.version}-${process.platform}-${process.arch}.compiled`;
}

function tryRead(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
