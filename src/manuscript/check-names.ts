import Handlebars from 'handlebars';
import { suggestName } from '../model/suggest-name.js';
import { makeError, type Place, type Problem } from '../model/problem.js';
import type { RuleId } from '../model/rules.js';
import { blockFaults, callFaults, standsAlone } from './call-faults.js';
import type { Signature } from './helpers/helper.js';
import { isNoList, itemsOf, keysOf, valuesAt } from './samples.js';

const BLOCK_HELPERS = ['if', 'unless', 'each', 'with'];
const DATA = ['index', 'first', 'last', 'key'];

/** What names a template may use. */
export interface Names {
  context: object;
  helpers: Readonly<Record<string, Signature>>;
  partials: readonly string[];
  /** Whether narrative may be placed: a section does, a sentence cannot. */
  placesNarrative: boolean;
  /** The fault where a name is missing because the whole file is that would hold it; else null. */
  absentFile: (owner: string, name: string, place: Place) => Problem | null;
}

/** What one piece of markup was found to hold. */
export interface NamesChecked {
  problems: Problem[];
  /** The partials that it calls, each with its place. */
  calls: { partial: string; place: Place }[];
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
): NamesChecked {
  const checker = new NameChecker(names, placeOf);
  checker.accept(program);
  const { problems, calls } = checker;
  return { problems, calls };
}

/** Handlebars' own Visitor is a class to be extended. */
class NameChecker extends Handlebars.Visitor {
  problems: Problem[] = [];
  calls: NamesChecked['calls'] = [];
  private scopes: Scope[];

  constructor(
    private readonly names: Names,
    private readonly placeOf: (loc: hbs.AST.SourceLocation) => Place,
  ) {
    super();
    this.scopes = [{ samples: [names.context], params: new Map() }];
  }

  override Program(node: hbs.AST.Program): void {
    node.body.forEach((one, index) => {
      if (one.type !== 'MustacheStatement' || !isNarrative(one as hbs.AST.MustacheStatement)) return;
      if (!this.names.placesNarrative)
        this.report('narrative-stands-alone', one.loc, 'narrative is placed here within other text', {
          hint: 'A section of the template places it, on a line of its own.',
        });
      else if (!standsAlone(node.body, index))
        this.report('narrative-stands-alone', one.loc, 'narrative shares its line with other text', {
          expected: '{{narrative "…"}} on a line of its own',
        });
    });
    super.Program(node);
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped)
      this.report('markup-is-refused', node.loc, '{{{…}}} and {{&…}} would let a value act as markup', {
        hint: 'Use {{…}}.',
      });
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
    for (const { loc, message, ...advice } of blockFaults(name, node))
      this.report('helper-is-used-right', loc, message, advice);
    this.arguments(node.params, node.hash);
    const inner = name === 'each' || name === 'with' ? this.enter(node, name) : null;
    if (inner) this.scopes.push(inner);
    this.accept(node.program);
    if (inner) this.scopes.pop();
    if ((node.inverse as hbs.AST.Program | undefined) !== undefined) this.accept(node.inverse);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    const name = pathName(node.name);
    if (node.name.type !== 'PathExpression')
      this.report('partial-exists', node.name.loc, 'a partial is called by its name alone', {
        expected: '{{> name}}',
      });
    else if (this.names.partials.includes(name))
      this.calls.push({ partial: name, place: this.placeOf(node.loc) });
    else
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
    const { helpers } = this.names;
    const signature = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
    if (signature) {
      for (const { loc, message, ...advice } of callFaults(name, node, signature))
        this.report('helper-is-used-right', loc, message, advice);
      this.arguments(node.params, node.hash);
    } else if (hasArguments || node.type === 'SubExpression')
      this.unknown(
        'helper-exists',
        node.path.loc,
        `no helper is called "${name}"`,
        name,
        Object.keys(helpers),
      );
    else if (node.path.type === 'PathExpression') this.accept(node.path);
    else
      this.report('name-exists', node.loc, 'a text or a number within {{…}} prints no more than itself', {
        hint: 'Leave out the braces. A number that is a figure: {{fact 300 "what it counts" source="…"}}.',
      });
  }

  private arguments(params: hbs.AST.Expression[], hash: hbs.AST.Hash | undefined): void {
    for (const param of params) this.accept(param);
    for (const pair of hash?.pairs ?? []) this.accept(pair.value);
  }

  private enter(node: hbs.AST.BlockStatement, name: string): Scope {
    const [subject] = node.params;
    const found =
      subject?.type === 'PathExpression' ? this.resolve(subject as hbs.AST.PathExpression, true) : null;
    if (subject && name === 'each' && found?.every(isNoList))
      this.report('helper-is-used-right', subject.loc, `${pathName(subject)} is not a list`, {
        expected: 'a list, such as {{#each lists.events.items}}',
      });
    const samples = name === 'each' && found ? found.flatMap(itemsOf) : found;
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
      const next: unknown[] = here.flatMap((value) => valuesAt(value, part));
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
    const absent = this.names.absentFile(owner, part, this.placeOf(node.loc));
    if (absent) {
      this.problems.push(absent);
      return;
    }
    const known = [...new Set(candidates.flatMap(keysOf))];
    const message = owner === '' ? `nothing is called "${part}"` : `${owner} has no "${part}"`;
    this.unknown('name-exists', node.loc, message, part, known, COMPARED.test(`${owner}.${part}`));
  }

  private unknown(
    rule: RuleId,
    loc: hbs.AST.SourceLocation,
    message: string,
    name: string,
    known: readonly string[],
    compared = false,
  ): void {
    this.report(rule, loc, message, {
      expected: known.length > 0 && known.length <= 12 ? `one of ${known.join(', ')}` : undefined,
      hint: /[“”‘’]/.test(name)
        ? 'Within {{…}} a text stands in straight quotes: "…".'
        : (suggestName(name, known) ?? (compared ? NEEDS_COMPARISON : undefined)),
    });
  }

  private report(
    rule: RuleId,
    loc: hbs.AST.SourceLocation,
    message: string,
    advice: Parameters<typeof makeError>[3] = {},
  ): void {
    this.problems.push(makeError(rule, this.placeOf(loc), message, advice));
  }
}

/** What only measures that are compared with an earlier period have. */
const COMPARED = /(?:^|\.)change\.[^.]+$|^tests\.[^.]+$/;
const NEEDS_COMPARISON =
  'It is there once the measure says in data/measures.yaml what it is compared with: compare-with: previous-year-end.';

function isNarrative(node: hbs.AST.MustacheStatement): boolean {
  return pathName(node.path) === 'narrative';
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
