import type { Markup } from '../../model/markup.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';

/** The notes under a table, chart or diagram, each with its place. */
export function notesOf(file: YamlFile, path: Path, notes: string[] | undefined): Markup[] {
  return (notes ?? []).map((_note, index) => file.markupAt([...path, 'notes', index]));
}
