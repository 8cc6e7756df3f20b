import { renameSync } from 'node:fs';
import * as os from 'node:os';
import { hasErrorCode } from '../error-code.js';

/** The attempts on Windows, and the milliseconds between them. Virus scanners and indexers open new files for a moment. */
const ATTEMPTS = 10;
const PAUSE = 50;

/** Renames a file or a folder. On Windows, it tries again for half a second while another program has it open. */
export function renamePatiently(
  from: string,
  to: string,
  { rename = renameSync, platform = os.platform() }: { rename?: typeof renameSync; platform?: string } = {},
): void {
  for (let attempt = 1; ; attempt++)
    try {
      rename(from, to);
      return;
    } catch (error) {
      const isOpen = hasErrorCode(error, 'EBUSY', 'EPERM', 'EACCES');
      if (platform !== 'win32' || !isOpen || attempt === ATTEMPTS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
}
