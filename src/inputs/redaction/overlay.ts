import type { SourceFile } from '../../model/source-file.js';

/** The texts that are read in place of the files on disk. Paths are relative to the project. */
export interface Overlay {
  /** The redacted texts, by path. */
  texts: ReadonlyMap<string, string>;
  /** Files that are not read, as if they did not exist. */
  without: ReadonlySet<string>;
  /** The name of the sheet that a redacted table of a workbook comes from, by the path of its text. */
  sheets: ReadonlyMap<string, string>;
}

export const NO_OVERLAY: Overlay = { texts: new Map(), without: new Set(), sheets: new Map() };

/** Joins two overlays. The later one decides where both have a text. */
export function joinOverlays(first: Overlay, second: Overlay): Overlay {
  return {
    texts: new Map([...first.texts, ...second.texts]),
    without: new Set([...first.without, ...second.without]),
    sheets: new Map([...first.sheets, ...second.sheets]),
  };
}

/** Returns true if an overlay differs from files. The plan for files that are redacted already changes nothing. */
export function changesFiles({ texts, without }: Overlay, files: readonly SourceFile[]): boolean {
  return files.some(({ path, text }) => without.has(path) || (texts.get(path) ?? text) !== text);
}
