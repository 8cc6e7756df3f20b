import type { Access } from '../model/exemption.js';
import type { Checked } from '../model/problem.js';
import { WORD_PROPERTIES } from '../model/word-properties.js';
import { readWordFile } from '../word/read/read-word-file.js';
import type { WordFile } from '../word/read/word-file.js';
import type { Options } from './command.js';
import { findReturnedPaper, type ReturnedPaper } from './find-returned-paper.js';
import { readNamedFile } from './read-named-file.js';

/** A returned Word file, with the paper that it is compared with. */
export interface ReturnedFile {
  word: WordFile;
  wanted: ReturnedPaper;
  /** The edition of the paper that it is compared with. */
  access: Access;
  /** The edition that it was made from: "Draft 2". Null if the file does not say it. */
  edition: string | null;
  /** The fingerprint of the files that it was made from. Null if the file does not say it. */
  sources: string | null;
}

/** Reads a returned Word file. `nameCommand` returns the command that compares it with a named paper. Throws UsageError. */
export function readReturnedFile(
  file: string,
  options: Options & { period?: string; paper?: string },
  nameCommand: (paper: string) => string,
): Checked<ReturnedFile | null> {
  const { value: word, problems } = readWordFile(file, readNamedFile(file));
  if (!word) return { value: null, problems };
  const { custom } = word.properties;
  const wanted = findReturnedPaper(file, custom, options, nameCommand);
  const access = custom[WORD_PROPERTIES.access] === 'public' ? 'public' : 'exempt';
  const { edition = null, sources = null } = {
    edition: custom[WORD_PROPERTIES.edition],
    sources: custom[WORD_PROPERTIES.sources],
  };
  return { value: { word, wanted, access, edition, sources }, problems };
}
