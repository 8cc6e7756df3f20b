import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

const folder = dirname(fileURLToPath(import.meta.url));

/**
 * Runs a CommonJS bundle that lies beside this program, from what V8 compiled of it when it was built: compiling is a good part
 * of what a short command does. V8 refuses what another version or other settings of it have made, and compiles as it always
 * would. Node has the like from 22.1 on (`module.enableCompileCache`), though not for what was never run before.
 */
export function runCompiled(name: string): void {
  const path = join(folder, name);
  const compiled = tryRead(`${path}.compiled`);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`,
    {
      filename: path,
      ...(compiled && { cachedData: compiled }),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    },
  );
  if (process.env['PAPERS_KEEP_COMPILED'])
    process.once('exit', () => writeFileSync(`${path}.compiled`, script.createCachedData()));
  const module = { exports: {} };
  const run = script.runInThisContext() as (...all: unknown[]) => void;
  run(module.exports, createRequire(path), module, path, folder);
}

function tryRead(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
