import { makeError, type Place, type Problem } from '../../model/problem.js';
import { searchLinesBefore } from './search-lines-before.js';

/** A value that starts with {{, after a key or as an item of a list. */
const DOUBLE_BRACES = /^(\s*(?:(?:- +)+(?:[\p{L}\p{N}-]+:\s+)?|[\p{L}\p{N}-]+:\s+))\{\{/u;
/** The same with one brace missing. */
const SINGLE_BRACE =
  /^(\s*(?:(?:- +)+(?:[\p{L}\p{N}-]+:\s+)?|[\p{L}\p{N}-]+:\s+))\{[a-z][\w-]*(?:\.[\w-]+|\s+["'(]|\s+\w[\w-]*\.\w)[^{}:]*\}/u;
/** A line of text that starts with {{. */
const BARE_BRACES = /^(\s*)\{\{/;

/** Mistakes with braces, the most likely first. `maxLinesAbove` limits the search for their line. */
const BRACE_MISTAKES = [
  {
    pattern: DOUBLE_BRACES,
    maxLinesAbove: 1,
    message: 'the value starts with {{, which YAML reads as a map',
    hint: 'Put the value in quotes: "{{…}}".',
  },
  {
    pattern: SINGLE_BRACE,
    maxLinesAbove: 0,
    message: 'the value starts with {, which YAML reads as a map',
    hint: 'To print a figure, use two braces and put the whole value in quotes: "{{…}} …".',
  },
  {
    pattern: BARE_BRACES,
    maxLinesAbove: 1,
    message: 'the text starts with {{ but is not under a |',
    hint: 'Put a | after the key above, and indent the text below it.',
  },
];

/** Explains an error at a place by braces that YAML reads as a map. Null if they are not the cause. */
export function explainBraces(lines: readonly string[], place: Place): Problem | null {
  for (const { pattern, maxLinesAbove, message, hint } of BRACE_MISTAKES) {
    const cause = searchLinesBefore(pattern, lines, place, maxLinesAbove);
    if (cause) return makeError('yaml-is-valid', cause, message, { hint });
  }
  return null;
}
