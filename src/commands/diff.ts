import { Option } from 'commander';
import { composePaper, paperOnData } from '../build-paper.js';
import { compareDocuments } from '../compare/describe/compare-documents.js';
import { renderRedline } from '../compare/redline/render-redline.js';
import { renderText } from '../compare/describe/render-text.js';
import { toJson } from '../compare/describe/to-json.js';
import { replaceFile } from '../disk/replace-file.js';
import type { Document } from '../model/document.js';
import { WORKING_EDITION } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { isError } from '../model/problem.js';
import { runOnChosen } from './run-on-chosen.js';
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
  working      the present project
  1.0          an issued version, made again from its sources in the archive
  a PDF        a paper from anywhere that has its sources inside
  a folder     another project: a folder that holds data/ and templates/, such as another checkout

Examples:
  papers diff 1.0 working                                               in the terminal
  papers diff ../as-sent working --format html --output redline.html    a page to read and to print

The exit code is 0 whether or not something has changed; the JSON says \`identical\`.`;

const FORMAT = new Option(
  '--format <format>',
  'html is a page that shows the whole new version with every change in place',
)
  .choices(['text', 'json', 'html'])
  .default('text');

export const registerDiff: Register = (program, finish) => {
  addCommonOptions(program.command('diff').description('what has changed between two versions of a paper'))
    .argument('<before>', 'the old version')
    .argument('<after>', 'the new version')
    .option('--quarter <quarter>', 'such as 2008-09-q3; the newest of <after> unless said')
    .option('--paper <paper>', 'such as tp-thematic-performance; the only one unless said')
    .addOption(FORMAT)
    .option('--output <file>', 'write it there instead of printing it')
    .addHelpText('after', HELP)
    .action(async (before: string, after: string, options: DiffOptions) => {
      finish(await diff(before, after, options.json ? { ...options, format: 'json' } : options));
    });
};

/** A version of a paper, built. */
interface Version {
  inputs: Inputs;
  document: Document;
}

async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const { format, output } = options;
  const draw = format === 'html';
  const now = await build(after, options, draw);
  const old = await build(before, { ...options, ...now.chosen }, draw);
  if (!old.version || !now.version) return HAS_ERRORS;
  const comparison = compareDocuments(old.version.document, now.version.document, {
    newOnOldData: paperOnData(now.version.inputs, dataOf(old.version.inputs)),
    oldOnNewData: paperOnData(old.version.inputs, {
      ...dataOf(now.version.inputs),
      ...measuresOf(now.version.inputs),
    }),
  });
  const names = { before, after };
  const text = {
    text: () => renderText(comparison, names),
    json: () => JSON.stringify({ ...names, ...now.chosen, ...toJson(comparison) }, null, 2),
    html: () => renderRedline(comparison, names, (now.version as Version).inputs.theme),
  }[format]();
  if (output === undefined) print(text);
  else {
    replaceFile(output, Buffer.from(`${text}\n`, 'utf8'));
    if (!options.json) print(`made ${output}`);
  }
  return SUCCESS;
}

function dataOf({ quarter, history }: Inputs): Pick<Inputs, 'quarter' | 'history'> {
  return { quarter, history };
}

function measuresOf({ measures, surveys }: Inputs): Pick<Inputs, 'measures' | 'surveys'> {
  return { measures, surveys };
}

/** Builds one version. Faults that leave a paper to compare are for `papers check` to say. */
async function build(
  name: string,
  options: DiffOptions,
  draw: boolean,
): Promise<{ version: Version | null; chosen: PaperOnFile }> {
  const opened = await openVersion(name, options);
  try {
    return await buildOpened(name, opened, options, draw);
  } finally {
    opened.close();
  }
}

async function buildOpened(
  name: string,
  { root, quarter, paper, edition = WORKING_EDITION }: OpenVersion,
  options: DiffOptions,
  draw: boolean,
): Promise<{ version: Version | null; chosen: PaperOnFile }> {
  const { chosen, result } = await runOnChosen(quarter, paper, { ...options, root }, (request) =>
    composePaper({ ...request, edition: () => edition }, { draw }),
  );
  const errors = result.problems.filter(isError);
  if (result.state !== 'unread') {
    const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
    if (errors.length > 0)
      process.stderr.write(`papers: ${name} has ${count}. To list them, run: npx papers check\n`);
    return { version: result, chosen };
  }
  process.stderr.write(`papers: ${name} cannot be built, so there is nothing to compare\n`);
  printProblems({ ...result, problems: errors }, root);
  return { version: null, chosen };
}
