import { MANIFEST } from './manifest.js';
import type { Archive, ArchivedVersion } from './read-archive.js';
import { formatRegisterPath, hashRegister, type RegisterLine } from './register.js';
import { WITHDRAWAL } from './withdrawal.js';

/** Lists the lines that the register must have for a version: that of its manifest, and that of its withdrawal. */
export function listRegisterLines({ folder, sha256, withdrawal }: ArchivedVersion): RegisterLine[] {
  return [
    { folder, sha256, file: MANIFEST },
    ...(withdrawal ? [{ folder, sha256: withdrawal.sha256, file: WITHDRAWAL } as const] : []),
  ];
}

/**
 * Adds the lines that the register lacks after an interrupted command: versions first. A withdrawal is added only if it was
 * recorded at this state of the register.
 */
export function completeRegister({
  register,
  versions,
}: Pick<Archive, 'register' | 'versions'>): RegisterLine[] {
  const registered = new Set(register.map(formatRegisterPath));
  const missing = versions
    .flatMap((version) => listRegisterLines(version).map((line) => ({ line, version })))
    .filter(({ line }) => !registered.has(formatRegisterPath(line)));
  const lines = [...register, ...missing.map(({ line }) => line).filter(({ file }) => file === MANIFEST)];
  for (const { line, version } of missing)
    if (line.file === WITHDRAWAL && version.withdrawal?.register === hashRegister(lines)) lines.push(line);
  return lines;
}
