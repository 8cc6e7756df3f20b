import type { Markup } from '../../model/markup.js';
import type { Checked } from '../../model/problem.js';
import type { SourceReader } from '../source-reader.js';
import { findMarkdownMistakes } from '../yaml/find-markdown-mistakes.js';
import { findUnusualCharacters } from '../yaml/find-unusual-characters.js';

/** Reads a file of Markdown and Handlebars. Its text is empty if it cannot be read. */
export function readMarkupFile(reader: SourceReader, path: string): Checked<Markup> {
  const { value, problems } = reader.text(path);
  const text = value ?? '';
  return {
    value: { text, place: { file: path, line: 1, column: 1 } },
    problems: [...problems, ...findUnusualCharacters(path, text), ...findMarkdownMistakes(path, text)],
  };
}
