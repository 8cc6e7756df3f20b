import { explain } from '../explain/explain.js';
import { toExplanationJson } from '../explain/to-explanation-json.js';
import { renderExplanation } from '../explain/render-explanation.js';
import { joinFirstNames } from '../format/words.js';
import { composeUndrawn, runOnPaper } from './run-on-paper.js';
import {
  HAS_ERRORS,
  SUCCESS,
  addPaperArguments,
  UsageError,
  type Options,
  type Register,
} from './command.js';
import { print, printJson, printProblems } from './print.js';

const EXAMPLES = `
Examples:
  papers explain satisfaction              the figure, its inputs, and where it is printed
  papers explain satisfaction.change       how it was computed, and from which lines of which files
  papers explain facts.volunteers          a figure of facts.yaml
  papers explain satisfaction-table        where a table or paragraph is, who cites it, what it prints
  papers explain "Table 2"                 the label of a table, figure, section or paragraph
  papers explain library-visits 2008-09-q3

Figures have the names that templates use: measures.satisfaction, facts.volunteers, rankings.area-satisfaction.gap.
"papers labels" lists all names.`;

export const registerExplain: Register = (program, finish) => {
  const command = program
    .command('explain')
    .description('trace a figure to its source, or find what a label names and who cites it')
    .argument('<name>', 'a figure, or the label of a paragraph, table, chart, diagram, section or appendix');
  addPaperArguments(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, period: string | undefined, paper: string | undefined, options: Options) => {
      finish(await explainName(name, period, paper, options));
    });
};

async function explainName(
  name: string,
  period: string | undefined,
  paper: string | undefined,
  options: Options,
): Promise<number> {
  const { chosen, result } = await runOnPaper(period, paper, options, composeUndrawn);
  if (result.state === 'unread') {
    if (options.json) printJson({ ...chosen, explanations: [], problems: result.problems });
    else printProblems(result, options.root);
    return HAS_ERRORS;
  }
  const explained = explain(name, result);
  if (explained.explanations === null)
    throw new UsageError('unclear' in explained ? explained.unclear : describeUnknownName(name, explained));
  const { explanations, advice } = explained;
  if (options.json) printJson({ ...chosen, explanations: explanations.map(toExplanationJson) });
  else print([...(advice === null ? [] : [advice]), ...explanations.map(renderExplanation)].join('\n\n'));
  return SUCCESS;
}

/** The largest number of similar names in the message. */
const MAX_SUGGESTIONS = 12;

function describeUnknownName(
  name: string,
  { namesWithin, hint }: { namesWithin: string[]; hint: string | undefined },
): string {
  return [
    `the paper has no figure or label called "${name}"`,
    namesWithin.length > 0
      ? `Names that contain it: ${joinFirstNames(namesWithin, MAX_SUGGESTIONS)}`
      : (hint ?? '`papers labels` lists the name of each part of the paper and of each figure.'),
  ].join('\n');
}
