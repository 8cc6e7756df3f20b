import { completeRegister } from '../complete-register.js';
import { listVersionFolders } from '../list-versions.js';
import { MANIFEST } from '../manifest.js';
import { formatRegisterPath } from '../register.js';
import { WITHDRAWAL } from '../withdrawal.js';
import type { Archive, ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { listPaperFolders } from '../version-folder.js';
import type { Verdict } from './verdict.js';
import { verifyChain } from './verify-chain.js';
import { verifyRegister } from './verify-register.js';

/** Checks that each version names the previous version, and that register and folders agree. */
export function verifyHistory(archive: string, state: Archive): Verdict {
  const unregistered = verifyUnregistered(archive, state);
  return {
    faults: [
      ...state.faults,
      ...state.versions.flatMap((version) => verifyChain(archive, version)),
      ...verifyRegister(archive, state),
      ...unregistered.faults,
      ...findUnregisteredWithdrawals(state),
    ],
    remarks: unregistered.remarks,
  };
}

/**
 * Reports versions that are not in the register. An issue writes the register last. After an interrupted
 * issue, the newest version of one paper may be missing there, which is no fault.
 */
function verifyUnregistered(archive: string, { register, versions }: Archive): Verdict {
  const registered = new Set(register.filter(({ file }) => file === MANIFEST).map(({ folder }) => folder));
  const others = versions.filter(({ folder }) => !registered.has(folder));
  const isInterrupted = others.length === 1 && others.every((version) => isNewest(archive, version));
  return isInterrupted
    ? {
        faults: [],
        remarks: describeEach(
          others,
          'is not in the register yet, because an issue was interrupted: papers archive adds it',
        ),
      }
    : {
        faults: describeEach(
          others,
          'is not in the register: it was not issued here, or its line was removed',
        ),
        remarks: [],
      };
}

/**
 * Finds withdrawals that are not in the register. That is a fault even after an interruption, because the files of the version may
 * still be public.
 */
function findUnregisteredWithdrawals({ register, versions }: Archive): ArchiveFinding[] {
  const registered = new Set(register.map(formatRegisterPath));
  const completed = new Set(completeRegister({ register, versions }).map(formatRegisterPath));
  return versions
    .filter(({ withdrawal }) => withdrawal !== null)
    .map(({ folder }) => formatRegisterPath({ folder, file: WITHDRAWAL }))
    .filter((path) => !registered.has(path))
    .map((path) => ({
      path,
      message: completed.has(path)
        ? 'is not in the register, because a withdrawal was interrupted: papers archive finishes it'
        : 'is not in the register: the version was not withdrawn here, or the line was removed',
    }));
}

function describeEach(versions: ArchivedVersion[], message: string): ArchiveFinding[] {
  return versions.map(({ folder }) => ({ path: folder, message }));
}

function isNewest(archive: string, { folder, manifest }: ArchivedVersion): boolean {
  const newest = listVersionFolders(archive, listPaperFolders(manifest)).at(-1);
  return newest?.folder === folder && newest.version === manifest.version;
}
