import { explain } from '../explain/explain.js';
import { explanationJson } from '../explain/explanation-json.js';
import { renderExplanation } from '../explain/render-explanation.js';
import { composeUndrawn, runOnChosen } from './run-on-chosen.js';
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
  papers explain confidence                what the figure is, what it rests on, where it is printed
  papers explain confidence.change         how it was worked out, and from which lines of which files
  papers explain facts.volunteers          a figure of facts.yaml
  papers explain confidence-table          where a table or paragraph stands, who cites it, what it prints
  papers explain matrix-visits 2008-09-q3

Figures are named as in templates: measures.confidence, facts.volunteers, rankings.area-confidence.gap. figures.csv names each.`;

export const registerExplain: Register = (program, finish) => {
  const command = program
    .command('explain')
    .description('where a figure comes from and where it goes; what a label names and who cites it')
    .argument('<name>', 'a figure, or the label of a paragraph, table, chart, diagram, section or appendix');
  addPaperArguments(command)
    .addHelpText('after', EXAMPLES)
    .action(
      async (name: string, quarter: string | undefined, paper: string | undefined, options: Options) => {
        finish(await explainName(name, quarter, paper, options));
      },
    );
};

async function explainName(
  name: string,
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
): Promise<number> {
  const { chosen, result } = await runOnChosen(quarter, paper, options, composeUndrawn);
  if (result.state === 'unread') {
    if (options.json) printJson({ ...chosen, explanations: [], problems: result.problems });
    else printProblems(result, options.root);
    return HAS_ERRORS;
  }
  const explained = explain(name, result);
  if (explained.found === null) throw new UsageError(unknown(name, explained));
  if (options.json) printJson({ ...chosen, explanations: explained.found.map(explanationJson) });
  else print(explained.found.map(renderExplanation).join('\n\n'));
  return SUCCESS;
}

const SHOWN = 12;

function unknown(name: string, { partly, hint }: { partly: string[]; hint: string | undefined }): string {
  const more = partly.length > SHOWN ? ` and ${partly.length - SHOWN} more` : '';
  return [
    `the paper has no figure or label called "${name}"`,
    partly.length > 0
      ? `With these letters in it: ${partly.slice(0, SHOWN).join(', ')}${more}`
      : (hint ??
        "figures.csv, beside the PDF, names each figure; a label stands before its paragraph in the paper's file."),
  ].join('\n');
}
