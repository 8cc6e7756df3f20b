import Handlebars from 'handlebars';
import { noCache, type Cache } from '../model/cache.js';
import type { Markup } from '../model/markup.js';
import type { Checked } from '../model/problem.js';
import { checkNames, type Names, type PartialCall } from './check-names.js';
import { HELPER_SIGNATURES } from './helpers/index.js';
import { makeLocator } from './locate-place.js';
import { parseTemplate } from './parse-template.js';
import { PRINT_HELPER, rewriteTree } from './rewrite-tree.js';
import { isContent } from './syntax-tree.js';

/** A compiled template: fills in the names of its context. */
export type Template = (context: object, runtime: object) => string;

export interface Compiled {
  /** The template; null if the markup has errors. */
  template: Template | null;
  /** The partials that the markup calls. */
  calls: PartialCall[];
}

const KNOWN_HELPERS = Object.fromEntries(
  [...Object.keys(HELPER_SIGNATURES), PRINT_HELPER].map((name) => [name, true]),
);

/** Parses one piece of markup, checks its names and compiles it. The cache keeps what depends on the markup alone. */
export function compileMarkup(markup: Markup, names: Names, cache: Cache = noCache): Checked<Compiled> {
  const { text, place } = markup;
  const key = `${place.file}:${place.line}:${place.column}`;
  const locate = makeLocator(markup);
  const keep = <Result>(part: string, compute: () => Result): Result =>
    cache.compute(`${part} ${key}`, [text, place.sheet], compute);
  const { value: program, problems } = keep('markup', () => parseTemplate(markup, locate));
  if (!program) return { value: { template: null, calls: [] }, problems };
  const checked = checkNames(program, names, ({ start }) => locate(start.line, start.column));
  const isSound = checked.problems.length === 0;
  // Rewriting changes the tree, so a tree in the cache is copied first.
  const compile = (): Template =>
    makeTemplate(rewriteTree(cache === noCache ? program : structuredClone(program), locate));
  return {
    value: { template: isSound ? keep('template', compile) : null, calls: checked.value },
    problems: checked.problems,
  };
}

function makeTemplate(program: hbs.AST.Program): Template {
  const text = readPlainText(program);
  if (text !== null) return () => text;
  return Handlebars.compile(program, {
    knownHelpersOnly: true,
    knownHelpers: { ...KNOWN_HELPERS, lookup: false, log: false },
    preventIndent: true,
  });
}

/** Returns the text of markup without any `{{…}}`, which needs no compiling; null if there is a `{{…}}`. */
function readPlainText({ body }: hbs.AST.Program): string | null {
  return body.every(isContent) ? body.map(({ value }) => value).join('') : null;
}

/** Renders markup that could not be compiled, as an empty text. */
export function printNothing(): string {
  return '';
}
