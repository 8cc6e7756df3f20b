import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode } from '../error-code.js';
import { isInside } from '../inputs/is-inside.js';
import type { EditorOutcome, FilePosition } from '../preview/preview-setup.js';

/** The time in which a command that cannot open the file ends, in milliseconds. */
const PATIENCE_MS = 400;

/** The folders with an author's files. No other file is opened. */
const FOLDERS = ['data', 'templates'];

/** Opens a file of the project at its line. The command is started without a shell, so no name is ever part of one. */
export async function openInEditor(
  [program = '', ...args]: readonly string[],
  root: string,
  { file, line, column }: FilePosition,
): Promise<EditorOutcome> {
  const path = findAuthorsFile(root, file);
  if (path === null) return 'no-such-file';
  const { default: getArguments } = await import('launch-editor/get-args.js');
  const place = getArguments(program, path, line, column).map(String);
  const editor = spawn(program, [...args, ...place], { detached: true, stdio: 'ignore', shell: false });
  editor.unref();
  try {
    const [code] = (await once(editor, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [
      number | null,
    ];
    return code === 0 ? 'opened' : 'not-started';
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' ? 'opened' : 'not-started'; // it still runs
  } finally {
    editor.on('error', () => undefined);
  }
}

/** Returns the real path of a file below the author's folders. Returns null if there is none. */
function findAuthorsFile(root: string, file: string): string | null {
  try {
    const path = realpathSync(join(root, file));
    const isAuthors = FOLDERS.some((folder) => isInside(realpathSync(join(root, folder)), path));
    return isAuthors && statSync(path).isFile() ? path : null;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'))
      return null;
    throw error;
  }
}
