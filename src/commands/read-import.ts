import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withStagingFolder } from '../disk/staging-folder.js';
import { writeTree } from '../disk/write-tree.js';
import { addDefinition } from '../import/add-definition.js';
import { describeSpreadsheet } from '../import/describe-spreadsheet.js';
import { findGaps, type Gap } from '../import/find-gaps.js';
import { proposeDefinition, type ProposedDefinition } from '../import/propose-definition.js';
import type { RawTable } from '../inputs/data-sets/raw-table.js';
import { readDataSets, readDefinitions } from '../inputs/data-sets/read-data-sets.js';
import { readTable } from '../inputs/data-sets/read-table.js';
import { listFileNames } from '../inputs/list-files.js';
import { listEarlierPeriods } from '../inputs/project/list-papers.js';
import { readMeasures } from '../inputs/project/read-measures.js';
import { openReader } from '../inputs/source-reader.js';
import type { DataSet } from '../model/data-set.js';
import { isError, removeDuplicates, type Problem } from '../model/problem.js';
import type { ImportChoice } from './choose-import.js';
import { readNamedFile } from './read-named-file.js';

/** The result of reading a file. Nothing is written yet. */
export interface ImportReading {
  /** Null if the file cannot be read. */
  table: RawTable | null;
  definition: ProposedDefinition | null;
  /** The data set as a paper will read it. Null if there are errors. */
  set: DataSet | null;
  gaps: Gap[];
  /** The new text of `data/datasets.yaml`. */
  definitions: string;
  /** The YAML file beside the spreadsheet, if it needs one. */
  sideFile: string | null;
  problems: Problem[];
}

/** Reads the file to import as a paper will read it: from a temporary copy, with the proposed definition. */
export function readImport(root: string, choice: ImportChoice, definitions: string | null): ImportReading {
  const { id, period, name, bytes, sheet, headerRow } = choice;
  const path = `data/${period.id}/${name}`;
  const sideFile = sheet === null && headerRow === null ? null : describeSpreadsheet(name, sheet, headerRow);
  const earlier = findEarlier(root, choice);
  return withStagingFolder(tmpdir(), 'papers-import-', (staging) => {
    const beside = sideFile === null ? [] : [toFile(`data/${period.id}/${id}.yaml`, sideFile)];
    const known = listKnownFiles(root, choice);
    writeTree(staging, [...known, { path, bytes }, ...beside]);
    const reading = { earlier, sideFile, problems: [] };
    const { value: table, problems } = readTable(openReader(staging), {
      path,
      textPath: `data/${period.id}/${id}.xlsx.csv`,
      headerRow: headerRow ?? 1,
      sheet,
    });
    const definition = table && proposeDefinition(id, table, earlier);
    if (!definition || Object.keys(definition.columns).length === 0) {
      const unread = readStaged(staging, root, choice).problems;
      const all = moveProblems([...problems, ...unread], path, choice);
      return {
        ...reading,
        table: null,
        definition: null,
        set: null,
        gaps: [],
        definitions: '',
        problems: all,
      };
    }
    const text = addDefinition(definitions, id, definition);
    writeTree(staging, [toFile('data/datasets.yaml', text)]);
    const { value: set, problems: found } = readStaged(staging, root, choice);
    return {
      ...reading,
      table,
      definition,
      set: found.some(isError) ? null : set,
      gaps: set ? findGaps(table, set, earlier) : [],
      definitions: text,
      problems: moveProblems(found, path, choice),
    };
  });
}

/** Finds the data set of this name in the newest period before, if a spreadsheet there has it. */
function findEarlier(root: string, { id, period }: ImportChoice): DataSet | null {
  const context = {
    reader: openReader(root),
    definitions: null,
    scales: [],
    measureNames: null,
    mayShow: () => true,
    ownUnits: {},
    packedTables: new Map(),
  };
  return readDataSets(context, listEarlierPeriods(root, period), (name) => name === id).value.at(-1) ?? null;
}

/** Lists the files that can be part of the data set: those of its name in all periods, and spreadsheets that they name. */
function listKnownFiles(root: string, { id, period }: ImportChoice) {
  const folders = [...listEarlierPeriods(root, period), period].map((listed) => `data/${listed.id}`);
  return folders.flatMap((folder) => {
    const names = listFileNames(join(root, folder));
    const isNamed = names.includes(`${id}.yaml`);
    return names
      .filter((name) => name.startsWith(`${id}.`) || (isNamed && /\.(?:csv|xls[xm])$/i.test(name)))
      .map((name) => ({ path: `${folder}/${name}`, bytes: readNamedFile(join(root, folder, name)) }));
  });
}

function readStaged(staging: string, root: string, { id, period }: ImportChoice) {
  const reader = openReader(staging);
  const definitions = readDefinitions(reader);
  const { value, problems } = readDataSets(
    {
      reader,
      definitions: definitions.value,
      scales: [],
      measureNames: null,
      mayShow: () => true,
      packedTables: new Map(),
      ownUnits: readMeasures(openReader(root), period).value?.ownUnits ?? {},
    },
    [...listEarlierPeriods(root, period), period],
    (name) => name === id,
  );
  return {
    value: value.find((set) => set.id === id && set.period === period) ?? null,
    problems: [...definitions.problems, ...problems],
  };
}

/** Moves problems from the copy to the user's file. */
function moveProblems(problems: readonly Problem[], copy: string, { path }: ImportChoice): Problem[] {
  return removeDuplicates(problems).map((problem) =>
    problem.place?.file === copy ? { ...problem, place: { ...problem.place, file: path } } : problem,
  );
}

function toFile(path: string, text: string) {
  return { path, bytes: Buffer.from(text, 'utf8') };
}
