/** A text of the author. */
interface EditableFile {
  /** Without a byte order mark. Its line ends are those of the file. */
  text: string;
}

/**
 * - `written`: the file has the new text, and had the text that was changed until then.
 * - `refused`: the change did not apply to the file's text of now.
 * - `not-encoded`: the encoding of the file lacks a character of the new text.
 * - `changed`: another program saved the file at the same moment.
 * - `busy`: another preview writes to the folder.
 * - `read-only`: the file has no write permission.
 */
type WriteOutcome = 'written' | 'refused' | 'not-encoded' | 'changed' | 'busy' | 'read-only' | 'no-such-file';

/** `failed`: the disk refuses the file, for a reason in words. It is full, for example. */
type WriteResult = { outcome: WriteOutcome } | { outcome: 'failed'; reason: string };

/** The author's files, which the command reads and writes. Paths are relative to the project, with `/`. */
export interface EditableFiles {
  /** Returns null for a file that cannot be edited. */
  read: (file: string) => EditableFile | null;
  /** Reads a file, and replaces it by the changed text, whole or not at all. `change` returns null to leave it. */
  write: (file: string, change: (text: string) => string | null) => Promise<WriteResult>;
}
