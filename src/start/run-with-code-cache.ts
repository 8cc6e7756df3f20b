import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { readCodeCache, writeCodeCache } from './code-cache-file.js';
import { findCacheFolder } from './find-cache-folder.js';

const folder = dirname(fileURLToPath(import.meta.url));

/** The exports of a bundle to its starter. */
interface BundleExports {
  /** The command that ran. A code cache has only the code of commands that ran before it was written. */
  command?: string;
}

/**
 * Runs a CommonJS bundle of this folder from V8's code cache. Compiling is a good part of a short run. V8 rejects a
 * cache that was written with other flags and then compiles as usual.
 *
 * The build writes a cache beside each bundle, by setting PAPERS_WRITE_CODE_CACHE. An installed package has none: there
 * the first run of each command writes it into the user's cache folder. NODE_DISABLE_COMPILE_CACHE, which turns off Node's
 * own cache, turns this one off too. Node's own needs Node 22.1.
 */
export function runWithCodeCache(name: string): BundleExports {
  const path = join(folder, name);
  const source = readFileSync(path);
  const built = tryRead(codeCachePath(path));
  const userPath = built ? null : userCachePath(name, source);
  const user = userPath === null ? null : readCodeCache(userPath);
  const script = compile(path, source, built ?? user?.code);
  const module: { exports: BundleExports } = { exports: {} };
  process.once('exit', () => {
    if (process.env['PAPERS_WRITE_CODE_CACHE']) writeBuiltCodeCache(script, codeCachePath(path));
    else if (userPath !== null) {
      const usable = script.cachedDataRejected ? [] : (user?.commands ?? []);
      updateUserCache(script, userPath, usable, module.exports.command ?? basename(name, '.cjs'));
    }
  });
  // `compile` wraps the bundle in a function of these five arguments.
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run(module.exports, requireFrom(path), module, path, folder);
  return module.exports;
}

/**
 * Returns the path of the code cache that the build writes. V8 crashes on a cache of another Node release, so each
 * release has its own. V8 only checks the source length, so the build empties `dist/` first.
 */
export function codeCachePath(bundle: string): string {
  return `${bundle}.${process.version}-${process.platform}-${process.arch}.code-cache`;
}

/** Returns a path for exactly this source, this Node release, V8's flags and the processor. Returns null without a cache folder. */
function userCachePath(name: string, source: Buffer): string | null {
  if (process.env['NODE_DISABLE_COMPILE_CACHE']) return null;
  const parent = findCacheFolder({ platform: process.platform, env: process.env, home: findHome() });
  if (parent === null) return null;
  const key = [crc32(source), source.length, cachedDataVersionTag()]
    .map((part) => part.toString(16))
    .join('-');
  return codeCachePath(join(parent, 'committee-papers', `${name}-${key}`));
}

/** Returns an empty path where the system knows no home folder, as for some users in containers. */
function findHome(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

/** A bundle may require another of this folder. It runs once, as every module does. */
function requireFrom(path: string): NodeJS.Require {
  const require = createRequire(path);
  const loaded = new Map<string, unknown>();
  const load = (id: string): unknown => {
    if (!id.startsWith('./')) return require(id) as unknown;
    if (!loaded.has(id)) loaded.set(id, runWithCodeCache(basename(id)));
    return loaded.get(id);
  };
  return Object.assign(load, require);
}

function compile(path: string, bytes: Buffer, cachedData: Buffer | undefined): Script {
  const source = `(function (exports, require, module, __filename, __dirname) {${bytes.toString('utf8')}\n})`;
  return new Script(source, { filename: path, ...(cachedData && { cachedData }) });
}

/** Renames the finished file into place, so that no process reads half of it. */
function writeBuiltCodeCache(script: Script, path: string): void {
  writeFileSync(`${path}.new`, script.createCachedData());
  renameSync(`${path}.new`, path);
}

/** Writes the cache again after a command whose code it does not have yet. */
function updateUserCache(script: Script, path: string, commands: string[], command: string): void {
  if (commands.includes(command)) return;
  writeCodeCache(path, { code: script.createCachedData(), commands: [...commands, command] });
}

function tryRead(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
