import type { EditorOutcome, FilePosition, PreviewSetup } from './preview-setup.js';
import type { Action, FindAction, ServedPage } from './serve-pages.js';

/** The shortest time between two starts of the editor, in milliseconds. */
const MIN_PAUSE_MS = 500;

/** Creates the function that finds an action by its name. `open` starts the editor at a line of a file. */
export function createActionFinder({
  editor,
  openInEditor,
}: Pick<PreviewSetup, 'editor' | 'openInEditor'>): FindAction {
  let lastStart = -Infinity;
  const open = async (position: FilePosition | null): Promise<ServedPage> => {
    if (!position) return toPage(400);
    const now = performance.now();
    if (now - lastStart < MIN_PAUSE_MS) return toPage(429);
    lastStart = now;
    return toPage(STATUSES[await openInEditor(position)]);
  };
  return (name, query): Action | null =>
    name === 'open' && editor.kind === 'command' ? { run: () => open(readPosition(query)) } : null;
}

const STATUSES = { opened: 200, 'no-such-file': 404, 'not-started': 500 } satisfies Record<
  EditorOutcome,
  number
>;

function readPosition(query: URLSearchParams): FilePosition | null {
  const [line, column] = ['line', 'column'].map((name) => query.get(name) ?? '');
  const file = query.get('file') ?? '';
  const isNumber = (text = ''): boolean => /^[1-9]\d{0,6}$/.test(text);
  if (file === '' || !isNumber(line) || !isNumber(column)) return null;
  return { file, line: Number(line), column: Number(column) };
}

function toPage(status: number): ServedPage {
  return { status, type: 'text/plain; charset=utf-8', body: '' };
}
