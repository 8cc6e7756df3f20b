import type * as z from 'zod';
import type { SourceFile } from '../model/source-file.js';
import { noCache } from '../model/cache.js';
import type { Problem } from '../model/problem.js';
import { checkShape } from './yaml/check-shape.js';
import { parseYaml, type YamlFile } from './yaml/parse-yaml.js';
import { readFile } from './read-file.js';

/** A YAML file that fits its schema. */
export interface ReadYaml<T> {
  data: T;
  file: YamlFile;
}

/** Reads files below one folder, and remembers what was read and what was wrong with it. */
export interface SourceReader {
  root: string;
  files: SourceFile[];
  problems: Problem[];
  text: (path: string) => string | null;
  yaml: <T>(path: string, schema: z.ZodType<T>) => ReadYaml<T> | null;
}

export function sourceReader(root: string, cache = noCache): SourceReader {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  const text = (path: string): string | null => {
    const read = readFile(root, path);
    problems.push(...read.problems);
    if (read.file) files.push(read.file);
    return read.file?.text ?? null;
  };
  return {
    root,
    files,
    problems,
    text,
    yaml: (path, schema) => {
      const content = text(path);
      if (content === null) return null;
      const { file, shape } = cache.compute(`yaml ${path}`, [content, schema], () => {
        const parsed = parseYaml(path, content);
        return { file: parsed, shape: checkShape(parsed, schema) };
      });
      problems.push(...file.problems, ...shape.problems);
      return shape.value === null ? null : { data: shape.value, file };
    },
  };
}
