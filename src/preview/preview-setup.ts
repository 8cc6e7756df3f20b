import type { Document } from '../model/document.js';
import type { Label } from '../model/label.js';
import type { SourceFile } from '../model/source-file.js';
import type { Theme } from '../model/theme.js';
import type { ParagraphFacts, TextPlaces } from './editing/edit-messages.js';
import type { EditableFiles } from './editing/editable-files.js';
import type { Proposal } from '../review/proposal.js';
import type { PaperReview } from './review/paper-review.js';
import type { EditorChoice, ListedProblem } from './preview-state.js';

/** A build of the paper from the current files, or the problems that prevent it. */
export type PreviewBuild = { paper: PublishablePaper } | { paper: null; problems: ListedProblem[] };

export interface PublishablePaper {
  document: Document;
  theme: Theme;
  /** The sources. The PDF contains them, so a change in them makes a new PDF even if no word changes. */
  files: SourceFile[];
  /** The HTML page, with its blocks and figures marked. */
  html: string;
  /** Returns all problems of the paper. The checks run now: the paper is already on show. */
  check: () => ListedProblem[];
  /** Lists what the text can cite or print. */
  listLabels: () => Label[];
  listTextPlaces: () => TextPlaces;
  /** Lists the places that cite a label. */
  listCitations: (label: string) => ParagraphFacts['citations'];
  /** The lines of the headings of spreadsheets, by the path of the file. */
  headerRows: ReadonlyMap<string, number>;
  /** The labels of the paragraphs of each section of the paper's own file. */
  paragraphs: ReadonlyMap<string, string[]>;
  /** Reviews the returned Word file. Null if it cannot be compared with the paper, or if there is no such file. */
  review: () => Promise<PaperReview | null>;
  /** Typesets the PDF in the background. */
  typeset: () => Promise<Uint8Array>;
}

/** A line and a column of a file, by its path in the project. */
export interface FilePosition {
  file: string;
  line: number;
  column: number;
}

/** The files and functions that the command gives to editing in the preview. */
export interface Editing {
  files: EditableFiles;
  /** Builds the paper with unsaved texts, by file, and returns its problems. */
  check: (unsaved: ReadonlyMap<string, string>) => Promise<ListedProblem[]>;
}

/** The returned Word file that a preview reviews. */
export interface Reviewing {
  returned: ReturnedFacts;
  /** Lists what prevents that the paper with unsaved texts prints changes of the file. Builds the paper. */
  findFaults: (accepted: readonly Proposal[], unsaved: ReadonlyMap<string, string>) => Promise<string[]>;
}

/** A returned file in words. */
export interface ReturnedFacts {
  /** "returned.docx". */
  name: string;
  /** Remarks on the file: the edition that it was made from, and that it does not name its paper. */
  remarks: string[];
  /** The command that reviews it in a preview that writes. */
  command: string;
}

export type EditorOutcome = 'opened' | 'no-such-file' | 'not-started';

/** The parts of a preview that its command provides. The preview itself runs no stage of the pipeline. */
export interface PreviewSetup {
  /** The paper's name, shown until its title is known. */
  name: string;
  port: number;
  /** Watches the author's files and reports the start and the end of a burst of changes. */
  watch: (listener: { onStart: () => void; onEnd: () => void }) => Promise<{ stop: () => void }>;
  /** The page's script for the browser. */
  script: string;
  /** The browser's worker that reads PDFs. */
  pdfWorker: string;
  editor: EditorChoice;
  /** Starts the command of the editor. Only a file of the project is opened. */
  openInEditor: (position: FilePosition) => Promise<EditorOutcome>;
  build: (onStage: (name: string) => void | Promise<void>) => Promise<PreviewBuild>;
  /** Null if the preview only reads. */
  editing: Editing | null;
  /** Null if there is no returned file. */
  review: Reviewing | null;
  /** Handles a failure that an author cannot fix, and returns the message for the page. */
  onFailure: (error: unknown) => string;
}
