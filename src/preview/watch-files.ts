import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** An editor that saves by renaming, or a tool that writes many files, is one change: it is over when nothing has come for so long. */
const QUIET_MS = 50;
/** One that does not come to an end is told of after so long. */
const LONGEST_MS = 1000;
/** How often the folders are looked through for what the system did not tell: of a folder that was away, or lies on another machine. */
const ROUND_MS = 1000;
/** Deeper than any file of a paper lies; a link that leads back up ends here. */
const DEEPEST = 8;

interface Told {
  noticed: () => void;
  changed: () => void;
}

/**
 * Calls `changed` once a burst of changes below any of the folders is over, and `noticed` when it begins. The system's watch on a
 * folder ends when the folder is removed, as a checkout does, so after each burst it is set again on the folders that are there now.
 */
export async function watchFiles(
  folders: string[],
  { noticed, changed }: Told,
): Promise<{ stop: () => void }> {
  const watches = new Map<string, { id: string; watch: FSWatcher }>();
  let known = '';
  let burst: { began: number; timer: NodeJS.Timeout } | null = null;
  let stopped = false;

  const onChange = (): void => {
    if (stopped) return;
    const now = performance.now();
    const began = burst?.began ?? now;
    if (burst) clearTimeout(burst.timer);
    else noticed();
    const left = began + LONGEST_MS - now;
    burst = { began, timer: setTimeout(() => void endBurst(), Math.max(0, Math.min(QUIET_MS, left))) };
  };
  const endBurst = async (): Promise<void> => {
    burst = null; // what comes from here on may be read already, or not: it is a burst of its own
    await lookThrough();
    if (!stopped) changed();
  };
  /** Sets a watch on every folder; gives whether anything is other than it was the last time. */
  const lookThrough = async (): Promise<boolean> => {
    const found = (await Promise.all(folders.map((folder) => survey(folder, DEEPEST)))).flat();
    if (stopped) return false;
    const there = new Map(found.flatMap(({ path, id, folder }) => (folder ? [[path, id]] : [])));
    for (const [path, one] of watches)
      if (there.get(path) !== one.id) {
        one.watch.close();
        watches.delete(path);
      }
    for (const [path, id] of there) {
      const begun = watches.has(path) ? null : watchFolder(path, onChange);
      if (begun) watches.set(path, { id, watch: begun });
    }
    const before = known;
    known = JSON.stringify(found.map(({ path, id, stamp }) => [path, id, stamp]));
    return known !== before;
  };

  const goRound = async (): Promise<void> => {
    if (!burst && (await lookThrough())) onChange();
    if (!stopped) round = setTimeout(() => void goRound(), ROUND_MS);
  };
  await lookThrough();
  let round = setTimeout(() => void goRound(), ROUND_MS);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(round);
      if (burst) clearTimeout(burst.timer);
      for (const one of watches.values()) one.watch.close();
    },
  };
}

/** Null where the system can watch no more folders: the rounds see what changes. */
function watchFolder(path: string, onChange: () => void): FSWatcher | null {
  try {
    return watch(path, onChange).on('error', onChange);
  } catch {
    return null;
  }
}

interface Found {
  path: string;
  folder: boolean;
  /** Another file or folder in its place has another. */
  id: string;
  /** Of a file, when and how long it was last written; folders change with what is in them. */
  stamp: string;
}

/** All that lies there now, in a settled order. */
async function survey(path: string, deepest: number): Promise<Found[]> {
  const stats = await unlessGone(stat(path));
  if (!stats) return [];
  const id = `${stats.dev} ${stats.ino} ${stats.birthtimeMs}`; // a number may be given anew at once
  if (!stats.isDirectory()) return [{ path, id, folder: false, stamp: `${stats.size} ${stats.mtimeMs}` }];
  const names = deepest > 0 ? ((await unlessGone(readdir(path))) ?? []) : [];
  const below = await Promise.all(names.sort().map((name) => survey(join(path, name), deepest - 1)));
  return [{ path, id, folder: true, stamp: '' }, ...below.flat()];
}

/** What vanishes while it is looked at, or may not be looked at, is not there. */
async function unlessGone<T>(looked: Promise<T>): Promise<T | null> {
  try {
    return await looked;
  } catch {
    return null;
  }
}
