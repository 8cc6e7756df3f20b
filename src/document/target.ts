import type { LabelWords } from '../model/template.js';

/** A section as its content knows it. Numbers that restart in each section are cited with its number. */
export interface SectionRef {
  id: string;
  number: string | null;
  isAppendix: boolean;
}

/** The paragraph, section, table, chart or diagram that a label names. */
export interface Target {
  kind: keyof LabelWords;
  number: string | null;
  anchor: string;
  /** The section that contains it. */
  section: SectionRef;
  /** Its position in reading order. */
  order: number;
}
