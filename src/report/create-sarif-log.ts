import { posix } from 'node:path';
import type { Log, Result } from 'sarif';
import { humanise } from '../format/words.js';
import { formatPart, type Problem } from '../model/problem.js';
import { RULES } from '../model/rules.js';
import { sortProblems } from './describe-problems.js';

/** Formats problems as SARIF 2.1.0 (OASIS) for programs that collect them. `root` is the project's folder. */
export function createSarifLog(problems: Problem[], root: string, version: string): Log {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'papers',
            semanticVersion: version,
            rules: RULES.map(({ id, severity, source }) => ({
              id,
              shortDescription: { text: describeRule(id) },
              help: { text: `Source: ${source}` },
              defaultConfiguration: { level: severity },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: sortProblems(problems).map((problem) => createResult(problem, root)),
      },
    ],
  };
}

function createResult({ severity, rule, message, place, expected, hint }: Problem, root: string): Result {
  const part = place ? formatPart(place) : null; // null in a file with lines
  const text = [part === null ? message : `${part}: ${message}`, expected && `Expected: ${expected}`, hint]
    .filter((part) => part)
    .join('\n');
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: severity,
    message: { text },
    ...(place && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: posix.join(root, place.file).split('/').map(encodeURIComponent).join('/'),
            },
            ...(part === null && { region: { startLine: place.line, startColumn: place.column } }),
          },
        },
      ],
    }),
  };
}

/** Turns `reference-resolves` into "Reference resolves". */
function describeRule(id: string): string {
  return humanise(id);
}
