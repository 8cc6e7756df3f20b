import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOOL } from '../tool.js';

/** The installation of the running program. */
export interface Installation {
  /** The program's start file. */
  program: string;
  /** The folder whose node_modules has the program. Null if the program is elsewhere, such as in a checkout. */
  installedIn: string | null;
  /** The archive from which npm installed it. Null if it is not known or no longer there. */
  archive: string | null;
  /** True if the command `papers` on the path starts this program. */
  isOnPath: boolean;
}

const COMMAND = 'papers';

/** Finds out how the program that runs was installed. `path` is the list of folders in which the shell looks for commands. */
export function findInstallation(path: string): Installation {
  const program = fileURLToPath(new URL('./cli.js', import.meta.url));
  const installedIn = findProject(program);
  return {
    program,
    installedIn,
    archive: installedIn === null ? null : findArchive(installedIn),
    isOnPath: listCommandFolders(path).some(
      (folder) => startsProgram(join(folder, COMMAND), program) || isGlobalOnWindows(folder, installedIn),
    ),
  };
}

/** Returns the folder above the node_modules that has the program. */
function findProject(program: string): string | null {
  const parts = program.replaceAll('\\', '/').split(`/node_modules/${TOOL.name}/`);
  const [project = ''] = parts;
  return parts.length === 2 && !project.includes('/node_modules/') ? resolve(project) : null;
}

/** Finds the archive that `package.json` names as the program's source, as npm writes it for an install from a file. */
function findArchive(project: string): string | null {
  const dependencies = readDependencies(join(project, 'package.json'));
  const source = dependencies[TOOL.name];
  if (typeof source !== 'string' || !/^file:.*\.tgz$/.test(source)) return null;
  const archive = resolve(project, decodeURI(source.slice('file:'.length)));
  return existsSync(archive) ? archive : null;
}

function readDependencies(path: string): Record<string, unknown> {
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(path, 'utf8')) as Record<
      string,
      unknown
    >;
    return { ...asRecord(devDependencies), ...asRecord(dependencies) };
  } catch {
    return {}; // the archive only saves the user a step
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Lists the folders of the path, without those that npm adds while it runs a command. */
function listCommandFolders(path: string): string[] {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '' && !/node_modules[\\/]\.bin[\\/]?$/.test(folder));
}

/** On Windows, the command of a global installation is a script beside node_modules, and no link to the program. */
function isGlobalOnWindows(folder: string, installedIn: string | null): boolean {
  return resolve(folder) === installedIn && existsSync(join(folder, `${COMMAND}.cmd`));
}

function startsProgram(command: string, program: string): boolean {
  try {
    return realpathSync(command) === realpathSync(program);
  } catch {
    return false;
  }
}
