import type { LabelWords, Template } from '../model/template.js';
import type { Target } from './enumerate.js';

/** How a target is cited from a section: "paragraph 43", "Table 1", "paragraph 2 of section C". */
export function citeOne(target: Target, from: Target['section'], template: Template): string {
  return `${template.words[target.kind]} ${target.number ?? ''}${whose(target, from, template)}`;
}

/** "paragraphs 2 to 4". Both ends are of one kind. */
export function citeRange(first: Target, last: Target, from: Target['section'], template: Template): string {
  return `${plural(first.kind, template.words)} ${first.number ?? ''} to ${last.number ?? ''}${whose(last, from, template)}`;
}

/** Where numbers begin anew in each section, a number alone would be ambiguous. */
function whose(target: Target, from: Target['section'], { numbering, words }: Template): string {
  const ambiguous =
    target.kind === 'paragraph' && numbering.paragraphs === 'restarting' && target.section.id !== from.id;
  if (!ambiguous || target.section.number === null) return '';
  return ` of ${words.section} ${target.section.number}`;
}

function plural(kind: keyof LabelWords, words: LabelWords): string {
  return kind === 'paragraph' ? words.paragraphs : `${words[kind]}s`;
}
