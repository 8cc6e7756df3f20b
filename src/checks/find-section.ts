import type { Place } from '../model/problem.js';
import type { Section } from '../model/section.js';
import type { SectionRole } from '../model/template.js';
import type { CheckablePaper } from './checkable-paper.js';

/** Finds the section with a role. `section` is undefined if the template has no such section, or if it is empty. */
export function findSection(
  role: SectionRole,
  { inputs: { template }, document, manuscript }: CheckablePaper,
): { place: Place; title: string | undefined; section: Section | undefined } {
  const planned = template.sections.find((section) => section.role === role);
  const written = manuscript.sections.find(({ id }) => id === planned?.id);
  return {
    place: written?.place ?? template.place,
    title: planned?.title,
    section: document.sections.find(({ id }) => id === planned?.id),
  };
}

/** Describes a section that is missing from the template, or empty. `text` is what it needs. */
export function describeMissing(
  role: SectionRole,
  title: string | undefined,
  text: string,
): { message: string; expected: string } {
  return title === undefined
    ? { message: `no section of the template has the role "${role}"`, expected: `role: ${role} on a section` }
    : { message: `the section "${title}" has no text`, expected: text };
}
