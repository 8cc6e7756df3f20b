import { LAWS } from '../laws/index.js';
import type { Law } from '../laws/law.js';
import { listDemands } from '../laws/list-demands.js';
import { SUCCESS } from './command.js';
import { print, printJson } from './print.js';

/** Prints every law that a project can state, with what it demands. Returns the exit code. */
export function printLaws(isJson: boolean): number {
  const laws = Object.values(LAWS);
  if (isJson)
    printJson({
      laws: laws.map((law) => ({
        id: law.id,
        name: law.name,
        covers: law.covers,
        demands: listDemands(law),
        paragraphs: law.exemption?.paragraphs ?? [],
      })),
    });
  else print(laws.map(formatLaw).join('\n\n'));
  return SUCCESS;
}

function formatLaw(law: Law): string {
  const demands = listDemands(law).flatMap(({ topic, says, source, assumed }) => [
    `  ${topic}: ${says}`,
    `    Source: ${source}.`,
    ...(assumed === undefined ? [] : [`    Assumed: ${assumed}`]),
  ]);
  const paragraphs = law.exemption?.paragraphs.map(({ id, describes }) => `    ${id.padEnd(4)}${describes}`);
  return [
    `law: ${law.id} (${law.name})`,
    `  ${law.covers}`,
    ...demands,
    ...(paragraphs && paragraphs.length > 0
      ? [`  Paragraphs of ${law.exemption?.schedule ?? ''}:`, ...paragraphs]
      : []),
  ].join('\n');
}
