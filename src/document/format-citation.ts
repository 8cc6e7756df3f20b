import type { LabelWords, Template } from '../model/template.js';
import type { SectionRef, Target } from './target.js';

/**
 * Formats a citation in the section `from`: "paragraph 43", "Table 1", "paragraph 2 of section C". With
 * `last`, formats a range: "paragraphs 2 to 4", or "paragraphs 2 and 3" for two. Both ends are of one kind.
 */
export function formatCitation(
  first: Target,
  last: Target | null,
  from: SectionRef,
  template: Template,
): string {
  const { words } = template;
  if (!last) return `${words[first.kind]} ${first.number ?? ''}${formatOwner(first, from, template)}`;
  const numbers = `${first.number ?? ''} ${isNext(first, last) ? 'and' : 'to'} ${last.number ?? ''}`;
  return `${formatPlural(first.kind, words)} ${numbers}${formatOwner(last, from, template)}`;
}

/** Returns true if the number of the last target follows that of the first. Numbers such as 2.1 are not compared. */
function isNext(first: Target, last: Target): boolean {
  return /^\d+$/.test(first.number ?? '') && Number(last.number) === Number(first.number) + 1;
}

/** Names the section of a paragraph if numbers restart in each section and the paragraph is in another section. */
function formatOwner({ kind, section }: Target, from: SectionRef, { numbering, words }: Template): string {
  const isAmbiguous = kind === 'paragraph' && numbering.paragraphs === 'restarting' && section.id !== from.id;
  return isAmbiguous && section.number !== null ? ` of ${words.section} ${section.number}` : '';
}

function formatPlural(kind: keyof LabelWords, words: LabelWords): string {
  return kind === 'paragraph' ? words.paragraphs : `${words[kind]}s`;
}
