import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listRegisterLines } from '../complete-register.js';
import { MANIFEST } from '../manifest.js';
import type { Archive, ArchivedVersion, ArchiveFinding } from '../read-archive.js';
import { formatRegisterPath, hashRegister, REGISTER, type RegisterLine } from '../register.js';
import { WITHDRAWAL } from '../withdrawal.js';

/** Checks that each version and withdrawal of the register is in its folder, as it was issued or recorded. */
export function verifyRegister(archive: string, { register, versions }: Archive): ArchiveFinding[] {
  const foldersByHash = new Map(versions.map((version) => [version.sha256, version.folder]));
  const hashes = new Map(
    versions.flatMap(listRegisterLines).map((line) => [formatRegisterPath(line), line.sha256]),
  );
  return register.flatMap((entry, index): ArchiveFinding[] => {
    const { folder, sha256, file } = entry;
    const path = formatRegisterPath(entry);
    const line = `line ${index + 1} of ${REGISTER}`;
    if (register.findIndex((other) => formatRegisterPath(other) === path) < index)
      return [{ path: REGISTER, message: `${line} repeats ${file === MANIFEST ? folder : path}` }];
    const hash = hashes.get(path);
    if (file === WITHDRAWAL) {
      const version = versions.find((candidate) => candidate.folder === folder);
      return verifyWithdrawalLine(archive, entry, register.slice(0, index), version, line);
    }
    if (hash === sha256) return [];
    const movedTo = foldersByHash.get(sha256);
    if (movedTo !== undefined)
      return [{ path: movedTo, message: `was renamed: it was issued as ${folder} (${line})` }];
    if (!existsSync(join(archive, folder)))
      return [{ path: folder, message: `was issued but is missing (${line})` }];
    if (hash === undefined) return []; // the manifest is invalid, which is reported already
    return [{ path, message: `is not the manifest that was issued (${line})` }];
  });
}

/** Checks the record of a withdrawal, and that the lines before it are those that it was recorded after. */
function verifyWithdrawalLine(
  archive: string,
  entry: RegisterLine,
  before: RegisterLine[],
  version: ArchivedVersion | undefined,
  line: string,
): ArchiveFinding[] {
  const path = formatRegisterPath(entry);
  if (!existsSync(join(archive, path)))
    return [{ path, message: `is missing, so the withdrawal was taken back (${line})` }];
  const withdrawal = version?.withdrawal;
  if (!withdrawal) return []; // the record or the manifest is invalid, which is reported already
  if (withdrawal.sha256 !== entry.sha256)
    return [{ path, message: `is not the record of the withdrawal that was written (${line})` }];
  if (withdrawal.register === hashRegister(before)) return [];
  return [{ path: REGISTER, message: `lines were added, removed or changed before ${line}, a withdrawal` }];
}
