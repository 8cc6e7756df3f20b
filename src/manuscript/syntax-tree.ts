/** Type guards and readers for the syntax tree of Handlebars, whose types leave out what the parser leaves out. */

export function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

export function isContent(node: hbs.AST.Node): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement';
}

export function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

/** Returns the name of a helper or path as typed; an empty text for a number. */
export function readName(path: hbs.AST.Expression): string {
  return 'original' in path && typeof path.original === 'string' ? path.original : '';
}

/** Returns the text as typed, before Handlebars removed line ends around blocks. */
export function readOriginalText({ original }: { original: unknown }): string {
  return typeof original === 'string' ? original : '';
}

/** Returns the `name=value` pairs of a call. */
export function listOptions({ hash }: { hash?: hbs.AST.Hash }): hbs.AST.HashPair[] {
  return hash?.pairs ?? [];
}

/** Returns the names between the bars of `{{#each items as |item|}}`. */
export function listBlockParams({ blockParams }: { blockParams?: string[] }): string[] {
  return blockParams ?? [];
}

/** Returns the part after `{{else}}`. */
export function findInverse({ inverse }: { inverse?: hbs.AST.Program }): hbs.AST.Program | undefined {
  return inverse;
}
