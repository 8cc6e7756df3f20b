import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const folder = dirname(fileURLToPath(import.meta.url));

/**
 * Runs a CommonJS bundle of this folder from V8's code cache. Compiling is a good part of a short run. V8
 * rejects a cache that was written with other flags and then compiles as usual. V8 only checks the source
 * length, so the build empties `dist/` first. Node's own `module.enableCompileCache` needs Node 22.1.
 *
 * The build sets PAPERS_WRITE_CODE_CACHE to write the cache when the process exits.
 */
export function runWithCodeCache(name: string): void {
  const path = join(folder, name);
  const cachePath = codeCachePath(path);
  const script = compile(path, tryRead(cachePath));
  if (process.env['PAPERS_WRITE_CODE_CACHE']) process.once('exit', () => writeCodeCache(script, cachePath));
  const module = { exports: {} };
  // `compile` wraps the bundle in a function of these five arguments.
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run(module.exports, createRequire(path), module, path, folder);
}

/**
 * Returns the path of a bundle's code cache. V8 crashes on a cache of another Node release, so each release
 * has its own.
 */
export function codeCachePath(bundle: string): string {
  return `${bundle}.${process.version}-${process.platform}-${process.arch}.code-cache`;
}

function compile(path: string, cachedData: Buffer | null): Script {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`;
  return new Script(source, { filename: path, ...(cachedData && { cachedData }) });
}

/** Renames the finished file into place, so that no process reads half of it. */
function writeCodeCache(script: Script, path: string): void {
  writeFileSync(`${path}.new`, script.createCachedData());
  renameSync(`${path}.new`, path);
}

function tryRead(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
