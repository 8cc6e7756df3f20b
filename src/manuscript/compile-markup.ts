import Handlebars from 'handlebars';
import type { Markup } from '../model/markup.js';
import type { Place, Problem } from '../model/problem.js';
import { checkNames, pathName, type NamesChecked, type Names } from './check-names.js';
import { parseTemplate, type Placer } from './parse-template.js';
import { positionMark } from './position-marks.js';

/** The helper that every `{{…}}` is rewritten to: it keeps the value and leaves a placeholder. No author can type its name. */
export const PUT = '\ue002put';
/** The hash key under which every call is told its place, as an index into `Compiled.places`. */
export const AT = '\ue002at';

export interface Compiled {
  /** Null where the markup is at fault. */
  program: hbs.AST.Program | null;
  problems: Problem[];
  /** The partials that it calls, each with its place. */
  calls: NamesChecked['calls'];
}

/** Numbers places across all the markup of a paper, so that a helper can be told where it was called. */
export interface PlaceRegister {
  files: string[];
  places: Place[];
}

/**
 * Parses one piece of markup, checks its names, and rewrites its tree: every `{{x}}` becomes a call of `PUT`, every call
 * knows its place, and every line of text begins with a position mark.
 */
export function compileMarkup(
  markup: Markup,
  names: Names,
  textHelpers: readonly string[],
  register: PlaceRegister,
): Compiled {
  const placeOf = placer(markup);
  const parsed = parseTemplate(markup, placeOf);
  if (!parsed.program) return { ...parsed, calls: [] };
  const { program } = parsed;
  const { problems, calls } = checkNames(program, names, (loc) => placeOf(loc.start.line, loc.start.column));
  if (problems.length > 0) return { program: null, problems, calls };
  const helpers = Object.keys(names.helpers);
  const rewriter = new Rewriter(helpers, textHelpers, register, markup.place.file, placeOf);
  rewriter.accept(program);
  return { program, problems, calls };
}

/** From a line (from 1) and a column (from 0) of the markup to the author's file. */
function placer({ place }: Markup): Placer {
  return (line, column) => ({ file: place.file, line: place.line + line - 1, column: place.column + column });
}

class Rewriter extends Handlebars.Visitor {
  /** Read by the Visitor: what a method returns takes the node's place. */
  mutating = true;
  private readonly file: number;

  constructor(
    private readonly helpers: readonly string[],
    private readonly textHelpers: readonly string[],
    private readonly register: PlaceRegister,
    fileName: string,
    private readonly placeOf: Placer,
  ) {
    super();
    const known = register.files.indexOf(fileName);
    this.file = known >= 0 ? known : register.files.push(fileName) - 1;
  }

  override ContentStatement(node: hbs.AST.ContentStatement): void {
    const { original, value } = node as hbs.AST.ContentStatement & { original: string };
    const skipped = strippedBefore(original, value);
    const before = original.slice(0, skipped).split('\n');
    let line = node.loc.start.line + before.length - 1;
    let column = (before.length === 1 ? node.loc.start.column : 0) + (before.at(-1)?.length ?? 0);
    node.value = value
      .split('\n')
      .map((text) => {
        const mark = positionMark(this.file, this.placeOf(line, column), column > 0);
        line += 1;
        column = 0;
        return mark + text;
      })
      .join('\n');
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    super.SubExpression(node);
    this.tellPlace(node);
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
    super.MustacheStatement(node);
    const name = pathName(node.path);
    const isCall = this.helpers.includes(name);
    if (isCall) this.tellPlace(node);
    if (this.textHelpers.includes(name)) return node;
    const inner = isCall
      ? ({
          type: 'SubExpression',
          path: node.path,
          params: node.params,
          hash: node.hash,
          loc: node.loc,
        } as hbs.AST.SubExpression)
      : node.path;
    const call = {
      ...node,
      path: pathTo(PUT, node.loc),
      params: [inner, literal(name, node.loc)],
      hash: undefined,
    } as unknown as hbs.AST.MustacheStatement;
    this.tellPlace(call);
    return call;
  }

  private tellPlace(node: { hash?: hbs.AST.Hash; loc: hbs.AST.SourceLocation }): void {
    const place = this.placeOf(node.loc.start.line, node.loc.start.column);
    const value = this.register.places.push(place) - 1;
    const pair = {
      type: 'HashPair',
      key: AT,
      value: { type: 'NumberLiteral', value, original: value, loc: node.loc },
      loc: node.loc,
    } as hbs.AST.HashPair;
    node.hash = { type: 'Hash', loc: node.loc, pairs: [...(node.hash?.pairs ?? []), pair] };
  }
}

/** How much of a text Handlebars took away before what it left: the rest of the line of a block that stands alone. */
function strippedBefore(original: string, value: string): number {
  const leaves = (from: number): boolean =>
    [original.slice(from), original.slice(from).replace(/[ \t]+$/, '')].includes(value);
  const restOfLine = /^[ \t]*\r?\n?/.exec(original)?.[0].length ?? 0;
  return [0, restOfLine].find(leaves) ?? Math.max(0, original.indexOf(value));
}

function literal(value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc };
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc,
  } as unknown as hbs.AST.PathExpression;
}
