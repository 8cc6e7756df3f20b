import { basename, extname, join, relative, resolve } from 'node:path';
import { isWorkbook } from '../inputs/data-sets/read-table.js';
import { listFileNames } from '../inputs/list-files.js';
import { PERIOD_FILES } from '../inputs/period-files/index.js';
import { listPeriods, listTemplates } from '../inputs/project/list-papers.js';
import { readYearStarts } from '../inputs/project/read-year-starts.js';
import { parsePeriod, type Period } from '../model/period.js';
import { describeForms, suggestForm } from '../model/period-forms.js';
import { isFree, slugify } from '../model/slugify.js';
import { UsageError } from './command.js';
import { readNamedFile } from './read-named-file.js';

/** The arguments of the command as the user typed them. */
export interface ImportRequest {
  root: string;
  file: string;
  id: string;
  period?: string | undefined;
  sheet?: string | undefined;
  headerRow?: number | undefined;
}

/** The file to import, and the place where a paper reads it. */
export interface ImportChoice {
  id: string;
  period: Period;
  /** The user's file, relative to the project. */
  path: string;
  bytes: Uint8Array;
  /** The file's name in the folder of the period. */
  name: string;
  /** True if the file is there already. */
  isInPlace: boolean;
  sheet: string | null;
  headerRow: number | null;
}

/** Chooses what to import and where to put it. Throws UsageError if anything there would be overwritten. */
export function chooseImport(request: ImportRequest): ImportChoice {
  const { root, file, id, sheet = null, headerRow = null } = request;
  requireName(id, root);
  const period = choosePeriod(request.period, root);
  const extension = extname(file).toLowerCase();
  if (!/^\.(?:csv|xls[xmb]?|ods|numbers)$/.test(extension))
    throw new UsageError(
      `${basename(file)} is not a spreadsheet\nName a CSV file or an Excel workbook (.xlsx).`,
    );
  if (sheet !== null && !isWorkbook(file))
    throw new UsageError('only a workbook has sheets\nLeave out --sheet.');
  const bytes = readNamedFile(file);
  const name = `${id}${extension}`;
  const folder = join(root, 'data', period.id);
  const present = listFileNames(folder);
  const isInPlace = present.includes(name);
  if (isInPlace && !Buffer.from(readNamedFile(join(folder, name))).equals(bytes))
    throw refuseExisting(`data/${period.id}/${name}`, ' with other content');
  if (present.includes(`${id}.yaml`)) throw refuseExisting(`data/${period.id}/${id}.yaml`);
  const path = relative(resolve(root), resolve(file)).replaceAll('\\', '/');
  return { id, period, path, bytes, name, isInPlace, sheet, headerRow };
}

function requireName(id: string, root: string): void {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || !isFree(id))
    throw new UsageError(
      [
        `"${id}" is not a name of a data set`,
        isFree(id)
          ? 'Write lower-case letters, digits and hyphens, starting with a letter.'
          : 'Choose another name: this one is reserved.',
        ...(/^[a-z]/.test(slugify(id)) && isFree(slugify(id)) ? [`Did you mean ${slugify(id)}?`] : []),
      ].join('\n'),
    );
  const isTaken = PERIOD_FILES.some(({ name }) => name === id) || listTemplates(root).includes(id);
  if (isTaken)
    throw new UsageError(
      `a data set must not be called "${id}"\ndata/…/${id}.yaml is read as another kind of file. Choose another name.`,
    );
}

function choosePeriod(name: string | undefined, root: string): Period {
  const yearStarts = readYearStarts(root);
  if (name === undefined) {
    const newest = listPeriods(root).at(-1);
    if (newest) return newest;
    throw new UsageError(
      `there is no period in data/ yet\nName one with --period, such as ${describeForms(yearStarts)}.`,
    );
  }
  const period = parsePeriod(name, yearStarts);
  if (period) return period;
  throw new UsageError(
    [
      `"${name}" is not a period of this project`,
      suggestForm(name, yearStarts) ?? `Write a period such as ${describeForms(yearStarts)}.`,
    ].join('\n'),
  );
}

function refuseExisting(path: string, detail = ''): UsageError {
  return new UsageError(
    `${path} exists already${detail}\nExisting files are never overwritten. Choose another name, or move that file away first.`,
  );
}
