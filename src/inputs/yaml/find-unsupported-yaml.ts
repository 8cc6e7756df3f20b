import { isAlias, isNode, visit } from 'yaml';
import type { Document } from 'yaml';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { getStart } from './read-node.js';

/** Finds aliases. They are not supported because they can expand without limit. */
export function findAliases(document: Document, placeAt: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Alias: (_key, node) => {
      problems.push(
        makeError(
          'alias-not-used',
          placeAt(getStart(node)),
          `"*${node.source}" is a YAML alias, which is not supported`,
          {
            expected: 'each value written where it is used',
            hint: 'If it is text, put it in quotes: text cannot start with * or &.',
          },
        ),
      );
    },
  });
  return problems;
}

/**
 * Finds tags: `!!binary x`, or text that starts with an exclamation mark.
 * YAML does not read either as plain text.
 */
export function findTags(document: Document, text: string, placeAt: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  visit(document, (_key, node) => {
    if (!isNode(node) || isAlias(node) || node.tag === undefined) return;
    const [, tag = '', space = ''] = /(!\S*)(\s*)$/.exec(text.slice(0, getStart(node))) ?? [];
    problems.push(
      makeError(
        'tag-not-used',
        placeAt(getStart(node) - space.length - tag.length),
        `"${tag}" is a YAML tag, which is not supported`,
        {
          expected: 'the value without a tag',
          hint: 'If it is text, put it in quotes: text cannot start with !.',
        },
      ),
    );
  });
  return problems;
}
