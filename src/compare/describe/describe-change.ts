import type { ComparedPart, Location, SectionComparison } from './comparison.js';
import { describeGrid } from './describe-grid.js';
import { describeKinds } from './describe-kinds.js';
import { formatMarkedExcerpt, isMarked } from './format-marked-text.js';
import type { Change } from './list-changes.js';
import { readOldText } from './read-text.js';
import type { Span } from './span.js';

/** Describes a change in a line, followed by an indented line for each text that changed. */
export function describeChange(change: Change): string {
  switch (change.what) {
    case 'metadata':
      return `${change.name}: ${change.item.before} → ${change.item.after}`;
    case 'header field':
      return joinLines(`${change.name} ${describeKinds(change)}`, quote(change.item.text));
    case 'section':
      return `the section ${describeKinds(change)}${formatOldNumber(change.item)}${formatOldTitle(change.item)}`;
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
    case 'list':
    case 'passage':
    case 'table':
    case 'chart':
    case 'diagram':
    case 'picture':
      return joinLines(
        `${change.name} ${describeKinds(change)}${formatOldNumber(change.item)}`,
        quoteContent(change.item),
      );
    default:
      return change satisfies never;
  }
}

function joinLines(title: string, details: readonly string[]): string {
  return [title, ...details.map((line) => `    ${line}`)].join('\n');
}

function formatOldTitle({ how, title }: SectionComparison): string {
  return how.includes('retitled') ? ` (before: ${readOldText(title)})` : '';
}

interface Located {
  before: Location | null;
  after: Location | null;
}

function formatOldNumber({ before, after }: Located): string {
  if (!before?.number || !after?.number || before.number === after.number) return '';
  return ` (before: ${before.number})`;
}

function quoteContent(part: ComparedPart): string[] {
  switch (part.kind) {
    case 'table':
    case 'chart':
      return [
        ...[part.title, part.subtitle, part.alternative].flatMap(quote),
        ...describeGrid(part),
        ...part.notes.flatMap(({ text }) => quote(text)),
      ];
    case 'diagram':
      return [
        ...[part.title, part.alternative].flatMap(quote),
        ...[...part.boxes, ...part.arrows, ...part.notes].flatMap(({ text }) => quote(text)),
      ];
    case 'picture':
      return [part.title, part.alternative].flatMap(quote);
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
    case 'list':
    case 'passage':
      return [...quote(part.text), ...part.items.flatMap(({ text }) => quote(text))];
    default:
      return part satisfies never;
  }
}

/** Returns a text that changed. An unchanged text gives no line. */
function quote(spans: readonly Span[]): string[] {
  return isMarked(spans) ? [formatMarkedExcerpt(spans)] : [];
}
