import type { DiagramData } from './drawing.js';
import type { Inline } from './inline.js';
import type { Origin } from './origin.js';
import type { Place } from './problem.js';

/**
 * Markdown in which every `{{…}}` is one placeholder character. What it stands for lies in `values`, and never passes
 * through the Markdown parser: no value can act as markup.
 */
export interface Fragment {
  markdown: string;
  values: Value[];
  /** In order of offset; the first is at 0. */
  origins: Origin[];
}

/** What a placeholder stands for. */
export type Value =
  | { kind: 'inlines'; content: Inline[] }
  /** A place in this paper, cited by its label; with `to`, a range. */
  | { kind: 'citation'; target: string; to: string | null; place: Place }
  /** Names the paragraph that it begins. */
  | { kind: 'label'; label: string; place: Place }
  /** Begins a paragraph that is not to be numbered. */
  | { kind: 'unnumbered' }
  /** Stands alone in its paragraph: a table, chart or diagram goes here. */
  | { kind: 'insert'; what: 'table' | 'chart' | 'diagram'; id: string; place: Place };

export interface Manuscript {
  title: string;
  /** One sentence on what the paper is. */
  subject: Fragment;
  /** False where some markup was at fault and left out: labels may be missing then that its author did write. */
  isComplete: boolean;
  header: { name: string; value: Fragment }[];
  sections: ManuscriptSection[];
  appendices: ManuscriptSection[];
  tables: Record<string, ManuscriptTable>;
  charts: Record<string, ManuscriptChart>;
  diagrams: Record<string, ManuscriptDiagram>;
}

export interface ManuscriptSection {
  id: string;
  title: string;
  isLettered: boolean;
  isNumbered: boolean;
  isMandatory: boolean;
  body: Fragment;
  place: Place;
}

export interface ManuscriptTable {
  title: Fragment;
  columns: { heading: string; align: 'left' | 'right' | 'decimal' }[];
  rows: { kind: 'data' | 'group' | 'total'; cells: Cell[] }[];
  notes: Fragment[];
  place: Place;
}

/** What a mark in a cell leads to: the first note under its table, which generated marks are explained in. */
export const FIRST_NOTE_LINK = '#own-note';

/** A cell of the author's own Markdown, or of values that code has put there. */
export type Cell = Fragment | Inline[];

export interface ManuscriptChart {
  title: Fragment;
  subtitle: Fragment;
  alternative: Fragment;
  notes: Fragment[];
  dataColumns: string[];
  data: { label: string; cells: Inline[][] }[];
  place: Place;
}

interface ManuscriptDiagram {
  title: Fragment;
  alternative: Fragment;
  notes: Fragment[];
  data: DiagramData;
  place: Place;
}

const FIRST = 0xf0000;
const LAST = 0xffffd;
/** In UTF-16 code units, in which offsets count. */
export const PLACEHOLDER_LENGTH = 2;

/** The placeholder of the value at an index. Private-use characters count as letters in Markdown, so emphasis works round them. */
export function makePlaceholder(index: number): string {
  if (FIRST + index > LAST) throw new Error('more values in one section than there are placeholders');
  return String.fromCodePoint(FIRST + index);
}

/** Words of the program's own, which are no markup. */
export function makePlainFragment(text: string, place: Place): Fragment {
  return {
    markdown: makePlaceholder(0),
    values: [{ kind: 'inlines', content: [{ kind: 'text', text }] }],
    origins: [{ offset: 0, place }],
  };
}

/** The parts of a text between and at its placeholders: text, or the index of a value. */
export function splitAtPlaceholders(text: string): (string | number)[] {
  return text
    .split(/([\u{f0000}-\u{ffffd}])/u)
    .filter((part) => part !== '')
    .map((part) => {
      const point = part.codePointAt(0) ?? 0;
      return point >= FIRST && point <= LAST ? point - FIRST : part;
    });
}
