import type * as z from 'zod';
import type { SourceFile } from '../model/source-file.js';
import { noCache } from '../model/cache.js';
import { makeWarning, type Checked, type Problem } from '../model/problem.js';
import { decodeSpreadsheet, type DecodedText } from './decode-spreadsheet.js';
import { checkShape } from './yaml/check-shape.js';
import { parseYaml } from './yaml/parse-yaml.js';
import type { YamlFile } from './yaml/yaml-file.js';
import { readFile } from './read-file.js';

/** A YAML file that fits its schema. */
export interface ValidYaml<T> {
  data: T;
  file: YamlFile;
}

/** Reads files below one folder. Paths are relative to it, with `/`. */
export interface SourceReader {
  readonly root: string;
  /** The files read so far, in the order of reading. */
  readonly files: readonly SourceFile[];
  /** Reads a text file. The value is null if the file cannot be read. */
  text: (path: string) => Checked<string | null>;
  /** Reads a spreadsheet that was saved as text, in any encoding that spreadsheets write. Warns if it had to be guessed. */
  spreadsheet: (path: string) => Checked<string | null>;
  /** Reads a YAML file. The value is null if the file does not fit the schema. */
  yaml: <T>(path: string, schema: z.ZodType<T>) => Checked<ValidYaml<T> | null>;
  /** Puts a redacted text in place of a file that was read. From then on, the file has this text. */
  redact: (path: string, text: string) => void;
}

/** Opens a reader for the project in `root`. With a cache, an unchanged YAML file is parsed only once. */
export function openReader(root: string, cache = noCache): SourceReader {
  const files: SourceFile[] = [];
  const redacted = new Map<string, string>();
  const text = (path: string): Checked<string | null> => {
    const replacement = redacted.get(path);
    if (replacement !== undefined) return { value: replacement, problems: [] };
    const { value: file, problems } = readFile(root, path);
    if (file) files.push(file);
    return { value: file && file.text, problems };
  };
  const spreadsheet = (path: string): Checked<string | null> => {
    const replacement = redacted.get(path);
    if (replacement !== undefined) return { value: replacement, problems: [] };
    let guessed: DecodedText['guessed'] = null;
    const { value: file, problems } = readFile(root, path, (bytes) => {
      const decoded = decodeSpreadsheet(bytes);
      guessed = decoded.guessed;
      return decoded.text;
    });
    if (file) files.push(file);
    return { value: file && file.text, problems: [...problems, ...warnOfGuess(path, guessed)] };
  };
  return {
    root,
    files,
    text,
    spreadsheet,
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

function redactFile({ path }: SourceFile, text: string): SourceFile {
  return { path, text, bytes: Buffer.from(text, 'utf8'), isRedacted: true };
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
