import { explainName } from './explain-name.js';
import { DATA_VARIABLES, type Lookup } from './look-up-path.js';
import type { TemplateFault } from './template-fault.js';

/** Explains why a path does not exist. */
export function explainLookup(
  lookup: Exclude<Lookup, { kind: 'found' }>,
  { loc, original }: hbs.AST.PathExpression,
): TemplateFault {
  const rule = 'name-exists';
  switch (lookup.kind) {
    case 'outside':
      return {
        rule,
        loc,
        message: `${original} points outside the template`,
        advice: { hint: 'Remove a ../.' },
      };
    case 'unknown-variable': {
      const { name } = lookup;
      return { rule, loc, message: `"@${name}" is not known`, advice: explainName(name, DATA_VARIABLES) };
    }
    case 'unknown-name': {
      const { owner, name, known } = lookup;
      const message = owner === '' ? `nothing is called "${name}"` : `${owner} has no "${name}"`;
      return { rule, loc, message, advice: explainName(name, known, owner) };
    }
  }
}
