import { styleText } from 'node:util';
import type { WriteStream } from 'node:tty';

type Format = Parameters<typeof styleText>[0];

/** Paints text, or returns it unchanged where there are no colours. */
export type Paint = (format: Format, text: string) => string;

/** Returns a function that paints text for a stream: only on a terminal with colours, unless the user says otherwise. */
export function createPaint(stream: NodeJS.WriteStream): Paint {
  return hasColours(stream, process.env) ? paint : (_format, text) => text;
}

/** Node 22 would leave out the colours where standard output is no terminal: the caller knows the stream. */
const paint: Paint = (format, text) => styleText(format, text, { validateStream: false });

/**
 * Follows NO_COLOR (no-color.org) and FORCE_COLOR, which `--no-color` and `--color` set. FORCE_COLOR wins, as in Node
 * itself. Otherwise Node knows the terminals that have colours.
 */
function hasColours(
  stream: Partial<Pick<WriteStream, 'isTTY' | 'hasColors'>>,
  { FORCE_COLOR: forced = '', NO_COLOR: none = '' }: NodeJS.ProcessEnv,
): boolean {
  if (forced !== '') return !['0', 'false'].includes(forced);
  if (none !== '') return false;
  return stream.isTTY === true && stream.hasColors?.() === true;
}
