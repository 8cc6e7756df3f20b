import { suggestName } from '../model/suggest-name.js';
import type { Signature } from './helpers/helper.js';

/** A fault in how a helper or a block is called, before its arguments are looked at. */
interface CallFault {
  loc: hbs.AST.SourceLocation;
  message: string;
  expected?: string | undefined;
  hint?: string | undefined;
}

type Called = Pick<hbs.AST.MustacheStatement, 'params' | 'loc'> & { hash?: hbs.AST.Hash };

/** Arguments and options that a helper does not take. It would pass over them without a word. */
export function callFaults(
  name: string,
  { params, hash }: Called,
  { takes, options }: Signature,
): CallFault[] {
  const extra = params[takes];
  return [
    ...(extra
      ? [
          {
            loc: extra.loc,
            message: `${name} takes ${takes === 0 ? 'no argument' : takes === 1 ? 'one argument' : `${takes} arguments`}`,
          },
        ]
      : []),
    ...(hash?.pairs ?? [])
      .filter(({ key }) => !options.includes(key))
      .map(({ key, loc }) => ({
        loc,
        message: `${name} has no option "${key}"`,
        expected: options.length > 0 ? `one of ${options.map((one) => `${one}=`).join(', ')}` : undefined,
        hint: suggestName(key, options),
      })),
  ];
}

/** `if`, `unless`, `each` and `with` ask about one thing; Handlebars throws where it is given none, or two. */
export function blockFaults(name: string, { params, loc }: Called): CallFault[] {
  if (params.length === 1) return [];
  const found = params.length === 0 ? 'nothing' : `${params.length} things`;
  return [
    {
      loc: params[1]?.loc ?? loc,
      message: `{{#${name}}} is given ${found}`,
      expected: `{{#${name} name}}`,
      hint: name === 'each' ? undefined : 'To compare two values: {{#if (same a b)}}.',
    },
  ];
}

/** Narrative is paragraphs: text on its line would run into the first of them, or the last. */
export function standsAlone(body: readonly hbs.AST.Statement[], index: number): boolean {
  const before = body[index - 1];
  const after = body[index + 1];
  return (
    (!before || /\n[ \t]*$/.test(textOf(before))) &&
    (!after || /^[ \t]*\r?\n/.test(textOf(after)) || (isBlank(after) && index + 2 === body.length))
  );
}

function textOf(node: hbs.AST.Statement): string {
  const { original } = node as Partial<hbs.AST.ContentStatement>;
  return node.type === 'ContentStatement' && typeof original === 'string' ? original : '';
}

function isBlank(node: hbs.AST.Statement): boolean {
  return node.type === 'ContentStatement' && textOf(node).trim() === '';
}
