import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The default of the pause that ends a burst. One save can be several changes: an editor may rename, a tool may write many files. */
const QUIET_MS = 50;
/** A longer burst is reported after this time. */
const MAX_BURST_MS = 1000;
/** The interval of polling, which finds changes that the system does not report, such as on network disks. */
const POLL_MS = 1000;
/** Limits the depth of folders, which also ends loops of links. No file of a paper is deeper. */
const MAX_DEPTH = 8;

/** The listener for bursts of changes. */
interface ChangeListener {
  onStart: () => void;
  onEnd: () => void;
}

/**
 * Watches folders, and tells the listener when a burst of changes starts and ends. A system watch ends when its folder is
 * removed, for example by a checkout. So after each burst the watches are renewed. A burst ends after a pause of `quietMs`.
 */
export async function watchFiles(
  folders: string[],
  { onStart, onEnd }: ChangeListener,
  quietMs = QUIET_MS,
): Promise<{ stop: () => void }> {
  const watches = new Map<string, { id: string; watch: FSWatcher }>();
  let snapshot = '';
  let burst: { began: number; timer: NodeJS.Timeout } | null = null;
  let isStopped = false;

  const onChange = (): void => {
    if (isStopped) return;
    const now = performance.now();
    const began = burst?.began ?? now;
    if (burst) clearTimeout(burst.timer);
    else onStart();
    const left = began + MAX_BURST_MS - now;
    burst = { began, timer: setTimeout(() => void endBurst(), Math.max(0, Math.min(quietMs, left))) };
  };
  const endBurst = async (): Promise<void> => {
    burst = null; // a later change starts a new burst, since it may come too late to be read
    await rescan();
    if (!isStopped) onEnd();
  };
  /** Renews the watches. Returns true if anything has changed since the last scan. */
  const rescan = async (): Promise<boolean> => {
    const entries = (await Promise.all(folders.map((folder) => listTree(folder, MAX_DEPTH)))).flat();
    if (isStopped) return false;
    const present = new Map(entries.flatMap(({ path, id, isFolder }) => (isFolder ? [[path, id]] : [])));
    for (const [path, { id, watch }] of watches)
      if (present.get(path) !== id) {
        watch.close();
        watches.delete(path);
      }
    for (const [path, id] of present) {
      const watch = watches.has(path) ? null : watchFolder(path, onChange);
      if (watch) watches.set(path, { id, watch });
    }
    const before = snapshot;
    snapshot = JSON.stringify(entries.map(({ path, id, stamp }) => [path, id, stamp]));
    return snapshot !== before;
  };

  const poll = async (): Promise<void> => {
    if (!burst && (await rescan())) onChange();
    if (!isStopped) pollTimer = setTimeout(() => void poll(), POLL_MS);
  };
  await rescan();
  let pollTimer = setTimeout(() => void poll(), POLL_MS);
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(pollTimer);
      if (burst) clearTimeout(burst.timer);
      for (const { watch } of watches.values()) watch.close();
    },
  };
}

/** Watches one folder. Returns null if the system cannot watch more folders: polling finds their changes. */
function watchFolder(path: string, onChange: () => void): FSWatcher | null {
  try {
    return watch(path, (_event, name) => {
      if (name === null || !LOCK.test(name)) onChange();
    }).on('error', onChange);
  } catch {
    return null;
  }
}

/** The files by which Excel and LibreOffice lock a spreadsheet that is open. */
const LOCK = /^(?:~\$|\.~lock\.)/;

interface Entry {
  path: string;
  isFolder: boolean;
  /** Differs for another file or folder at the same path. */
  id: string;
  /** Size and time of the last write of a file. Empty for a folder. */
  stamp: string;
}

/** Lists a path and everything below it, in a fixed order. */
async function listTree(path: string, deepest: number): Promise<Entry[]> {
  const stats = await nullIfGone(stat(path));
  if (!stats) return [];
  const id = `${stats.dev} ${stats.ino} ${stats.birthtimeMs}`; // the system may reuse an inode number at once
  if (!stats.isDirectory()) return [{ path, id, isFolder: false, stamp: `${stats.size} ${stats.mtimeMs}` }];
  const names = deepest > 0 ? ((await nullIfGone(readdir(path))) ?? []) : [];
  const listed = names.filter((name) => !LOCK.test(name)).sort();
  const below = await Promise.all(listed.map((name) => listTree(join(path, name), deepest - 1)));
  return [{ path, id, isFolder: true, stamp: '' }, ...below.flat()];
}

/** Returns null for a path that vanished meanwhile, or cannot be read. */
async function nullIfGone<T>(result: Promise<T>): Promise<T | null> {
  try {
    return await result;
  } catch {
    return null;
  }
}
