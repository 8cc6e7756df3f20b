import type { Markup } from '../../model/markup.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';

/** Reads the notes under a table, chart or diagram. */
export function readNotes(file: YamlFile, path: Path, notes: string[] | undefined): Markup[] {
  return (notes ?? []).map((_note, index) => file.markupAt([...path, 'notes', index]));
}
