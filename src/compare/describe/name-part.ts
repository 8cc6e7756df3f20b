import type { ComparedPart, SectionComparison } from './comparison.js';
import { readNewText, readOldText } from './read-text.js';
import type { Span } from './span.js';

const MAX_WORDS = 6;

/** Names a section by its number and title: "B Supporting information". */
export function nameSection({ before, after, title }: SectionComparison): string {
  const number = (after ?? before)?.number ?? null;
  const text = after ? readNewText(title) : readOldText(title);
  return number === null ? text : `${number} ${text}`;
}

/** Names a part by its number, or by its kind and first words: "paragraph 12", "Table 1", "the heading “Training”". */
export function namePart(part: ComparedPart): string {
  const number = (part.after ?? part.before)?.number ?? null;
  if (number !== null) return part.kind === 'paragraph' ? `paragraph ${number}` : number;
  const words = findFirstText(part);
  return `the ${part.kind} “${shorten(part.after ? readNewText(words) : readOldText(words))}”`;
}

function findFirstText(part: ComparedPart): Span[] {
  switch (part.kind) {
    case 'table':
    case 'chart':
      return part.title.length > 0 ? part.title : (part.columns[0]?.heading ?? []);
    case 'diagram':
      return part.title;
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'list':
    case 'passage':
      return part.text.length > 0 ? part.text : (part.items[0]?.text ?? []);
    default:
      return part satisfies never;
  }
}

function shorten(text: string): string {
  const words = text.split(/\s+/);
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS).join(' ')} …` : text;
}
