import { isContent, isMustache, readName, readOriginalText } from './syntax-tree.js';
import type { TemplateFault } from './template-fault.js';

/**
 * Checks that `{{narrative}}` is used in a section, on a line of its own. Other text on its line would join the first or the
 * last paragraph of the narrative.
 */
export function checkNarrativeCalls(
  body: readonly hbs.AST.Statement[],
  placesNarrative: boolean,
): TemplateFault[] {
  return body.flatMap((statement, index): TemplateFault[] => {
    if (!isMustache(statement) || readName(statement.path) !== 'narrative') return [];
    if (!placesNarrative) return [makeOutsideFault(statement)];
    if (!isNamed(statement)) return [makeUnnamedFault(statement)];
    return isOnOwnLine(body, index) ? [] : [makeSharedLineFault(statement)];
  });
}

function makeOutsideFault({ loc }: hbs.AST.MustacheStatement): TemplateFault {
  return {
    rule: 'narrative-stands-alone',
    loc,
    message: '{{narrative}} cannot be used here',
    advice: { hint: 'Use it in a section of the template, on a line of its own.' },
  };
}

/** The group is a text in quotes, so that names can be checked before anything is rendered. */
function isNamed({ params: [group] }: hbs.AST.MustacheStatement): boolean {
  return group?.type === 'StringLiteral' && (group as hbs.AST.StringLiteral).value !== '';
}

function makeUnnamedFault({ loc, params: [group] }: hbs.AST.MustacheStatement): TemplateFault {
  return {
    rule: 'helper-is-used-right',
    loc: group?.loc ?? loc,
    message: group
      ? '{{narrative}} takes the name of a group, in quotes'
      : '{{narrative}} does not say which group',
    advice: {
      expected: '{{narrative "summary"}}, with the name of a group under narrative: in the paper’s file',
    },
  };
}

function makeSharedLineFault({ loc }: hbs.AST.MustacheStatement): TemplateFault {
  return {
    rule: 'narrative-stands-alone',
    loc,
    message: '{{narrative}} shares its line with other text',
    advice: { expected: '{{narrative "…"}} on a line of its own' },
  };
}

function isOnOwnLine(body: readonly hbs.AST.Statement[], index: number): boolean {
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
