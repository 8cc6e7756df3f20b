import { listPaperVersions } from '../list-versions.js';
import type { Archive, ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { getPaperFolder } from '../version-folder.js';
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
    ],
    remarks: unregistered.remarks,
  };
}

/**
 * Reports versions that are not in the register. An issue writes the register last. After an interrupted
 * issue, the newest version of one paper may be missing there, which is no fault.
 */
function verifyUnregistered(archive: string, { register, versions }: Archive): Verdict {
  const registered = new Set(register.map(({ folder }) => folder));
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

function describeEach(versions: ArchivedVersion[], message: string): ArchiveFinding[] {
  return versions.map(({ folder }) => ({ path: folder, message }));
}

function isNewest(archive: string, { folder, manifest }: ArchivedVersion): boolean {
  return listPaperVersions(archive, getPaperFolder(folder)).at(-1) === manifest.version;
}
