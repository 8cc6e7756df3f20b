import { posix } from 'node:path';
import type { Log, Result } from 'sarif';
import { capitalise } from '../format.js';
import type { Problem } from '../model/problem.js';
import { RULES } from '../model/rules.js';
import { inOrder } from './describe-problems.js';

/** Problems as SARIF 2.1.0 (OASIS), for programs that gather what checkers find. `root` is the project's folder. */
export function sarifLog(problems: Problem[], root: string, version: string): Log {
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
              shortDescription: { text: inWords(id) },
              help: { text: `Source: ${source}` },
              defaultConfiguration: { level: severity },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: inOrder(problems).map((problem) => result(problem, root)),
      },
    ],
  };
}

function result({ severity, rule, message, place, expected, hint }: Problem, root: string): Result {
  const text = [message, expected && `Expected: ${expected}`, hint].filter((one) => one).join('\n');
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
            region: { startLine: place.line, startColumn: place.column },
          },
        },
      ],
    }),
  };
}

/** `reference-resolves` as "Reference resolves". */
function inWords(id: string): string {
  return capitalise(id.replaceAll('-', ' '));
}
