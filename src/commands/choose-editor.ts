import { basename, resolve } from 'node:path';
import type { EditorChoice } from '../preview/preview-state.js';
import { splitCommand } from './split-command.js';

/** An editor for the preview. `command` is what the server starts: a program and its arguments. */
export interface ChosenEditor {
  choice: EditorChoice;
  command: string[];
}

/** Editors with an address for a file and its line: `vscode://file/<path>:<line>:<column>`. */
const LINKED_EDITORS: Record<string, string> = {
  vscode: 'VS Code',
  'vscode-insiders': 'VS Code Insiders',
  vscodium: 'VSCodium',
  cursor: 'Cursor',
  zed: 'Zed',
};

/** Editors that need the terminal, which the preview uses itself. */
const TERMINAL_EDITORS =
  /^(?:vi|vim|nvim|view|nano|pico|ed|joe|jed|micro|helix|hx|kak|mcedit|ne|emacs(?:client)?.* (?:-t|-nw|--tty|--no-window-system))$/;

const NO_EDITOR: ChosenEditor = { choice: { kind: 'copy' }, command: [] };

interface Surroundings {
  root: string;
  environment: NodeJS.ProcessEnv;
}

/**
 * Chooses the editor: the named one, or VS Code in its own terminal, or else that of `$VISUAL` or `$EDITOR`. `none`, and an editor
 * that needs the terminal, opens no file.
 */
export function chooseEditor(name: string | undefined, { root, environment }: Surroundings): ChosenEditor {
  if (name !== undefined) return findEditor(name, root);
  if (environment['TERM_PROGRAM'] === 'vscode')
    // On another machine or in WSL, the browser's VS Code would look for the file in the wrong place.
    return findEditor(isRemote(environment) ? 'code' : 'vscode', root);
  return findEditor(environment['VISUAL'] || environment['EDITOR'] || 'none', root);
}

function isRemote(environment: NodeJS.ProcessEnv): boolean {
  return ['SSH_CONNECTION', 'WSL_DISTRO_NAME', 'REMOTE_CONTAINERS'].some((name) => environment[name]);
}

function findEditor(name: string, root: string): ChosenEditor {
  const linked = LINKED_EDITORS[name];
  if (linked !== undefined)
    return { choice: { kind: 'link', name: linked, prefix: `${name}://file${toPath(root)}/` }, command: [] };
  const command = name === 'none' ? [] : splitCommand(name);
  const [program, ...args] = command;
  if (program === undefined) return NO_EDITOR;
  const shortName = basename(program).replace(/\.(?:exe|cmd|bat)$/i, '');
  const isForTerminal =
    TERMINAL_EDITORS.test(shortName) || TERMINAL_EDITORS.test([shortName, ...args].join(' '));
  return isForTerminal ? NO_EDITOR : { choice: { kind: 'command', name: shortName }, command };
}

/** Writes an absolute path as in an address: "/home/a%20b", "/C:/papers". */
function toPath(root: string): string {
  const path = resolve(root).replaceAll('\\', '/');
  return encodeURI(path.startsWith('/') ? path : `/${path}`).replace(/[?#]/g, encodeURIComponent);
}
