import { posix } from 'node:path';
import { formatPart, type Problem } from '../model/problem.js';
import { sortProblems } from './describe-problems.js';

/**
 * Formats problems as GitHub workflow commands, one a line. GitHub shows them at the lines of a pull request. `root` is
 * the project's folder relative to the repository's.
 */
export function formatGithubAnnotations(problems: Problem[], root: string): string {
  return sortProblems(problems)
    .map(({ severity, rule, message, place, expected, hint }) => {
      const part = place ? formatPart(place) : null; // null in a file with lines
      const properties = {
        ...(place && { file: posix.join(root, place.file) }),
        ...(place && part === null && { line: place.line, col: place.column }),
        title: rule,
      };
      const words = [
        part === null ? message : `${part}: ${message}`,
        expected && `Expected: ${expected}`,
        hint,
      ]
        .filter((part) => part)
        .join('\n');
      const list = Object.entries(properties).map(
        ([name, value]) => `${name}=${escapeProperty(String(value))}`,
      );
      return `::${severity} ${list.join(',')}::${escapeData(words)}`;
    })
    .join('\n');
}

/** Escapes line breaks, which would end the command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes colons and commas as well, which would end a property. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
