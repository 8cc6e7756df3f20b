import { hasErrorCode } from '../error-code.js';

/** Returns true if a process of this machine is running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasErrorCode(error, 'EPERM'); // another user's process
  }
}
