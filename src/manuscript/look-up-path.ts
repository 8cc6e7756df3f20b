import { listKeys, listValuesAt } from './sample-values.js';

/** Sample values of a name; null if they cannot be known, such as the items of an empty list. */
export type Samples = unknown[] | null;

/** The values that `this` and the block parameters can have at a point of a template. */
export interface Scope {
  samples: Samples;
  params: ReadonlyMap<string, Samples>;
}

/** The variables that `each` sets: `@index` and so on. */
export const DATA_VARIABLES = ['index', 'first', 'last', 'key'] as const;

export type Lookup =
  | { kind: 'found'; samples: Samples }
  /** `../` points further out than the template goes. */
  | { kind: 'outside' }
  | { kind: 'unknown-variable'; name: string }
  /** `owner` is the path before the name; empty at the start of a path. */
  | { kind: 'unknown-name'; owner: string; name: string; known: string[] };

/** Looks up a path in the scopes around it, from the outermost to the innermost. A name exists if any sample has it. */
export function lookUpPath(node: hbs.AST.PathExpression, scopes: readonly Scope[]): Lookup {
  if (node.data) return lookUpVariable(node.parts.join('.'));
  const scope = scopes[scopes.length - 1 - node.depth];
  if (!scope) return { kind: 'outside' };
  const [first = '', ...rest] = node.parts;
  const param = node.depth === 0 ? findParam(first, scopes) : undefined;
  return param === undefined ? walk(scope.samples, node.parts, []) : walk(param, rest, [first]);
}

function lookUpVariable(name: string): Lookup {
  const isKnown = DATA_VARIABLES.some((variable) => variable === name);
  return isKnown ? { kind: 'found', samples: null } : { kind: 'unknown-variable', name };
}

function findParam(name: string, scopes: readonly Scope[]): Samples | undefined {
  return scopes.findLast(({ params }) => params.has(name))?.params.get(name);
}

/** Follows the parts of a path from samples. `passed` are the parts before them. */
function walk(samples: Samples, [part, ...rest]: string[], passed: string[]): Lookup {
  if (samples === null || part === undefined) return { kind: 'found', samples };
  const next = samples.flatMap((value) => listValuesAt(value, part));
  if (next.length > 0) return walk(next, rest, [...passed, part]);
  const known = [...new Set(samples.flatMap(listKeys))];
  return { kind: 'unknown-name', owner: passed.join('.'), name: part, known };
}
