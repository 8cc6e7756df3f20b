import { Option } from 'commander';
import { renderRedline } from '../compare/redline/render-redline.js';
import { renderText } from '../compare/describe/render-text.js';
import { toJson } from '../compare/describe/to-json.js';
import { replaceFile } from '../disk/replace-file.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { compareVersions, type ComparedVersions } from './compare-versions.js';
import { findRequestedPaper } from './find-requested-paper.js';
import { openVersion, type OpenVersion } from './open-version.js';
import { print } from './print.js';

interface DiffOptions extends Options {
  period?: string;
  paper?: string;
  format: 'text' | 'json' | 'html';
  output?: string;
}

const HELP = `
Each of <before> and <after> is one of:
  working      the current project
  2008-09-q3   the current paper of a period
  1.0          an issued version, from the document that was stored with it
  a PDF        any paper that contains its sources
  a folder     another project: a folder with data/ and templates/, such as another checkout

Examples:
  papers diff 1.0 working                                               in the terminal
  papers diff 2008-09-q2 2008-09-q3                                     what is new in this period
  papers diff ../as-sent working --format html --output redline.html    a page to read and to print

The exit code is 0 whether or not there are changes. The JSON output has \`identical\`.`;

const FORMAT = new Option('--format <format>', 'html shows the whole new version with every change in place')
  .choices(['text', 'json', 'html'])
  .default('text');

export const registerDiff: Register = (program, finish) => {
  addCommonOptions(program.command('diff').description('list the changes between two versions of a paper'))
    .argument('<before>', 'the old version')
    .argument('<after>', 'the new version')
    .option('--period <period>', 'such as 2008-09-q3 (default: the newest of <after>)')
    .option('--paper <paper>', 'such as performance-report (default: the only one)')
    .addOption(FORMAT)
    .option('--output <file>', 'write to this file instead of the terminal')
    .addHelpText('after', HELP)
    .action(async (before: string, after: string, options: DiffOptions) => {
      finish(await diff(before, after, options.json ? { ...options, format: 'json' } : options));
    });
};

async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const { root } = options;
  const newVersion = await openVersion(after, options);
  try {
    const { period, paper } = findPaper(newVersion, options);
    const oldVersion = await openVersion(before, { root, period: options.period ?? period, paper });
    try {
      const compared = await compareVersions(
        { ...oldVersion, name: before },
        { ...newVersion, name: after },
        options,
      );
      if (compared === null) return HAS_ERRORS;
      printComparison(compared, { before, after }, { period, paper }, options);
      return SUCCESS;
    } finally {
      oldVersion.close();
    }
  } finally {
    newVersion.close();
  }
}

/** Finds the paper of a version: that of its record, or the one that the user means in a project. */
function findPaper(version: OpenVersion, options: DiffOptions): PaperOnFile {
  const { root } = version;
  const { period, paper } = findRequestedPaper(version.period, version.paper, { ...options, root });
  return { period, paper };
}

function printComparison(
  { comparison, editions, theme }: ComparedVersions,
  names: { before: string; after: string },
  chosen: PaperOnFile,
  { format, output, json }: DiffOptions,
): void {
  const text = {
    text: () => renderText(comparison, names),
    json: () => JSON.stringify({ ...names, ...chosen, ...toJson(comparison) }, null, 2),
    html: () =>
      renderRedline(
        comparison,
        {
          before: { name: names.before, detail: editions.before },
          after: { name: names.after, detail: editions.after },
          note: null,
          links: [],
        },
        theme,
      ),
  }[format]();
  if (output === undefined) {
    print(text);
    return;
  }
  replaceFile(output, Buffer.from(`${text}\n`, 'utf8'));
  if (!json) print(`made ${output}`);
}
