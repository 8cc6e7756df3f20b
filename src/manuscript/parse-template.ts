import Handlebars from 'handlebars';
import type { Markup } from '../model/markup.js';
import { makeError, type Checked, type Problem } from '../model/problem.js';
import { explainSyntaxError } from './explain-syntax-error.js';
import { locateOffset, type LocatePlace } from './locate-place.js';

/** Parses one piece of markup. Returns null, with the problem, if it is not valid Handlebars. */
export function parseTemplate(markup: Markup, locate: LocatePlace): Checked<hbs.AST.Program | null> {
  const deep = findTooDeep(markup.text);
  if (deep !== null) return { value: null, problems: [makeTooDeepError(deep, markup.text, locate)] };
  try {
    return { value: Handlebars.parse(markup.text), problems: [] };
  } catch (error) {
    return { value: null, problems: [explainSyntaxError(error, locate, markup)] };
  }
}

/** The parser and the compiler are recursive, and would run out of stack on deeply nested blocks. */
const MAX_DEPTH = 40;

/** Finds the offset at which blocks or brackets are nested deeper than `MAX_DEPTH`. */
function findTooDeep(text: string): number | null {
  let blocks = 0;
  for (const { 0: braces, index } of text.matchAll(/\{\{[^}]*/g)) {
    if (/^\{\{~?#/.test(braces)) blocks += 1;
    if (/^\{\{~?\//.test(braces)) blocks -= 1;
    if (blocks > MAX_DEPTH || measureBracketDepth(braces) > MAX_DEPTH) return index;
  }
  return null;
}

function measureBracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function makeTooDeepError(offset: number, text: string, locate: LocatePlace): Problem {
  const message = 'blocks or brackets are nested too deeply';
  return makeError('template-is-valid', locateOffset(offset, text, locate), message, {
    hint: 'Look for a {{#…}} or a bracket that is not closed.',
  });
}
