import { posix } from 'node:path';
import { formatCell, type Problem } from '../model/problem.js';
import { sortProblems } from './describe-problems.js';

/**
 * Formats problems as GitHub workflow commands, one a line. GitHub shows them at the lines of a pull request. `root` is
 * the project's folder relative to the repository's.
 */
export function formatGithubAnnotations(problems: Problem[], root: string): string {
  return sortProblems(problems)
    .map(({ severity, rule, message, place, expected, hint }) => {
      const cell = place ? formatCell(place) : null; // a workbook has no lines
      const properties = {
        ...(place && { file: posix.join(root, place.file) }),
        ...(place && cell === null && { line: place.line, col: place.column }),
        title: rule,
      };
      const words = [
        cell === null ? message : `${cell}: ${message}`,
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
