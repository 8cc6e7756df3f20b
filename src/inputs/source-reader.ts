import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { SourceFile } from '../model/source-file.js';
import { noCache } from '../model/cache.js';
import { makeError, makeWarning, type Checked, type Problem } from '../model/problem.js';
import { decodeSpreadsheet, type DecodedText } from './data-sets/decode-spreadsheet.js';
import { sha256 } from '../sha256.js';
import { readSheetCsv, writeSheetCsv, type Grid } from './workbook/sheet-csv.js';
import { readWorkbook, type SheetChoice } from './workbook/read-workbook.js';
import { checkShape } from './yaml/check-shape.js';
import { parseYaml } from './yaml/parse-yaml.js';
import type { YamlFile } from './yaml/yaml-file.js';
import { listAllNames } from './list-files.js';
import { readFile } from './read-file.js';
import { NO_OVERLAY } from './redaction/overlay.js';

/** A YAML file that fits its schema. */
export interface ValidYaml<T> {
  data: T;
  file: YamlFile;
}

/** The table of a workbook, or of the CSV file that stands for it. */
interface WorkbookText {
  /** The name of the sheet. Empty if a CSV file stands for the workbook. */
  sheet: string;
  grid: Grid;
  /** The path of its text among the files. */
  textPath: string;
}

/** Reads files below one folder. Paths are relative to it, with `/`. */
export interface SourceReader {
  readonly root: string;
  /** The files read so far, in the order of reading. */
  readonly files: readonly SourceFile[];
  /** Lists the names in a folder, sorted. Those that an overlay leaves out are not among them. */
  listNames: (folder: string) => string[];
  /** Reads a text file. The value is null if the file cannot be read. */
  text: (path: string) => Checked<string | null>;
  /** Reads a spreadsheet that was saved as text, in any encoding that spreadsheets write. Warns if it had to be guessed. */
  spreadsheet: (path: string) => Checked<string | null>;
  /**
   * Reads the table of a workbook. Its text is the table as CSV, at `textPath`: packed sources have only that. A file there is
   * read if there is no workbook. The value is null if the file cannot be read.
   */
  workbook: (path: string, textPath: string, choice: SheetChoice) => Checked<WorkbookText | null>;
  /** Reads a YAML file. The value is null if the file does not fit the schema. */
  yaml: <T>(path: string, schema: z.ZodType<T>) => Checked<ValidYaml<T> | null>;
  /** Puts a redacted text in place of a file that was read. From then on, the file has this text. */
  redact: (path: string, text: string) => void;
}

/**
 * Opens a reader for the project in `root`. With a cache, an unchanged YAML file is parsed only once. The texts of an overlay are
 * read in place of the files. So are unsaved texts, by path: they are as the author means to save them, and not redacted.
 */
export function openReader(
  root: string,
  cache = noCache,
  overlay = NO_OVERLAY,
  unsaved: ReadonlyMap<string, string> = NOTHING_UNSAVED,
): SourceReader {
  const files: SourceFile[] = [];
  const readSaved: typeof readFile = (folder, path, decode) => {
    const text = unsaved.get(path);
    return text === undefined
      ? readFile(folder, path, decode)
      : { value: { path, text, bytes: Buffer.from(text, 'utf8') }, problems: [] };
  };
  const redacted = new Map(overlay.texts);
  const readRedacted = (path: string): string | undefined => {
    const replacement = redacted.get(path);
    if (replacement !== undefined && !files.some((known) => known.path === path))
      files.push(redactFile({ path, text: '', bytes: new Uint8Array() }, replacement));
    return replacement;
  };
  const text = (path: string): Checked<string | null> => {
    const replacement = readRedacted(path);
    if (replacement !== undefined) return { value: replacement, problems: [] };
    const { value: file, problems } = readSaved(root, path);
    if (file && !files.some((known) => known.path === path)) files.push(file);
    return { value: file && file.text, problems };
  };
  const spreadsheet = (path: string): Checked<string | null> => {
    const replacement = readRedacted(path);
    if (replacement !== undefined) return { value: replacement, problems: [] };
    let guessed: DecodedText['guessed'] = null;
    const { value: file, problems } = readSaved(root, path, (bytes) => {
      const decoded = decodeSpreadsheet(bytes);
      guessed = decoded.guessed;
      return decoded.text;
    });
    if (file) files.push(file);
    return { value: file && file.text, problems: [...problems, ...warnOfGuess(path, guessed)] };
  };
  const workbook: SourceReader['workbook'] = (path, textPath, choice) => {
    const replacement = redacted.get(textPath);
    const redactedGrid = replacement === undefined ? null : readSheetCsv(replacement);
    if (replacement !== undefined && redactedGrid) {
      const original = existsSync(join(root, path)) ? { original: { path, content: null } } : {};
      if (!files.some((known) => known.path === textPath))
        files.push({
          ...redactFile({ path: textPath, text: '', bytes: new Uint8Array() }, replacement),
          ...original,
        });
      return {
        value: { sheet: overlay.sheets.get(textPath) ?? '', grid: redactedGrid, textPath },
        problems: [],
      };
    }
    if (!existsSync(join(root, path)) && existsSync(join(root, textPath))) {
      const { value, problems } = spreadsheet(textPath);
      const grid = value === null ? null : readSheetCsv(value);
      if (grid) return { value: { sheet: '', grid, textPath }, problems };
      return {
        value: null,
        problems: value === null ? problems : [...problems, reportNoTable(textPath, path)],
      };
    }
    const { value: file, problems } = readFile(root, path, () => '');
    if (!file) return { value: null, problems };
    const { bytes } = file;
    const content = { bytes: bytes.length, sha256: sha256(bytes) };
    const key = `workbook ${path} ${JSON.stringify(choice)}`;
    const table = cache.compute(key, [content.sha256], () => readWorkbook(path, bytes, choice));
    if (!table.value) return { value: null, problems: table.problems };
    const csv = writeSheetCsv(table.value.grid);
    files.push({ path: textPath, text: csv, bytes: Buffer.from(csv, 'utf8'), original: { path, content } });
    return { value: { ...table.value, textPath }, problems: table.problems };
  };
  return {
    root,
    files,
    listNames: (folder) =>
      listAllNames(join(root, folder)).filter((name) => !overlay.without.has(`${folder}/${name}`)),
    text,
    spreadsheet,
    workbook,
    yaml: (path, schema) => {
      const { value: content, problems } = text(path);
      if (content === null) return { value: null, problems };
      // The text before redaction keeps its own entry, so that an unchanged file is found again.
      const key = redacted.has(path) ? `redacted yaml ${path}` : `yaml ${path}`;
      return cache.compute(key, [content, schema], () => parseWithSchema(path, content, schema));
    },
    redact: (path, replacement) => {
      redacted.set(path, replacement);
      files.forEach((file, index) => {
        if (file.path === path) files[index] = redactFile(file, replacement);
      });
    },
  };
}

const NOTHING_UNSAVED: ReadonlyMap<string, string> = new Map();

function redactFile({ path, original }: SourceFile, text: string): SourceFile {
  return {
    path,
    text,
    bytes: Buffer.from(text, 'utf8'),
    isRedacted: true,
    ...(original && { original: { path: original.path, content: null } }),
  };
}

function warnOfGuess(file: string, guessed: string | null): Problem[] {
  if (guessed === null) return [];
  const place = { file, line: 1, column: 1 };
  return [
    makeWarning('encoding-is-known', place, `the file is not UTF-8, so it is read as ${guessed}`, {
      hint: 'Check letters with accents and £ signs. To be sure, save the file as CSV (UTF-8).',
    }),
  ];
}

function parseWithSchema<T>(
  path: string,
  content: string,
  schema: z.ZodType<T>,
): Checked<ValidYaml<T> | null> {
  const file = parseYaml(path, content);
  const shape = checkShape(file, schema);
  return {
    value: shape.value === null ? null : { data: shape.value, file },
    problems: [...file.problems, ...shape.problems],
  };
}

/** Reports a text that stands for a workbook and is no CSV. Its user has changed it. */
function reportNoTable(file: string, workbook: string): Problem {
  return makeError('table-is-readable', { file, line: 1, column: 1 }, 'the file is not a table in CSV', {
    hint: `Replace it by the workbook, as ${workbook}.`,
  });
}
