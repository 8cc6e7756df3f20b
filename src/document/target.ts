import type { LabelWords } from '../model/template.js';

/** The section that contains a text. If numbers restart in each section, a citation includes the section's number. */
export interface SectionRef {
  id: string;
  number: string | null;
  isAppendix: boolean;
}

/** The surroundings of text outside the sections, such as a header field. */
export const OUTSIDE_SECTIONS: SectionRef = { id: '', number: null, isAppendix: false };

/** The paragraph, section, table, chart, diagram or picture that a label names. */
export interface Target {
  kind: keyof LabelWords;
  number: string | null;
  anchor: string;
  /** The section that contains it. */
  section: SectionRef;
  /** Its position in reading order. */
  order: number;
}
