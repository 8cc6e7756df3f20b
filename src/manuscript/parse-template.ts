import Handlebars from 'handlebars';
import type { Markup } from '../model/markup.js';
import { makeError, type Place, type Problem } from '../model/problem.js';

/** From a line (from 1) and a column (from 0) of the markup to the author's file. */
export type Placer = (line: number, column: number) => Place;

/** The tree of one piece of markup; null, with the problem, where it is no Handlebars. */
export function parseTemplate(
  markup: Markup,
  placeOf: Placer,
): { program: hbs.AST.Program | null; problems: Problem[] } {
  const failed = (problem: Problem) => ({ program: null, problems: [problem] });
  const deep = findTooDeep(markup.text);
  if (deep !== null)
    return failed(
      makeError(
        'template-is-valid',
        placeAt(deep, markup.text, placeOf),
        'blocks or brackets stand within each other too deeply',
        {
          hint: 'Look for a {{#…}} or a bracket that is not closed.',
        },
      ),
    );
  try {
    return { program: Handlebars.parse(markup.text), problems: [] };
  } catch (error) {
    return failed(syntaxProblem(error, placeOf, markup));
  }
}

/** More than any author means. The parser and the compiler call themselves for each level, and would run out of stack. */
const DEEPEST = 40;

function findTooDeep(text: string): number | null {
  let blocks = 0;
  for (const { 0: braces, index } of text.matchAll(/\{\{[^}]*/g)) {
    if (/^\{\{~?#/.test(braces)) blocks += 1;
    if (/^\{\{~?\//.test(braces)) blocks -= 1;
    if (blocks > DEEPEST || depthOfBrackets(braces) > DEEPEST) return index;
  }
  return null;
}

function depthOfBrackets(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const ADVICE =
  'Every {{ needs its }}, every {{#if}} its {{/if}}, every quote its partner. To print {{, write \\{{.';

function syntaxProblem(error: unknown, placeOf: Placer, { text, place }: Markup): Problem {
  const message = error instanceof Error ? error.message : '';
  const open = /got 'EOF'/.test(message) ? lastOpenBlock(text) : null;
  if (open)
    return makeError(
      'template-is-valid',
      placeAt(open.offset, text, placeOf),
      `{{#${open.name}}} is not closed`,
      {
        expected: `{{/${open.name}}}`,
      },
    );
  const [, own, column] = /(\d+):(\d+)$/.exec(message) ?? [];
  const line = Number(own ?? /line (\d+)/.exec(message)?.[1]);
  if (!line) {
    if (error instanceof Handlebars.Exception) return makeError('template-is-valid', place, message);
    throw error;
  }
  const source = text.split('\n')[line - 1] ?? '';
  const at = column === undefined ? columnOf(message, source) : Number(column);
  return makeError('template-is-valid', placeOf(line, at), explainSyntax(message), { hint: ADVICE });
}

/** The block that is still open where the text ends. */
function lastOpenBlock(text: string): { name: string; offset: number } | null {
  const open: { name: string; offset: number }[] = [];
  for (const { 1: mark, 2: name = '', index } of text.matchAll(/\{\{~?([#/])>?\s*([\w-]*)/g))
    if (mark === '#') open.push({ name, offset: index });
    else open.pop();
  return open.at(-1) ?? null;
}

/** The parser shows up to twenty characters before the place, and some after it: where that is in the line. */
function columnOf(message: string, source: string): number {
  const [, shown = '', dashes = ''] = /\n(.*)\n(-*)\^/.exec(message) ?? [];
  const before = shown.slice(0, dashes.length);
  const after = shown.slice(dashes.length);
  for (let column = source.length; column >= 0; column--) {
    const left = source.slice(Math.max(0, column - 12), column);
    if (before.endsWith(left) && after.startsWith(source.slice(column, column + 8))) return column;
  }
  return Math.max(0, source.indexOf('{{'));
}

/** The parser names the tokens that it wanted; an author is helped more by what stands there. */
function explainSyntax(text: string): string {
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(text);
  if (mismatch) return `{{#${mismatch[1] ?? ''}}} is closed by {{/${mismatch[2] ?? ''}}}`;
  const got = /got '([^']+)'/.exec(text)?.[1];
  switch (got) {
    case 'EOF':
      return 'a {{#…}} is not closed';
    case 'OPEN_ENDBLOCK':
      return 'this closes a block that is not open';
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return '{{else}} stands outside a block';
    case 'INVALID':
    case undefined:
      return 'a {{…}} is not closed, or holds a character that it cannot';
    default:
      return 'a {{…}} is not understood from here';
  }
}

function placeAt(offset: number, text: string, placeOf: Placer): Place {
  const lines = text.slice(0, offset).split('\n');
  return placeOf(lines.length, lines.at(-1)?.length ?? 0);
}
