import type { ComparedPart, SectionComparison } from './comparison.js';
import { readNewText, readOldText } from './read-text.js';
import type { Span } from './span.js';

const MAX_WORDS = 6;

/** The kinds whose numbers lack a word: "12". Others have one: "Table 1". */
const NUMBERED_BY_KIND: ReadonlySet<ComparedPart['kind']> = new Set(['paragraph', 'footnote']);

/** The kinds whose names are not plain words. */
const NAMES: Partial<Record<ComparedPart['kind'], string>> = {
  quote: 'quotation',
  'key-figures': 'key figures',
};

/** Names a section by its number and title: "B Supporting information". */
export function nameSection({ before, after, title }: SectionComparison): string {
  const number = (after ?? before)?.number ?? null;
  const text = after ? readNewText(title) : readOldText(title);
  return number === null ? text : `${number} ${text}`;
}

/** Names a part by its number, or by its kind and first words: "paragraph 12", "Table 1", "the heading “Training”". */
export function namePart(part: ComparedPart): string {
  const number = (part.after ?? part.before)?.number ?? null;
  if (number !== null) return NUMBERED_BY_KIND.has(part.kind) ? `${part.kind} ${number}` : number;
  const words = findFirstText(part);
  return `the ${NAMES[part.kind] ?? part.kind} “${shorten(part.after ? readNewText(words) : readOldText(words))}”`;
}

function findFirstText(part: ComparedPart): Span[] {
  switch (part.kind) {
    case 'table':
    case 'chart':
      return part.title.length > 0 ? part.title : (part.columns[0]?.heading ?? []);
    case 'diagram':
    case 'picture':
      return part.title;
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
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
