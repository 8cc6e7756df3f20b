import { watch } from 'chokidar';

/**
 * Longer than the 50 ms within which the watcher reports a file once, so that a save it passes over is on disk before the files are
 * read. An editor that saves by renaming, or a tool that writes many files, is one change.
 */
const QUIET_MS = 60;

/** Calls `changed` once a burst of changes below any of the folders is over, and `noticed` when it begins. */
export async function watchFiles(
  folders: string[],
  { noticed, changed }: { noticed: () => void; changed: () => void },
): Promise<{ stop: () => Promise<void> }> {
  const watcher = watch(folders, { ignoreInitial: true, atomic: false });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    if (timer) clearTimeout(timer);
    else noticed();
    timer = setTimeout(() => {
      timer = undefined;
      changed();
    }, QUIET_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  return {
    stop: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}
