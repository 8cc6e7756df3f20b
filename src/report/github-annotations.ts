import { posix } from 'node:path';
import type { Problem } from '../model/problem.js';
import { inOrder } from './describe-problems.js';

/**
 * Problems as GitHub's workflow commands, one a line, which it shows beside the lines of a pull request. `root` is the
 * project's folder as seen from the repository's.
 */
export function githubAnnotations(problems: Problem[], root: string): string {
  return inOrder(problems)
    .map(({ severity, rule, message, place, expected, hint }) => {
      const properties = {
        ...(place && { file: posix.join(root, place.file), line: place.line, col: place.column }),
        title: rule,
      };
      const words = [message, expected && `Expected: ${expected}`, hint].filter((one) => one).join('\n');
      const list = Object.entries(properties).map(
        ([name, value]) => `${name}=${escapeProperty(String(value))}`,
      );
      return `::${severity} ${list.join(',')}::${escapeData(words)}`;
    })
    .join('\n');
}

/** The runner takes a line break for the end of the command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property a colon or a comma would end it too. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
