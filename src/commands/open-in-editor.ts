import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { EditorOutcome, FilePosition } from '../preview/preview-setup.js';
import { findAuthorsFile } from './find-authors-file.js';

/** The time in which a command that cannot open the file ends, in milliseconds. */
const PATIENCE_MS = 400;

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
