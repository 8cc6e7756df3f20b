import { suggestName } from '../model/suggest-name.js';
import type { Advice } from './explain-name.js';
import type { HelperSignature } from './helpers/helper.js';
import { isContent, listOptions, readOriginalText } from './syntax-tree.js';

/** A fault in the call of a helper or a block, apart from the values of its arguments. */
export interface CallFault {
  loc: hbs.AST.SourceLocation;
  message: string;
  advice: Advice;
}

type Call = Pick<hbs.AST.MustacheStatement, 'params' | 'loc'> & { hash?: hbs.AST.Hash };

/** Finds arguments and options that a helper does not accept. Handlebars would ignore them. */
export function checkHelperCall(
  name: string,
  call: Call,
  { maxArguments, options }: HelperSignature,
): CallFault[] {
  const extra = call.params[maxArguments];
  const unknown = listOptions(call).filter(({ key }) => !options.includes(key));
  return [
    ...(extra ? [{ loc: extra.loc, message: `${name} takes ${formatCount(maxArguments)}`, advice: {} }] : []),
    ...unknown.map(({ key, loc }) => ({
      loc,
      message: `${name} has no option "${key}"`,
      advice: {
        expected:
          options.length > 0 ? `one of ${options.map((option) => `${option}=`).join(', ')}` : undefined,
        hint: suggestName(key, options),
      },
    })),
  ];
}

function formatCount(maxArguments: number): string {
  if (maxArguments === 0) return 'no argument';
  return maxArguments === 1 ? 'one argument' : `${maxArguments} arguments`;
}

/** Checks that `if`, `unless`, `each` and `with` have exactly one argument. Handlebars would throw otherwise. */
export function checkBlockCall(name: string, { params, loc }: Call): CallFault[] {
  if (params.length === 1) return [];
  return [
    {
      loc: params[1]?.loc ?? loc,
      message: `{{#${name}}} needs one name, and has ${params.length === 0 ? 'none' : params.length}`,
      advice: {
        expected: `{{#${name} name}}`,
        hint: name === 'each' ? undefined : 'To compare two values, write {{#if (same a b)}}.',
      },
    },
  ];
}

/** Tells whether a statement is on a line of its own. Text on the line of narrative would join its first or last paragraph. */
export function isOnOwnLine(body: readonly hbs.AST.Statement[], index: number): boolean {
  const before = body[index - 1];
  const after = body[index + 1];
  const isLast = index + 2 === body.length;
  return (
    (!before || /\n[ \t]*$/.test(readText(before))) &&
    (!after || /^[ \t]*\r?\n/.test(readText(after)) || (isLast && isBlank(after)))
  );
}

function readText(node: hbs.AST.Statement): string {
  return isContent(node) ? readOriginalText(node) : '';
}

function isBlank(node: hbs.AST.Statement): boolean {
  return isContent(node) && readOriginalText(node).trim() === '';
}
