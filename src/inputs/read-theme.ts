import type { Theme } from '../model/theme.js';
import { themeSchema } from './schemas/theme.js';
import type { SourceReader } from './source-reader.js';

/** Reads the look that all papers share. */
export function readTheme(reader: SourceReader): Theme | null {
  const read = reader.yaml('templates/theme/theme.yaml', themeSchema);
  if (!read) return null;
  const { page, text, headings, colours } = read.data;
  const { 'line-height': lineHeight, ...sizes } = text;
  return { page, text: { ...sizes, lineHeight }, headings, colours };
}
