import Handlebars from 'handlebars';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import type { RuleId } from '../model/rules.js';
import { checkBlockCall, checkHelperCall, isOnOwnLine } from './check-calls.js';
import { explainName, type Advice } from './explain-name.js';
import { HELPER_SIGNATURES } from './helpers/index.js';
import { DATA_VARIABLES, lookUpPath, type Lookup, type Samples, type Scope } from './look-up-path.js';
import { isNoList, listItems } from './sample-values.js';
import { findInverse, isMustache, isPath, listBlockParams, listOptions, readName } from './syntax-tree.js';

const BLOCKS = ['if', 'unless', 'each', 'with'];

/** The names that markup can use. */
export interface Names {
  context: object;
  partials: readonly string[];
  /** True in a section, which can place narrative; false in a sentence. */
  placesNarrative: boolean;
  /** Reports the missing file that would hold a name; null if no file is missing. */
  findMissingFile: (owner: string, name: string, place: Place) => Problem | null;
}

/** A call of a partial, with its place. */
export interface PartialCall {
  partial: string;
  place: Place;
}

type Locate = (loc: hbs.AST.SourceLocation) => Place;

/**
 * Finds every name that does not exist, and returns the calls of partials. Handlebars' strict mode would stop at the first
 * one, and would miss `{{#if missing}}` and the arguments of helpers.
 */
export function checkNames(program: hbs.AST.Program, names: Names, locate: Locate): Checked<PartialCall[]> {
  const checker = new NameChecker(names, locate);
  checker.accept(program);
  return { value: checker.calls, problems: checker.problems };
}

/** Visits a tree and collects its problems, as the visitors of Handlebars do: by overriding its methods. */
class NameChecker extends Handlebars.Visitor {
  readonly problems: Problem[] = [];
  readonly calls: PartialCall[] = [];
  /** From the outermost to the innermost. */
  private scopes: readonly Scope[];

  constructor(
    private readonly names: Names,
    private readonly locate: Locate,
  ) {
    super();
    this.scopes = [{ samples: [names.context], params: new Map() }];
  }

  override Program(node: hbs.AST.Program): void {
    node.body.forEach((statement, index) => {
      if (!isMustache(statement) || readName(statement.path) !== 'narrative') return;
      if (!this.names.placesNarrative)
        this.report('narrative-stands-alone', statement.loc, '{{narrative}} cannot be used here', {
          hint: 'Use it in a section of the template, on a line of its own.',
        });
      else if (!isOnOwnLine(node.body, index))
        this.report(
          'narrative-stands-alone',
          statement.loc,
          '{{narrative}} shares its line with other text',
          {
            expected: '{{narrative "…"}} on a line of its own',
          },
        );
    });
    super.Program(node);
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped)
      this.report('markup-is-refused', node.loc, '{{{…}}} and {{&…}} would print a value as markup', {
        hint: 'Use {{…}}.',
      });
    this.checkCall(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.checkCall(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const name = readName(node.path);
    if (!BLOCKS.includes(name)) {
      const message = `no block is called "{{#${name}}}"`;
      this.report('block-is-known', node.path.loc, message, explainName(name, BLOCKS));
      return;
    }
    for (const { loc, message, advice } of checkBlockCall(name, node))
      this.report('helper-is-used-right', loc, message, advice);
    this.checkArguments(node);
    const outer = this.scopes;
    if (name === 'each' || name === 'with') this.scopes = [...outer, this.openScope(node, name)];
    this.accept(node.program);
    this.scopes = outer;
    const inverse = findInverse(node);
    if (inverse) this.accept(inverse);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    const name = readName(node.name);
    const { partials } = this.names;
    if (!isPath(node.name))
      this.report('partial-exists', node.name.loc, 'a partial can only be called by its name', {
        expected: '{{> name}}',
      });
    else if (partials.includes(name)) this.calls.push({ partial: name, place: this.locate(node.loc) });
    else {
      const message = `no partial is called "${name}"`;
      this.report('partial-exists', node.name.loc, message, explainName(name, partials));
    }
    this.checkArguments(node);
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.report('block-is-known', node.loc, '{{#> …}} is not supported', { hint: 'Use {{> name}}.' });
  }

  override Decorator(node: hbs.AST.Decorator): void {
    this.report('block-is-known', node.loc, '{{* …}} is not supported');
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.report('block-is-known', node.loc, '{{#* …}} is not supported');
  }

  override PathExpression(node: hbs.AST.PathExpression): void {
    this.reportLookup(lookUpPath(node, this.scopes), node);
  }

  private checkCall(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    const name = readName(node.path);
    const signature = Object.hasOwn(HELPER_SIGNATURES, name) ? HELPER_SIGNATURES[name] : undefined;
    const hasArguments = node.params.length > 0 || listOptions(node).length > 0;
    if (signature) {
      for (const { loc, message, advice } of checkHelperCall(name, node, signature))
        this.report('helper-is-used-right', loc, message, advice);
      this.checkArguments(node);
    } else if (hasArguments || node.type === 'SubExpression') {
      const known = Object.keys(HELPER_SIGNATURES);
      this.report('helper-exists', node.path.loc, `no helper is called "${name}"`, explainName(name, known));
    } else if (isPath(node.path)) this.accept(node.path);
    else
      this.report('name-exists', node.loc, '{{…}} contains a text or a number instead of a name', {
        hint: 'Remove the braces. To state a figure, write {{fact 300 "what it counts" source="…"}}.',
      });
  }

  private checkArguments(node: { params: hbs.AST.Expression[]; hash?: hbs.AST.Hash }): void {
    for (const param of node.params) this.accept(param);
    for (const pair of listOptions(node)) this.accept(pair.value);
  }

  /** Returns the scope inside `each` or `with`, and reports `each` on a value that is not a list. */
  private openScope({ params: [subject], program }: hbs.AST.BlockStatement, name: 'each' | 'with'): Scope {
    const values = subject && isPath(subject) ? this.findSamples(subject) : null;
    if (subject && name === 'each' && values?.every(isNoList))
      this.report('helper-is-used-right', subject.loc, `${readName(subject)} is not a list`, {
        expected: 'a list, such as {{#each lists.events.items}}',
      });
    const inner = name === 'each' && values ? values.flatMap(listItems) : values;
    const samples = inner && inner.length > 0 ? inner : null;
    const params = listBlockParams(program).map(
      (param, index) => [param, index === 0 ? samples : null] as const,
    );
    return { samples, params: new Map(params) };
  }

  private findSamples(path: hbs.AST.PathExpression): Samples {
    const lookup = lookUpPath(path, this.scopes);
    return lookup.kind === 'found' ? lookup.samples : null;
  }

  private reportLookup(lookup: Lookup, { loc, original }: hbs.AST.PathExpression): void {
    switch (lookup.kind) {
      case 'found':
        return;
      case 'outside':
        this.report('name-exists', loc, `${original} points outside the template`, { hint: 'Remove a ../.' });
        return;
      case 'unknown-variable': {
        const { name } = lookup;
        this.report('name-exists', loc, `"@${name}" is not known`, explainName(name, DATA_VARIABLES));
        return;
      }
      case 'unknown-name':
        this.reportUnknownName(lookup, loc);
    }
  }

  private reportUnknownName(
    { owner, name, known }: Extract<Lookup, { kind: 'unknown-name' }>,
    loc: hbs.AST.SourceLocation,
  ): void {
    const missingFile = this.names.findMissingFile(owner, name, this.locate(loc));
    if (missingFile) this.problems.push(missingFile);
    else {
      const message = owner === '' ? `nothing is called "${name}"` : `${owner} has no "${name}"`;
      this.report('name-exists', loc, message, explainName(name, known, owner));
    }
  }

  private report(rule: RuleId, loc: hbs.AST.SourceLocation, message: string, advice: Advice = {}): void {
    this.problems.push(makeError(rule, this.locate(loc), message, advice));
  }
}
