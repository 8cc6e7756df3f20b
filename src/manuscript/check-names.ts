import Handlebars from 'handlebars';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { checkBlockCall, checkCall, checkPartialCall, findSignature } from './check-calls.js';
import { checkNarrativeCalls } from './check-narrative-calls.js';
import { explainLookup } from './explain-lookup.js';
import { lookUpPath, type Samples, type Scope } from './look-up-path.js';
import { isNoList, listItems } from './sample-values.js';
import { findInverse, isPath, listBlockParams, listOptions, readName } from './syntax-tree.js';
import type { TemplateFault } from './template-fault.js';

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
  /** The scopes around the current node, from the outermost to the innermost. */
  private scopes: readonly Scope[];

  constructor(
    private readonly names: Names,
    private readonly locate: Locate,
  ) {
    super();
    this.scopes = [{ samples: [names.context], params: new Map() }];
  }

  override Program(node: hbs.AST.Program): void {
    this.report(...checkNarrativeCalls(node.body, this.names.placesNarrative));
    super.Program(node);
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) {
      const message = '{{{…}}} and {{&…}} would print a value as markup';
      this.report({ rule: 'markup-is-refused', loc: node.loc, message, advice: { hint: 'Use {{…}}.' } });
    }
    this.visitCall(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.visitCall(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const faults = checkBlockCall(node);
    this.report(...faults);
    if (faults.some(({ rule }) => rule === 'block-is-known')) return;
    this.visitArguments(node);
    const name = readName(node.path);
    const outer = this.scopes;
    if (name === 'each' || name === 'with') this.scopes = [...outer, this.openScope(node, name)];
    this.accept(node.program);
    this.scopes = outer;
    const inverse = findInverse(node);
    if (inverse) this.accept(inverse);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    const faults = checkPartialCall(node, this.names.partials);
    this.report(...faults);
    if (faults.length === 0) this.calls.push({ partial: readName(node.name), place: this.locate(node.loc) });
    this.visitArguments(node);
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.report(makeUnsupportedFault(node, '{{#> …}}'));
  }

  override Decorator(node: hbs.AST.Decorator): void {
    this.report(makeUnsupportedFault(node, '{{* …}}'));
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.report(makeUnsupportedFault(node, '{{#* …}}'));
  }

  override PathExpression(node: hbs.AST.PathExpression): void {
    const lookup = lookUpPath(node, this.scopes);
    if (lookup.kind === 'found') return;
    const missingFile =
      lookup.kind === 'unknown-name'
        ? this.names.findMissingFile(lookup.owner, lookup.name, this.locate(node.loc))
        : null;
    if (missingFile) this.problems.push(missingFile);
    else this.report(explainLookup(lookup, node));
  }

  /** Visits a call of a helper, or a path in its place. */
  private visitCall(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    const faults = checkCall(node);
    this.report(...faults);
    if (findSignature(readName(node.path))) this.visitArguments(node);
    else if (faults.length === 0) this.accept(node.path);
  }

  private visitArguments(node: { params: hbs.AST.Expression[]; hash?: hbs.AST.Hash }): void {
    for (const param of node.params) this.accept(param);
    for (const pair of listOptions(node)) this.accept(pair.value);
  }

  /** Returns the scope inside `each` or `with`, and reports `each` on a value that is not a list. */
  private openScope({ params: [subject], program }: hbs.AST.BlockStatement, name: 'each' | 'with'): Scope {
    const values = subject && isPath(subject) ? this.findSamples(subject) : null;
    if (subject && name === 'each' && values?.every(isNoList)) this.report(makeNoListFault(subject));
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

  private report(...faults: TemplateFault[]): void {
    for (const { rule, loc, message, advice } of faults)
      this.problems.push(makeError(rule, this.locate(loc), message, advice));
  }
}

function makeUnsupportedFault({ loc }: hbs.AST.Node, syntax: string): TemplateFault {
  const hint = 'Use {{#if}}, {{#each}}, {{#with}} or {{> name}}.';
  return { rule: 'block-is-known', loc, message: `${syntax} is not supported`, advice: { hint } };
}

function makeNoListFault(subject: hbs.AST.Expression): TemplateFault {
  return {
    rule: 'helper-is-used-right',
    loc: subject.loc,
    message: `${readName(subject)} is not a list`,
    advice: { expected: 'a list, such as {{#each data.events.rows}}' },
  };
}
