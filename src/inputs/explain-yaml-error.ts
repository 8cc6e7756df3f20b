import type { Document } from 'yaml';
import { fault, type Place, type Problem } from '../model/problem.js';

type YamlError = Document['errors'][number];

const BRACES = /(?:^|[:-])\s+\{\{|^\s*\{\{/;

/** What went wrong in words that an author knows, by the parser's code. */
const EXPLAINED: Partial<Record<YamlError['code'], { message: string; hint: string }>> = {
  DUPLICATE_KEY: { message: 'the same key stands twice here', hint: 'Rename one of them, or delete it.' },
  TAB_AS_INDENT: { message: 'a tab stands where YAML needs spaces', hint: 'Indent with two spaces a level.' },
  BAD_INDENT: {
    message: 'the indentation does not fit',
    hint: 'Keys of one level start in the same column.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a value runs on over a line break, or a key has no value',
    hint: 'Long text belongs under a `|`, indented; a text with ": " in it belongs in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second ": " stands on the line',
    hint: 'Put the whole value in quotes.',
  },
  BAD_SCALAR_START: { message: 'a value cannot begin with this character', hint: 'Put the value in quotes.' },
  MISSING_CHAR: {
    message: 'something is not closed',
    hint: 'Look for a quote or a bracket that is opened only.',
  },
};

/** Turns the parser's error into a Problem. `{{` at the start of a value is the commonest cause, so it is looked for first. */
export function explainYamlError(error: YamlError, text: string, place: Place): Problem {
  const line = text.split('\n')[place.line - 1] ?? '';
  if (BRACES.test(line))
    return fault('yaml-is-valid', place, 'a value begins with {{, which YAML takes for a map', {
      hint: 'Put the value in quotes: "{{…}}".',
    });
  const explained = EXPLAINED[error.code];
  return fault(
    'yaml-is-valid',
    place,
    explained?.message ?? `this is not valid YAML: ${(error.message.split('\n')[0] ?? '').toLowerCase()}`,
    {
      hint: explained?.hint,
    },
  );
}
