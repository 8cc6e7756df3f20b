import Handlebars from 'handlebars';
import { didYouMean } from '../model/did-you-mean.js';
import type { Figure } from '../model/figure.js';
import { isFigure } from './helpers/figures.js';
import { fault, type Place, type Problem } from '../model/problem.js';
import type { RuleId } from '../model/rules.js';

const BLOCK_HELPERS = ['if', 'unless', 'each', 'with'];
const DATA = ['index', 'first', 'last', 'key'];

/** What names a template may use. */
export interface Names {
  context: object;
  helpers: readonly string[];
  partials: readonly string[];
}

/** Samples of what `this` can be at a point of the template: a name is known when any of them has it. Null: cannot be known. */
type Scope = { samples: unknown[] | null; params: Map<string, unknown[] | null> };

/**
 * Finds every name that does not exist, each at its place. Handlebars' strict mode stops at the first one, and lets
 * `{{#if missing}}` and the arguments of helpers through. Only own properties count, so the prototype is out of reach.
 */
export function checkNames(
  program: hbs.AST.Program,
  names: Names,
  placeOf: (loc: hbs.AST.SourceLocation) => Place,
): Problem[] {
  const checker = new NameChecker(names, placeOf);
  checker.accept(program);
  return checker.problems;
}

/** Handlebars' own Visitor is a class to be extended. */
class NameChecker extends Handlebars.Visitor {
  problems: Problem[] = [];
  private scopes: Scope[];

  constructor(
    private readonly names: Names,
    private readonly placeOf: (loc: hbs.AST.SourceLocation) => Place,
  ) {
    super();
    this.scopes = [{ samples: [names.context], params: new Map() }];
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped)
      this.report(
        'markup-is-refused',
        node.loc,
        '{{{…}}} and {{&…}} would let a value act as markup',
        'Use {{…}}.',
      );
    this.call(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.call(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const name = pathName(node.path);
    if (!BLOCK_HELPERS.includes(name)) {
      this.unknown('block-is-known', node.path.loc, `no block is called "{{#${name}}}"`, name, BLOCK_HELPERS);
      return;
    }
    this.arguments(node.params, node.hash);
    const inner = name === 'each' || name === 'with' ? this.enter(node, name) : null;
    if (inner) this.scopes.push(inner);
    this.accept(node.program);
    if (inner) this.scopes.pop();
    if ((node.inverse as hbs.AST.Program | undefined) !== undefined) this.accept(node.inverse);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    const name = pathName(node.name);
    if (!this.names.partials.includes(name))
      this.unknown(
        'partial-exists',
        node.name.loc,
        `no partial is called "${name}"`,
        name,
        this.names.partials,
      );
    this.arguments(node.params, node.hash);
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.report('block-is-known', node.loc, '{{#> …}} is not used here');
  }

  override Decorator(node: hbs.AST.Decorator): void {
    this.report('block-is-known', node.loc, '{{* …}} is not used here');
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.report('block-is-known', node.loc, '{{#* …}} is not used here');
  }

  override PathExpression(node: hbs.AST.PathExpression): void {
    this.resolve(node);
  }

  private call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    const hasArguments = node.params.length > 0 || (node.hash as hbs.AST.Hash | undefined) !== undefined;
    const name = pathName(node.path);
    if (this.names.helpers.includes(name)) this.arguments(node.params, node.hash);
    else if (hasArguments || node.type === 'SubExpression')
      this.unknown('helper-exists', node.path.loc, `no helper is called "${name}"`, name, this.names.helpers);
    else this.accept(node.path);
  }

  private arguments(params: hbs.AST.Expression[], hash: hbs.AST.Hash | undefined): void {
    for (const param of params) this.accept(param);
    for (const pair of hash?.pairs ?? []) this.accept(pair.value);
  }

  private enter(node: hbs.AST.BlockStatement, name: string): Scope {
    const [subject] = node.params;
    const found =
      subject?.type === 'PathExpression' ? this.resolve(subject as hbs.AST.PathExpression, true) : null;
    const samples = name === 'each' && found ? found.flatMap(elements) : found;
    const known = samples && samples.length > 0 ? samples : null;
    const params = new Map(
      blockParamsOf(node.program).map((param, index) => [param, index === 0 ? known : null]),
    );
    return { samples: known, params };
  }

  /** Every value that the path can have; null where that cannot be known. Reports it once where there is none. */
  private resolve(node: hbs.AST.PathExpression, quiet = false): unknown[] | null {
    if (node.data) return this.dataVariable(node, quiet);
    const parts = node.parts;
    const scope = this.scopes[this.scopes.length - 1 - node.depth];
    if (!scope) {
      if (!quiet) this.report('name-exists', node.loc, `${node.original} leads out of the template`);
      return null;
    }
    const [first = ''] = parts;
    const param = node.depth === 0 ? this.blockParam(first) : undefined;
    let here = param === undefined ? scope.samples : param;
    for (const [index, part] of parts.entries()) {
      if (index === 0 && param !== undefined) continue;
      if (here === null) return null;
      const next: unknown[] = here.flatMap((value) => ownValue(value, part));
      if (next.length === 0) {
        if (!quiet) this.missing(node, parts.slice(0, index).join('.'), part, here);
        return null;
      }
      here = next;
    }
    return here;
  }

  private blockParam(name: string): unknown[] | null | undefined {
    return this.scopes.findLast((scope) => scope.params.has(name))?.params.get(name);
  }

  private dataVariable(node: hbs.AST.PathExpression, quiet: boolean): null {
    const name = node.parts.join('.');
    if (!quiet && !DATA.includes(name))
      this.unknown('name-exists', node.loc, `"@${name}" is not known`, name, DATA);
    return null;
  }

  private missing(node: hbs.AST.PathExpression, owner: string, part: string, candidates: unknown[]): void {
    const known = [...new Set(candidates.flatMap((value) => (isObject(value) ? Object.keys(value) : [])))];
    const message = owner === '' ? `nothing is called "${part}"` : `${owner} has no "${part}"`;
    this.unknown('name-exists', node.loc, message, part, known);
  }

  private unknown(
    rule: RuleId,
    loc: hbs.AST.SourceLocation,
    message: string,
    name: string,
    known: readonly string[],
  ): void {
    this.problems.push(
      fault(rule, this.placeOf(loc), message, {
        expected: known.length > 0 && known.length <= 12 ? `one of ${known.join(', ')}` : undefined,
        hint: didYouMean(name, known),
      }),
    );
  }

  private report(rule: RuleId, loc: hbs.AST.SourceLocation, message: string, hint?: string): void {
    this.problems.push(fault(rule, this.placeOf(loc), message, { hint }));
  }
}

/** A helper's or path's name as typed; a literal in its place has none. */
export function pathName(path: hbs.AST.Expression): string {
  const { original } = path as Partial<hbs.AST.PathExpression>;
  return typeof original === 'string' ? original : '';
}

/** The parser leaves the key out where a block has none, whatever the types say. */
function blockParamsOf(program: Partial<hbs.AST.Program>): string[] {
  return program.blockParams ?? [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What is said of some figures and not of others: a template can ask for it of any. */
const OF_FIGURES = ['reason', 'qualifier', 'base', 'period', 'formula', 'assumed', 'interval'];

function ownValue(value: unknown, key: string): unknown[] {
  if (isFigure(value) && OF_FIGURES.includes(key)) return [value[key as keyof Figure]];
  return isObject(value) && Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : [];
}

function elements(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}
