/** The keys and list positions that lead from the top of a YAML file to a value. */
export type YamlPath = readonly (string | number)[];

/** A place that an author can edit. File paths are relative to the project, with `/`. Lines, rows and columns count from 1. */
export type EditTarget =
  /** A scalar of a YAML file: a figure, a title or a paragraph. */
  | { kind: 'yaml'; file: string; path: YamlPath }
  /** A cell of a CSV file. Empty rows count. `headerRow` is the line of the headings, and 1 by default. */
  | { kind: 'cell'; file: string; row: number; column: number; headerRow?: number | undefined }
  /** A Markdown heading of a template. Its text has no number signs. */
  | { kind: 'heading'; file: string; line: number }
  /** A value in the front matter of a template. */
  | { kind: 'front-matter'; file: string; key: string }
  /** Whole lines of a template: Markdown with Handlebars. */
  | { kind: 'lines'; file: string; from: number; to: number };

/** A change of a text. `before` is what stood there when the author began, and `after` is what the author typed. */
export interface SetEdit {
  kind: 'set';
  target: EditTarget;
  before: string;
  after: string;
  /** Decides between 64 and "64" in YAML. If it is absent, the old value and its neighbours decide. */
  as?: 'figure' | 'text' | undefined;
  /** The characters to write if they read as `after`. An inverse edit has them, so that undo restores quotes and line breaks. */
  source?: string | undefined;
}

/** The lines of a deleted entry with its comments, and the empty lines beside it. An inverse edit has them. */
export interface EntrySource {
  lines: string;
  gap: string;
}

/** Adds a paragraph after another one of its section, or as the first if `after` is null. */
export interface AddParagraphEdit {
  kind: 'add-paragraph';
  file: string;
  section: string;
  after: string | null;
  label: string;
  text: string;
  source?: EntrySource | undefined;
}

/** Moves a paragraph behind another one, or to the start if `after` is null. `toSection` is its own section by default. */
export interface MoveParagraphEdit {
  kind: 'move-paragraph';
  file: string;
  section: string;
  label: string;
  toSection?: string | undefined;
  after: string | null;
  /** The empty lines beside it. An inverse edit has them. */
  gap?: string | undefined;
}

export interface DeleteParagraphEdit {
  kind: 'delete-paragraph';
  file: string;
  section: string;
  label: string;
  /** The text of the paragraph that the author saw. */
  before: string;
  /** True to delete the section too if it was made for this paragraph. */
  dropsSection?: boolean | undefined;
}

/** Adds a row to a data set, in CSV or under `rows:` in YAML. */
export interface AddRowEdit {
  kind: 'add-row';
  file: string;
  /** The number of a CSV row, or the name of a YAML row, that it follows. Null for the end, 0 for the start in YAML. */
  after: number | string | null;
  /** The texts of its cells, by heading of a CSV file or key of a YAML row. */
  values: Readonly<Record<string, string>>;
  /** The name of a YAML row. By default it is made from the first value. */
  name?: string | undefined;
  headerRow?: number | undefined;
  source?: EntrySource | undefined;
}

export interface DeleteRowEdit {
  kind: 'delete-row';
  file: string;
  /** The number of a CSV row, or the name of a YAML row. */
  row: number | string;
  /** The texts of its cells that the author saw. */
  before: Readonly<Record<string, string>>;
  headerRow?: number | undefined;
}

/** A change that an author makes in one file. */
export type Edit =
  SetEdit | AddParagraphEdit | MoveParagraphEdit | DeleteParagraphEdit | AddRowEdit | DeleteRowEdit;
