import Handlebars from 'handlebars';
import type { Place } from '../model/problem.js';
import { HELPER_SIGNATURES, TEXT_HELPERS } from './helpers/index.js';
import type { LocatePlace } from './locate-place.js';
import { decodePlace, encodePlace } from './place-code.js';
import { makePositionMark } from './position-marks.js';
import { listOptions, readName, readOriginalText } from './syntax-tree.js';

/** The helper that prints a value. Its name contains a character that an author cannot type. */
export const PRINT_HELPER = '\ue002print';
/** The option that gives a helper the place of its call, as `file:line:column`. */
export const PLACE_OPTION = '\ue002place';

/**
 * Rewrites a tree in place. Every `{{x}}` becomes a call of `PRINT_HELPER`, and every call gets its place. Every line of text
 * starts with a position mark.
 */
export function rewriteTree(program: hbs.AST.Program, locate: LocatePlace): hbs.AST.Program {
  new TreeRewriter(locate).accept(program);
  return program;
}

class TreeRewriter extends Handlebars.Visitor {
  /** Tells the Visitor to replace a node by the value that its method returns. */
  mutating = true;

  constructor(private readonly locate: LocatePlace) {
    super();
  }

  override ContentStatement(node: hbs.AST.ContentStatement): void {
    const original = readOriginalText(node);
    const removed = original.slice(0, countRemoved(original, node.value)).split('\n');
    const { line, column } = node.loc.start;
    const firstLine = line + removed.length - 1;
    const firstColumn = (removed.length === 1 ? column : 0) + (removed.at(-1)?.length ?? 0);
    node.value = node.value
      .split('\n')
      .map((text, index) => {
        const start = index === 0 ? firstColumn : 0;
        return makePositionMark(this.locate(firstLine + index, start), start > 0) + text;
      })
      .join('\n');
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    super.SubExpression(node);
    node.hash = this.addPlace(node);
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
    super.MustacheStatement(node);
    const name = readName(node.path);
    const isCall = Object.hasOwn(HELPER_SIGNATURES, name);
    if (isCall) node.hash = this.addPlace(node);
    if (TEXT_HELPERS.includes(name)) return node;
    const value = isCall ? makeSubExpression(node, name) : node.path;
    const hash = this.addPlace({ loc: node.loc });
    return {
      ...node,
      path: makePath(PRINT_HELPER, node.loc),
      params: [value, makeText(name, node.loc)],
      hash,
    };
  }

  private addPlace(node: { hash?: hbs.AST.Hash; loc: hbs.AST.SourceLocation }): hbs.AST.Hash {
    const { line, column } = node.loc.start;
    const place = makeText(encodePlace(this.locate(line, column)), node.loc);
    const pair: hbs.AST.HashPair = { type: 'HashPair', key: PLACE_OPTION, value: place, loc: node.loc };
    return { type: 'Hash', loc: node.loc, pairs: [...listOptions(node), pair] };
  }
}

/** Reads the place that `rewriteTree` gave to a call. */
export function readCallPlace(options: Readonly<Record<string, unknown>>): Place {
  const place = decodePlace(String(options[PLACE_OPTION]));
  if (!place) throw new Error('a helper was called without its place');
  return place;
}

/** Counts the characters that Handlebars removed before `value`: the rest of a line on which only a block was written. */
function countRemoved(original: string, value: string): number {
  const leaves = (from: number): boolean =>
    [original.slice(from), original.slice(from).replace(/(?<![ \t])[ \t]+$/, '')].includes(value);
  const restOfLine = /^[ \t]*\r?\n?/.exec(original)?.[0].length ?? 0;
  return [0, restOfLine].find(leaves) ?? Math.max(0, original.indexOf(value));
}

function makeSubExpression(
  { params, hash, loc }: hbs.AST.MustacheStatement,
  helper: string,
): hbs.AST.SubExpression {
  return { type: 'SubExpression', path: makePath(helper, loc), params, hash, loc };
}

function makeText(value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc };
}

function makePath(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}
