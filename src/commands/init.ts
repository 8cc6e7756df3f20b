import { existsSync, lstatSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { Option } from 'commander';
import { addTree } from '../disk/add-tree.js';
import { readIfPresent } from '../disk/read-if-present.js';
import { hasErrorCode } from '../error-code.js';
import { formatCount } from '../format/words.js';
import type { Answers } from '../init/answers.js';
import { LAW_IDS } from '../laws/law.js';
import { completeAnswers, type Invented } from '../init/complete-answers.js';
import { describeNextSteps } from '../init/describe-next-steps.js';
import { planExample } from '../init/plan-example.js';
import { planProject } from '../init/plan-project.js';
import { makePackageJson, ARCHIVE_FOLDER } from '../init/make-package-json.js';
import type { ProjectFile } from '../init/project-file.js';
import { TOOL } from '../tool.js';
import { SUCCESS, UsageError, type Register } from './command.js';
import { describeInvented } from '../init/describe-invented.js';
import { findInstallation, type Installation } from './find-installation.js';
import { addProjectSchemas } from './add-project-schemas.js';
import { readToday } from './read-today.js';
import { print, printJson } from './print.js';
import { readInitFlags, type InitFlags } from './read-init-flags.js';
import { readProgramFiles } from './read-program-files.js';

interface InitOptions extends InitFlags {
  yes?: boolean;
  example?: 'tp';
  keepExisting?: boolean;
  json?: boolean;
}

const HELP = `
On a terminal, the command asks for what the options do not say. With --yes, or without a terminal, it uses defaults and lists
what it invented. All figures of the new paper are invented examples. Existing files are never overwritten.

Examples:
  papers init our-papers                       ask a few questions, then make a project in our-papers/
  papers init our-papers --yes                 ask nothing
  papers init board --every month              a paper for each month
  papers init our-papers --authority "Northmere Borough Council" --committee "Performance Committee" \\
    --title "Performance report" --period 2025-26-q2 --meeting 2025-12-04
  papers init tp --example tp                  a long paper to learn from`;

/** The exit code of a command that the user stopped with Ctrl-C. */
const INTERRUPTED = 130;

export const registerInit: Register = (program, finish) => {
  program
    .command('init')
    .description('make a new project with a first paper')
    .argument('[folder]', 'the folder of the project, which may be new', '.')
    .option('--authority <name>', 'the name of the authority')
    .option('--committee <name>', 'the committee that receives the paper')
    .option('--law <law>', `the law on access to its meetings: ${LAW_IDS.join(', ')}`)
    .option('--title <title>', 'the title of the paper')
    .option('--every <period>', 'how often the paper comes: month, quarter, half or year')
    .option('--year-starts <month>', 'the month with which your years start, such as april')
    .option('--period <period>', 'the first period that the paper reports on, such as 2025-26-q2 or 2025-m09')
    .option('--meeting <date>', 'the day of the meeting, as YYYY-MM-DD')
    .option('--yes', 'ask nothing, and use defaults for what is not given')
    .addOption(new Option('--example <name>', 'copy an example instead').choices(['tp']))
    .option('--keep-existing', 'keep the files that exist already, and write the others')
    .option('--json', 'print one JSON object for other programs')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: InitOptions) => {
      if (program.opts<{ root?: string }>().root !== undefined)
        throw new UsageError(
          'init makes a project, and has no --root\nName its folder: papers init our-papers',
        );
      finish(await init(resolve(folder), options));
    });
};

/** Asks, plans all files, and writes them: all of them or none. Returns the exit code. */
async function init(folder: string, options: InitOptions): Promise<number> {
  const today = readToday();
  const answers = await findAnswers(folder, options, today);
  if (answers === null) {
    print('Nothing was made.');
    return INTERRUPTED;
  }
  const installation = findInstallation(process.env['PATH'] ?? '');
  const planned = planFiles(options.example, answers.value, installation);
  const { made, kept } = separateExisting(folder, planned, options);
  addTree(
    folder,
    made.map(({ path, bytes }) => ({ name: path, bytes })),
  );
  report({ folder, options, answers, made, kept, installation });
  return SUCCESS;
}

interface CompleteAnswers {
  value: Answers;
  invented: Invented[];
}

/** Finds the answers in the options, asks for the others on a terminal, and uses defaults otherwise. Null after Ctrl-C. */
async function findAnswers(
  folder: string,
  options: InitOptions,
  today: Date,
): Promise<CompleteAnswers | null> {
  const { loadCoverage } = await import('../pdf/load-coverage.js');
  const isPrintable = await loadCoverage();
  const flags = readInitFlags(options, isPrintable);
  const hasFlags = Object.keys(flags).length > 0;
  if (options.example && hasFlags)
    throw new UsageError('an example has its own authority and paper\nOmit the options that describe yours.');
  if (options.yes || options.json || options.example || !isTerminal()) return completeAnswers(flags, today);
  const { askAnswers } = await import('./ask-answers.js'); // loads the library of the questions
  const answers = await askAnswers(flags, { folder, today, isPrintable });
  return answers && completeAnswers(answers, today);
}

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

function planFiles(
  example: InitOptions['example'],
  answers: Answers,
  { archive }: Installation,
): ProjectFile[] {
  const starter = readProgramFiles('starter');
  const project = example
    ? planExample(starter, readProgramFiles(`examples/${example}`))
    : planProject(starter, answers);
  const name = archive === null ? `${TOOL.name}-${TOOL.version}.tgz` : basename(archive);
  const bytes = archive === null ? null : readIfPresent(archive);
  return [
    ...addProjectSchemas(project),
    makePackageJson(example ?? answers.authority, name),
    ...(bytes ? [{ path: `${ARCHIVE_FOLDER}/${name}`, bytes }] : []),
  ];
}

/** The file that npm makes when a user installs the program, so that it is no reason to refuse. */
const ALWAYS_KEPT = 'package.json';

/** Separates the files that exist already. Refuses them, unless the user wants to keep them. */
function separateExisting(
  folder: string,
  planned: ProjectFile[],
  { keepExisting }: InitOptions,
): { made: ProjectFile[]; kept: string[] } {
  const inTheWay = planned.map(({ path }) => path).filter((path) => isTaken(folder, path));
  const refused = keepExisting ? [] : inTheWay.filter((path) => path !== ALWAYS_KEPT);
  if (refused.length > 0) throw new UsageError(describeExisting(folder, refused));
  return { made: planned.filter(({ path }) => !inTheWay.includes(path)), kept: inTheWay };
}

/** Returns true if a path exists, or if a file is where one of its folders should be. */
function isTaken(folder: string, path: string): boolean {
  try {
    return lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (hasErrorCode(error, 'ENOTDIR')) return existsSync(join(folder, '.'));
    throw error;
  }
}

const MOST_LISTED = 12;

function describeExisting(folder: string, paths: string[]): string {
  const listed = paths.slice(0, MOST_LISTED).map((path) => `  ${path}`);
  const more = paths.length - listed.length;
  return [
    `${paths.length === 1 ? 'a file is' : `${paths.length} files are`} in the way in ${describeFolder(folder)}, and files are never overwritten:`,
    ...listed,
    ...(more > 0 ? [`  and ${more} more`] : []),
    'Name another folder, such as papers init our-papers. Or add --keep-existing to keep these files and write the others.',
  ].join('\n');
}

function describeFolder(folder: string): string {
  return relative('.', folder) || 'this folder';
}

interface Result {
  folder: string;
  options: InitOptions;
  answers: CompleteAnswers;
  made: ProjectFile[];
  kept: string[];
  installation: Installation;
}

function report(result: Result): void {
  const { folder, options, answers, made, kept, installation } = result;
  const { value, invented } = answers;
  const hasArchive = made.some(({ path }) => path.startsWith(`${ARCHIVE_FOLDER}/`));
  const isNpmProject = made.some(({ path }) => path === ALWAYS_KEPT);
  const steps = describeNextSteps({
    folder: relative('.', folder).replaceAll('\\', '/'),
    command: findCommand(folder, installation),
    installs: isNpmProject && hasArchive,
    keptPackage: kept.includes(ALWAYS_KEPT),
  });
  if (options.json) {
    printJson({
      folder,
      ...(options.example
        ? { example: options.example }
        : { answers: { ...value, period: value.period.id }, invented }),
      made: made.map(({ path }) => path),
      kept,
    });
    return;
  }
  const whose = options.example ? `the example ${options.example}` : value.authority;
  print(`Made a project for ${whose} in ${describeFolder(folder)}: ${formatCount(made.length, 'file')}.`);
  for (const path of kept) print(`kept ${path} unchanged`);
  if (!options.example) print(describeInvented(value, invented));
  print(`\n${steps}`);
}

/** Finds a command that starts this program in the project's folder, and can never start another one. */
function findCommand(folder: string, { program, installedIn, isOnPath }: Installation): string {
  if (installedIn === folder) return 'npx --no papers';
  return isOnPath ? 'papers' : `node "${relative(folder, program)}"`;
}
