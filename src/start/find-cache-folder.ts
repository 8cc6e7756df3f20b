import { posix, win32 } from 'node:path';

interface System {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** The user's home folder. */
  home: string;
}

/** Returns the folder in which programs keep caches for this user. Returns null if the system names none. */
export function findCacheFolder({ platform, env, home }: System): string | null {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    return local && win32.isAbsolute(local) ? local : null;
  }
  if (!posix.isAbsolute(home)) return null;
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches');
  const named = env['XDG_CACHE_HOME'];
  // The specification of XDG says to ignore a relative path.
  return named && posix.isAbsolute(named) ? named : posix.join(home, '.cache');
}
