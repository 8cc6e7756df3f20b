import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Adds files to a folder, which may be new, and puts a new text in the place of another file's: whole or not at all. All is
 * written aside first, and a fault on the way takes back what was put in place. No added file ever overwrites one: where there
 * is one of its name, it throws the disk's own error (EEXIST).
 */
export function addFiles(
  folder: string,
  added: { name: string; text: string }[],
  changed: { path: string; text: string } | null,
): void {
  const aside = mkdtempSync(join(dirname(folder), '.new-'));
  const fresh = join(aside, 'added');
  const text = join(aside, 'changed');
  let takeBack = (): void => undefined;
  try {
    mkdirSync(fresh);
    for (const { name, text: content } of added) writeFileSync(join(fresh, name), content);
    if (changed) writeFileSync(text, changed.text);
    takeBack = existsSync(folder)
      ? copyEach(
          fresh,
          folder,
          added.map(({ name }) => name),
        )
      : moveWhole(fresh, folder);
    if (changed) renameSync(text, changed.path);
  } catch (error) {
    takeBack();
    throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function moveWhole(fresh: string, folder: string): () => void {
  renameSync(fresh, folder);
  return () => rmSync(folder, { recursive: true });
}

function copyEach(fresh: string, folder: string, names: string[]): () => void {
  const placed: string[] = [];
  const takeBack = (): void => placed.forEach((path) => rmSync(path, { force: true }));
  for (const name of names)
    try {
      const path = join(folder, name);
      copyFileSync(join(fresh, name), path, constants.COPYFILE_EXCL);
      placed.push(path);
    } catch (error) {
      takeBack();
      throw error;
    }
  return takeBack;
}
