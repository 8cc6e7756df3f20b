import type { Block } from './blocks/block.js';
import type { Place } from './problem.js';
import type { SectionRole } from './template.js';

export interface Section {
  id: string;
  anchor: string;
  /** "A", "1", "Appendix 1". Null if the section is not numbered. */
  number: string | null;
  title: string;
  /** Absent if the template gives it none, and in old versions. */
  role?: SectionRole;
  blocks: Block[];
  place: Place;
}

/** Returns the label before a section's title: "A. ", "Appendix 1: ", or nothing. */
export function formatSectionLabel({ number }: Section, isAppendix: boolean): string {
  if (number === null) return '';
  return isAppendix ? `${number}: ` : `${number}. `;
}

/** Returns a section's number and title for lists: "B Supporting information". */
export function formatSectionName({ number, title }: Pick<Section, 'number' | 'title'>): string {
  return number === null ? title : `${number} ${title}`;
}
