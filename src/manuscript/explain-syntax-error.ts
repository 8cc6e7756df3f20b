import Handlebars from 'handlebars';
import type { Markup } from '../model/markup.js';
import { makeError, type Problem } from '../model/problem.js';
import { locateOffset, type LocatePlace } from './locate-place.js';

const ADVICE =
  'Close every {{ with }}, every {{#if}} with {{/if}}, and every quote. To print {{, write \\{{.';

/** Turns an error of the parser into a problem at its place. Other errors are internal, and are thrown again. */
export function explainSyntaxError(error: unknown, locate: LocatePlace, { text, place }: Markup): Problem {
  const message = error instanceof Error ? error.message : '';
  const open = /got 'EOF'/.test(message) ? findOpenBlock(text) : null;
  if (open)
    return makeError(
      'template-is-valid',
      locateOffset(open.offset, text, locate),
      `{{#${open.name}}} is not closed`,
      { expected: `{{/${open.name}}}` },
    );
  const position = readPosition(message, text);
  const number = position && findTypedNumber(text, position.line);
  if (position && number)
    return makeError('template-is-valid', locate(position.line, number.column), number.message, {
      hint: number.hint,
    });
  if (position)
    return makeError('template-is-valid', locate(position.line, position.column), explainSyntax(message), {
      hint: ADVICE,
    });
  if (error instanceof Handlebars.Exception) return makeError('template-is-valid', place, message);
  throw error;
}

/** A number inside {{…}} as it would be printed: 8,453 or 64%. */
const PRINTED_NUMBER = /(\{\{[^}"']*?)(?<![\w.])(£?\d[\d,]*(?:\.\d+)?%?)(?=[\s}])/g;

/** Finds a number on a line that is written with a comma or a sign, which the parser does not accept inside {{…}}. */
function findTypedNumber(
  text: string,
  line: number,
): { column: number; message: string; hint: string } | null {
  for (const { 1: before = '', 2: number = '', index } of (text.split('\n')[line - 1] ?? '').matchAll(
    PRINTED_NUMBER,
  )) {
    const plain = number.replace(/[^\d.]/g, '');
    if (plain === number) continue;
    const percent = number.endsWith('%') ? ', and unit="percent" after the source' : '';
    return {
      column: index + before.length,
      message: `${number} is written as it is printed: inside {{…}} a number has only digits`,
      hint: `Write ${plain}${percent}. The paper adds commas and signs.`,
    };
  }
  return null;
}

/** Reads the position from a message of the parser: "- 3:14" at its end, or "on line 3" with an excerpt. */
function readPosition(message: string, text: string): { line: number; column: number } | null {
  const [, exactLine, exactColumn] = /(\d+):(\d+)$/.exec(message) ?? [];
  const line = Number(exactLine ?? /line (\d+)/.exec(message)?.[1]);
  if (!line) return null;
  if (exactColumn !== undefined) return { line, column: Number(exactColumn) };
  return { line, column: findColumn(message, text.split('\n')[line - 1] ?? '') };
}

/** Finds the innermost block that is still open at the end of the text. */
function findOpenBlock(text: string): { name: string; offset: number } | null {
  const open: { name: string; offset: number }[] = [];
  for (const { 1: mark, 2: name = '', index } of text.matchAll(/\{\{~?([#/])>?\s*([\w-]*)/g))
    if (mark === '#') open.push({ name, offset: index });
    else open.pop();
  return open.at(-1) ?? null;
}

/** Finds the column of the excerpt in its line. The parser shows up to twenty characters before the place, and some after it. */
function findColumn(message: string, source: string): number {
  const [, excerpt = '', dashes = ''] = /\n(.*)\n(-*)\^/.exec(message) ?? [];
  const before = excerpt.slice(0, dashes.length);
  const after = excerpt.slice(dashes.length);
  for (let column = source.length; column >= 0; column--) {
    const left = source.slice(Math.max(0, column - 12), column);
    if (before.endsWith(left) && after.startsWith(source.slice(column, column + 8))) return column;
  }
  return Math.max(0, source.indexOf('{{'));
}

/** Explains what the author wrote. The parser names the tokens that it expected instead. */
function explainSyntax(text: string): string {
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(text);
  if (mismatch) return `{{#${mismatch[1] ?? ''}}} is closed by {{/${mismatch[2] ?? ''}}}`;
  const got = /got '([^']+)'/.exec(text)?.[1];
  switch (got) {
    case 'EOF':
      return 'a {{#…}} is not closed';
    case 'OPEN_ENDBLOCK':
      return 'this closes a block that was not opened';
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return '{{else}} is outside a block';
    case 'INVALID':
    case undefined:
      return 'a {{…}} is not closed, or contains a character that is not allowed';
    default:
      return 'this part of a {{…}} cannot be understood';
  }
}
