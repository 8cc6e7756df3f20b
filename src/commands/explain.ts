import { explainDataSet } from '../explain/explain-data-set.js';
import { explain, toDataSetId } from '../explain/explain.js';
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
  papers explain complaints                a data set: its file, columns and types, rows, and what is missing
  papers explain data.complaints.delay.this-year
                                           the file, row and column of one cell
  papers explain satisfaction-table        where a table or paragraph is, who cites it, what it prints
  papers explain "Table 2"                 the label of a table, figure, section or paragraph
  papers explain library-visits 2008-09-q3

Figures have the names that templates use: measures.satisfaction, facts.volunteers, rankings.area-satisfaction.gap.
"papers labels" lists all names.`;

export const registerExplain: Register = (program, finish) => {
  const command = program
    .command('explain')
    .description(
      'trace a figure to its source, show what was understood of a data set, or find what a label names',
    )
    .argument(
      '<name>',
      'a figure, a data set, or the label of a paragraph, table, chart, diagram, picture, section or appendix',
    );
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
  const { chosen, result } = await runOnPaper(period, paper, options, (request) =>
    composeUndrawn({ ...request, alsoReads: toDataSetId(name) }),
  );
  if (result.state === 'unread') {
    // A data set can be shown without the rest of the paper: its author looks for the mistake in it.
    const read = result.inputs?.dataSets.findLast(({ id }) => id === toDataSetId(name));
    const explanations = read ? [explainDataSet(read, options.json ? result.problems : [])] : [];
    if (options.json) printJson({ ...chosen, explanations, problems: result.problems });
    else {
      for (const explanation of explanations) print(`${renderExplanation(explanation)}\n`);
      printProblems(result, options.root);
    }
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
