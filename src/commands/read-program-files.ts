import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProjectFile } from '../init/project-file.js';

/** Reads all files of a folder beside the program, such as `starter`. Their paths are relative to it. */
export function readProgramFiles(name: string): ProjectFile[] {
  const folder = fileURLToPath(new URL(`./${name}/`, import.meta.url));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(folder.length).replaceAll('\\', '/'), bytes: readFileSync(file) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
