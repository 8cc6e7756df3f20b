import { InvalidArgumentError } from 'commander';
import type { Expression } from '../manuscript/list-expressions.js';
import { listLabels } from '../manuscript/list-labels.js';
import { isWantedLabel } from '../model/is-wanted-label.js';
import type { Label } from '../model/label.js';
import type { Part } from '../model/list-parts.js';
import { formatPlace } from '../model/problem.js';
import { suggestName } from '../model/suggest-name.js';
import { formatTable } from '../report/format-table.js';
import { HAS_ERRORS, SUCCESS, addPaperArguments, type Options, type Register } from './command.js';
import { print, printJson, printProblems } from './print.js';
import { composeUndrawn, runOnPaper } from './run-on-paper.js';

const PART_KINDS = [
  'section',
  'appendix',
  'paragraph',
  'table',
  'chart',
  'diagram',
  'picture',
] as const satisfies Part['kind'][];
const EXPRESSION_KINDS = [
  'measure',
  'fact',
  'ranking',
  'area',
  'shares',
  'data',
  'paper',
  'text',
] as const satisfies Expression['kind'][];
const KINDS: readonly string[] = [...PART_KINDS, ...EXPRESSION_KINDS];

const EXAMPLES = `
Examples:
  papers labels                            everything that the text can cite or print
  papers labels --kind table               the tables, with the reference to type
  papers labels --find confidence          what has this word in its name, title or printed text
  papers labels 2008-09-q3 --kind measure --find complaints

Kinds: ${KINDS.join(', ')}.`;

interface LabelsOptions extends Options {
  find?: string;
  kind?: string;
}

export const registerLabels: Register = (program, finish) => {
  addPaperArguments(
    program.command('labels').description('list what the text can cite or print, with the text to type'),
  )
    .option('--find <word>', 'only what has this word in its name, title or printed text')
    .option('--kind <kind>', 'only one kind, such as table, paragraph, measure or fact', parseKind)
    .addHelpText('after', EXAMPLES)
    .action(async (period: string | undefined, paper: string | undefined, options: LabelsOptions) => {
      finish(await printLabels(period, paper, options));
    });
};

/** Accepts plurals too. */
function parseKind(text: string): string {
  const kind = KINDS.find(
    (known) => known === text || `${known}s` === text || known.replace(/x$/, 'ces') === text,
  );
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(
    [`Kinds: ${KINDS.join(', ')}.`, suggestName(text, KINDS)].filter(Boolean).join(' '),
  );
}

async function printLabels(
  period: string | undefined,
  paper: string | undefined,
  options: LabelsOptions,
): Promise<number> {
  const { chosen, result } = await runOnPaper(period, paper, options, composeUndrawn);
  if (result.state === 'unread') {
    if (options.json) printJson({ ...chosen, labels: [], problems: result.problems });
    else printProblems(result, options.root);
    return HAS_ERRORS;
  }
  const { kind = '', find: word = '' } = options;
  const labels = listLabels(result).filter((label) => isWantedLabel(label, { kind, word }));
  if (options.json) printJson({ ...chosen, labels });
  else if (labels.length === 0) print('Nothing in this paper fits.');
  else print(formatLabels(labels));
  return SUCCESS;
}

const LONGEST = 48;

function formatLabels(labels: readonly Label[]): string {
  return formatTable(
    ['Kind', 'Type this', 'It prints', 'About', 'Place'],
    labels.map(({ kind, type, reason, prints, about, place }) => [
      kind,
      type ?? `(${reason ?? ''})`,
      shorten(prints),
      shorten(about),
      place ? formatPlace(place) : '',
    ]),
  );
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
