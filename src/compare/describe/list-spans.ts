import type { ComparedPart } from './comparison.js';
import type { Change } from './list-changes.js';
import type { Span } from './span.js';

/** Lists every stretch of text in a changed part. */
export function listSpans(change: Change): Span[] {
  switch (change.what) {
    case 'metadata':
      return [];
    case 'header field':
      return change.item.text;
    case 'section':
      return change.item.title;
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
      return listPartSpans(change.item);
    default:
      return change satisfies never;
  }
}

function listPartSpans(part: ComparedPart): Span[] {
  switch (part.kind) {
    case 'table':
    case 'chart':
      return [
        ...part.title,
        ...part.subtitle,
        ...part.columns.flatMap(({ heading }) => heading),
        ...part.rows.flatMap(({ cells }) => cells.flat()),
        ...part.notes.flatMap(({ text }) => text),
        ...part.alternative,
      ];
    case 'diagram':
      return [...part.title, ...[...part.boxes, ...part.arrows, ...part.notes].flatMap(({ text }) => text)];
    case 'picture':
      return [...part.title, ...part.alternative];
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
    case 'list':
    case 'passage':
      return [...part.text, ...part.items.flatMap(({ text }) => text)];
    default:
      return part satisfies never;
  }
}
