import { join } from 'node:path';
import { replaceFolder } from '../disk/replace-folder.js';
import { formatCount } from '../format/words.js';
import { readAgenda } from '../inputs/project/read-agenda.js';
import type { Meeting } from '../model/meeting.js';
import { isError } from '../model/problem.js';
import { formatItemTitle } from '../pack/pack.js';
import { addCommonOptions, HAS_ERRORS, parseDate, SUCCESS, UsageError, type Register } from './command.js';
import { collectPapers } from './collect-papers.js';
import { findMeeting } from './find-meeting.js';
import { formatPath } from './format-path.js';
import { makePack, type MadePack, type PackResult } from './make-pack.js';
import type { PackOptions } from './pack-options.js';
import { print, printJson, printProblems } from './print.js';
import { requireProject } from './require-project.js';

const HELP = `
The pack is output/packs/<meeting>/: pack.pdf with the agenda and the papers, and agenda.html with a link to each paper.
The papers are those of the archive, exactly as issued: the newest final version of each. Every page gets the number of
the pack beside its own. Papers that are not issued are listed as "to follow".

With --working, papers that are on file are built now. The pack says on every page that they are not issued.
With --exempt, the pack has the exempt editions of papers, and says on every page that it is not for publication.

Examples:
  papers pack 2009-04-02               the public pack of a meeting
  papers pack 2009-04-02 --working     before anything is issued: output/working-packs/2009-04-02/
  papers pack 2009-04-02 --exempt      for members only: output/exempt/packs/2009-04-02/

Name a meeting by its date, or by its name in data/meetings.yaml.`;

export const registerPack: Register = (program, finish) => {
  addCommonOptions(
    program
      .command('pack')
      .description("join a meeting's agenda and papers to one PDF with through page numbers"),
  )
    .argument('<meeting>', 'such as 2009-04-02')
    .option('--working', 'build the papers that are on file now, in place of issued ones')
    .option('--exempt', 'take the exempt editions of papers: the pack is not for publication')
    .option('--made-at <date>', 'the date in the output files, as YYYY-MM-DD', parseDate)
    .addHelpText('after', HELP)
    .action(async (meeting: string, options: PackOptions) => {
      finish(await packMeeting(meeting, options));
    });
};

async function packMeeting(name: string, options: PackOptions): Promise<number> {
  const { root } = options;
  requireProject(root);
  const { value: agenda, problems } = readAgenda(root);
  if (!agenda || problems.some(isError)) return fail({ problems, faults: [] }, options);
  const meeting = findMeeting(name, agenda.meetings);
  const folder = findPackFolder(meeting.id, options);
  const { papers, faults, remarks } = await collectPapers(meeting, agenda, folder, options);
  if (faults.length > 0) return fail({ problems: [], faults }, options);
  if (papers.every(({ paper }) => paper.state !== 'packed'))
    throw new UsageError(describeEmptyPack(meeting, options));
  const result = await makePack(meeting, papers, folder, options);
  if (result.made === null) return fail(result, options);
  replaceFolder(join(root, folder), result.made.files);
  printPack(result.made, { meeting: meeting.id, folder, remarks }, options);
  return SUCCESS;
}

/** Returns the folder of a pack in the project. */
function findPackFolder(meeting: string, { exempt = false, working = false }: PackOptions): string {
  return ['output', ...(exempt ? ['exempt'] : []), working ? 'working-packs' : 'packs', meeting].join('/');
}

function describeEmptyPack({ id }: Meeting, { working = false }: PackOptions): string {
  return working
    ? `no paper of the meeting ${id} is issued or on file\nA paper is a file data/<period>/<paper>.yaml that names the meeting.`
    : `no paper of the meeting ${id} is issued\nIssue one with papers issue, or make a pack of working copies: papers pack ${id} --working`;
}

function fail({ problems, faults }: Pick<PackResult, 'problems' | 'faults'>, options: PackOptions): number {
  const { root, json } = options;
  if (json) printJson({ packed: false, faults, problems });
  else {
    printProblems({ problems, inputs: null }, root);
    for (const { path, message } of faults)
      process.stderr.write(`${formatPath(root, path)}: error: ${message}\n`);
    print('Nothing was packed. Your last pack is unchanged.');
  }
  return HAS_ERRORS;
}

function printPack(
  { pack, files, spans, pages }: MadePack,
  { meeting, folder, remarks }: { meeting: string; folder: string; remarks: string[] },
  { root, json }: PackOptions,
): void {
  const paths = files.map(({ name }) => `${folder}/${name}`);
  const toFollow = pack.items.filter(({ paper }) => paper?.state === 'to follow');
  if (json)
    printJson({
      packed: true,
      meeting,
      files: paths,
      pages,
      papers: pack.items.flatMap(({ number, title, paper }) => {
        if (!paper) return [];
        const span = spans.get(paper.id) ?? null;
        const version = paper.state === 'packed' ? paper.version : null;
        return [
          {
            paper: paper.id,
            number,
            title,
            state: paper.state,
            version,
            firstPage: span?.first ?? null,
            pages: span?.count ?? null,
          },
        ];
      }),
      remarks,
    });
  else {
    for (const remark of remarks) process.stderr.write(`${remark}\n`);
    for (const path of paths) print(`made ${formatPath(root, path)}`);
    print(
      `${formatCount(spans.size, 'paper')}, ${formatCount(pages, 'page')}${toFollow.length > 0 ? `; to follow: ${toFollow.map(formatItemTitle).join(', ')}` : ''}`,
    );
  }
}
