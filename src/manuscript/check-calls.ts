import { suggestName } from '../model/suggest-name.js';
import { explainName } from './explain-name.js';
import { HELPER_SIGNATURES } from './helpers/index.js';
import type { HelperSignature } from './helpers/helper.js';
import { isPath, listOptions, readName } from './syntax-tree.js';
import type { TemplateFault } from './template-fault.js';

type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

/** The blocks of Handlebars that templates can use. */
export const BLOCKS = ['if', 'unless', 'each', 'with'];

export function findSignature(name: string): HelperSignature | undefined {
  return Object.hasOwn(HELPER_SIGNATURES, name) ? HELPER_SIGNATURES[name] : undefined;
}

/** Checks a `{{…}}` or `(…)`: the helper exists and accepts its arguments. A `{{path}}` is not a call of a helper. */
export function checkCall(node: Call): TemplateFault[] {
  const name = readName(node.path);
  const signature = findSignature(name);
  if (signature) return checkArguments(name, node, signature);
  const hasArguments = node.params.length > 0 || listOptions(node).length > 0;
  if (hasArguments || node.type === 'SubExpression') {
    const message = `no helper is called "${name}"`;
    const advice = explainName(name, Object.keys(HELPER_SIGNATURES));
    return [{ rule: 'helper-exists', loc: node.path.loc, message, advice }];
  }
  return isPath(node.path) ? [] : [makeLiteralFault(node)];
}

function makeLiteralFault({ loc }: Call): TemplateFault {
  return {
    rule: 'name-exists',
    loc,
    message: '{{…}} contains a text or a number instead of a name',
    advice: { hint: 'Remove the braces. To state a figure, write {{fact 300 "what it counts" source="…"}}.' },
  };
}

/** Finds arguments and options that a helper does not accept. Handlebars would ignore them. */
function checkArguments(
  name: string,
  call: Call,
  { maxArguments, options }: HelperSignature,
): TemplateFault[] {
  const rule = 'helper-is-used-right';
  const extra = call.params[maxArguments];
  const unknown = options === null ? [] : listOptions(call).filter(({ key }) => !options.includes(key));
  return [
    ...(extra
      ? [{ rule, loc: extra.loc, message: `${name} takes ${formatCount(maxArguments)}` } as const]
      : []),
    ...unknown.map(
      ({ key, loc }) =>
        ({
          rule,
          loc,
          message: `${name} has no option "${key}"`,
          advice: {
            expected:
              options && options.length > 0
                ? `one of ${options.map((option) => `${option}=`).join(', ')}`
                : undefined,
            hint: suggestName(key, options ?? []),
          },
        }) as const,
    ),
  ];
}

function formatCount(maxArguments: number): string {
  if (maxArguments === 0) return 'no argument';
  return maxArguments === 1 ? 'one argument' : `${maxArguments} arguments`;
}

/** Checks that a block exists and has exactly one argument. Handlebars would throw otherwise. */
export function checkBlockCall({ path, params, loc }: hbs.AST.BlockStatement): TemplateFault[] {
  const name = readName(path);
  if (!BLOCKS.includes(name)) {
    const message = `no block is called "{{#${name}}}"`;
    return [{ rule: 'block-is-known', loc: path.loc, message, advice: explainName(name, BLOCKS) }];
  }
  if (params.length === 1) return [];
  return [
    {
      rule: 'helper-is-used-right',
      loc: params[1]?.loc ?? loc,
      message: `{{#${name}}} needs one name, and has ${params.length === 0 ? 'none' : params.length}`,
      advice: {
        expected: `{{#${name} name}}`,
        hint: name === 'each' ? undefined : 'To compare two values, write {{#if (same a b)}}.',
      },
    },
  ];
}

/** Checks that a partial is called by its name and exists. */
export function checkPartialCall(
  { name }: hbs.AST.PartialStatement,
  partials: readonly string[],
): TemplateFault[] {
  const rule = 'partial-exists';
  if (!isPath(name)) {
    const message = 'a partial can only be called by its name';
    return [{ rule, loc: name.loc, message, advice: { expected: '{{> name}}' } }];
  }
  const { original, loc } = name;
  if (partials.includes(original)) return [];
  const message = `no partial is called "${original}"`;
  return [{ rule, loc, message, advice: explainName(original, partials) }];
}
