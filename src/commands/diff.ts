import { Option } from 'commander';
import { composePaper, writePaperOnData } from '../build-paper.js';
import { compareDocuments } from '../compare/describe/compare-documents.js';
import { renderRedline } from '../compare/redline/render-redline.js';
import { renderText } from '../compare/describe/render-text.js';
import { toJson } from '../compare/describe/to-json.js';
import { replaceFile } from '../disk/replace-file.js';
import type { Document } from '../model/document.js';
import { formatCount } from '../format/words.js';
import { WORKING_EDITION } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { isError } from '../model/problem.js';
import { runOnPaper } from './run-on-paper.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { print, printProblems } from './print.js';
import { openVersion, type OpenVersion } from './open-version.js';

interface DiffOptions extends Options {
  quarter?: string;
  paper?: string;
  format: 'text' | 'json' | 'html';
  output?: string;
}

const HELP = `
Each of <before> and <after> is one of:
  working      the current project
  1.0          an issued version, rebuilt from its sources in the archive
  a PDF        any paper that contains its sources
  a folder     another project: a folder with data/ and templates/, such as another checkout

Examples:
  papers diff 1.0 working                                               in the terminal
  papers diff ../as-sent working --format html --output redline.html    a page to read and to print

The exit code is 0 whether or not there are changes. The JSON output has \`identical\`.`;

const FORMAT = new Option('--format <format>', 'html shows the whole new version with every change in place')
  .choices(['text', 'json', 'html'])
  .default('text');

export const registerDiff: Register = (program, finish) => {
  addCommonOptions(program.command('diff').description('list the changes between two versions of a paper'))
    .argument('<before>', 'the old version')
    .argument('<after>', 'the new version')
    .option('--quarter <quarter>', 'such as 2008-09-q3 (default: the newest of <after>)')
    .option('--paper <paper>', 'such as tp-thematic-performance (default: the only one)')
    .addOption(FORMAT)
    .option('--output <file>', 'write to this file instead of the terminal')
    .addHelpText('after', HELP)
    .action(async (before: string, after: string, options: DiffOptions) => {
      finish(await diff(before, after, options.json ? { ...options, format: 'json' } : options));
    });
};

/** One version of a paper, composed for comparison. */
interface Version {
  inputs: Inputs;
  document: Document;
}

async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const { format, output } = options;
  const draw = format === 'html';
  const { version: newVersion, chosen } = await openAndCompose(after, options, draw);
  const { version: oldVersion } = await openAndCompose(before, { ...options, ...chosen }, draw);
  if (!oldVersion || !newVersion) return HAS_ERRORS;
  const comparison = compareDocuments(oldVersion.document, newVersion.document, {
    newOnOldData: writePaperOnData(newVersion.inputs, selectData(oldVersion.inputs)),
    oldOnNewData: writePaperOnData(oldVersion.inputs, {
      ...selectData(newVersion.inputs),
      ...selectMeasures(newVersion.inputs),
    }),
  });
  const names = { before, after };
  const text = {
    text: () => renderText(comparison, names),
    json: () => JSON.stringify({ ...names, ...chosen, ...toJson(comparison) }, null, 2),
    html: () => renderRedline(comparison, names, newVersion.inputs.theme),
  }[format]();
  if (output === undefined) print(text);
  else {
    replaceFile(output, Buffer.from(`${text}\n`, 'utf8'));
    if (!options.json) print(`made ${output}`);
  }
  return SUCCESS;
}

function selectData({ quarter, history }: Inputs): Pick<Inputs, 'quarter' | 'history'> {
  return { quarter, history };
}

function selectMeasures({ measures, surveys }: Inputs): Pick<Inputs, 'measures' | 'surveys'> {
  return { measures, surveys };
}

/** Composes one version. Errors that leave something to compare are counted, and `papers check` lists them. */
async function openAndCompose(
  name: string,
  options: DiffOptions,
  draw: boolean,
): Promise<{ version: Version | null; chosen: PaperOnFile }> {
  const opened = await openVersion(name, options);
  try {
    return await composeOpened(name, opened, options, draw);
  } finally {
    opened.close();
  }
}

async function composeOpened(
  name: string,
  { root, quarter, paper, edition = WORKING_EDITION }: OpenVersion,
  options: DiffOptions,
  draw: boolean,
): Promise<{ version: Version | null; chosen: PaperOnFile }> {
  const { chosen, result } = await runOnPaper(quarter, paper, { ...options, root }, (request) =>
    composePaper({ ...request, edition: () => edition }, { draw }),
  );
  const errors = result.problems.filter(isError);
  if (result.state !== 'unread') {
    const count = formatCount(errors.length, 'error');
    if (errors.length > 0)
      process.stderr.write(`papers: ${name} has ${count}. To list them, run: npx papers check\n`);
    return { version: result, chosen };
  }
  process.stderr.write(`papers: ${name} cannot be read, so there is nothing to compare\n`);
  printProblems({ ...result, problems: errors }, root);
  return { version: null, chosen };
}
