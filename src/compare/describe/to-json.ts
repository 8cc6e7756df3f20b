import type {
  ChangeKind,
  ComparedPart,
  Comparison,
  GridPart,
  RowComparison,
  TextComparison,
} from './comparison.js';
import { isIdentical } from './is-identical.js';
import { listChangedFigures, type ChangedFigure } from './list-changed-figures.js';
import { listChanges, type Change } from './list-changes.js';
import { joinPieceTexts, readAnyText, readNewText, readOldText } from './read-text.js';
import type { Span } from './span.js';
import { summariseChanges } from './summarise-changes.js';

/** The changes, for other programs. Texts are complete: the `after` texts of their spans give the new text. */
export interface JsonComparison {
  identical: boolean;
  /** The limits of this comparison. */
  caveats: string[];
  summary: string[];
  changes: JsonChange[];
  figures: ChangedFigure[];
}

interface JsonChange {
  id: string;
  what: Change['what'];
  section: string;
  name: string;
  how: ChangeKind[];
  [detail: string]: unknown;
}

/** Lists the changes as JSON. */
export function toJson(comparison: Comparison): JsonComparison {
  const changes = listChanges(comparison);
  return {
    identical: isIdentical(comparison),
    caveats: comparison.caveats,
    summary: summariseChanges(changes).map(({ text }) => text),
    changes: changes.map(toJsonChange),
    figures: listChangedFigures(changes),
  };
}

function toJsonChange(change: Change): JsonChange {
  const { id, what, section, name, how } = change;
  return { id, what, section, name, how, ...toDetails(change) };
}

function toDetails(change: Change): Record<string, unknown> {
  switch (change.what) {
    case 'metadata':
      return { before: change.item.before, after: change.item.after };
    case 'header field':
      return { text: toJsonSpans(change.item.text) };
    case 'section':
      return {
        before: change.item.before,
        after: change.item.after,
        title: toJsonSpans(change.item.title),
      };
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
      return { before: change.item.before, after: change.item.after, ...toPartDetails(change.item) };
    default:
      return change satisfies never;
  }
}

function toPartDetails(part: ComparedPart): Record<string, unknown> {
  switch (part.kind) {
    case 'table':
      return { title: toJsonSpans(part.title), ...toGridDetails(part) };
    case 'chart':
      return {
        title: toJsonSpans(part.title),
        subtitle: toJsonSpans(part.subtitle),
        alternative: toJsonSpans(part.alternative),
        ...toGridDetails(part),
      };
    case 'diagram':
      return {
        title: toJsonSpans(part.title),
        alternative: toJsonSpans(part.alternative),
        boxes: toJsonTexts(part.boxes),
        arrows: toJsonTexts(part.arrows),
        notes: toJsonTexts(part.notes),
      };
    case 'picture':
      return { title: toJsonSpans(part.title), alternative: toJsonSpans(part.alternative) };
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
    case 'list':
    case 'passage':
      return { text: toJsonSpans(part.text), items: toJsonTexts(part.items) };
    default:
      return part satisfies never;
  }
}

function toGridDetails({ columns, rows, notes }: GridPart): Record<string, unknown> {
  const headings = columns.map(({ heading }) => readAnyText(heading));
  return {
    columns: columns
      .filter(({ how }) => how.length > 0)
      .map(({ how, heading }) => ({ how, heading: toJsonSpans(heading) })),
    rows: rows.filter(({ how }) => how.length > 0).map((row) => toJsonRow(row, headings)),
    notes: toJsonTexts(notes),
  };
}

/** A row that moved lists all its cells, and any other row only its changed cells. */
function toJsonRow(
  { how, name, cells }: RowComparison,
  headings: readonly string[],
): Record<string, unknown> {
  const named = cells.map((cell, index) => ({ cell, column: headings[index] ?? '' }));
  const listed = how.includes('moved') ? named : named.filter(({ cell }) => isChanged(cell));
  return {
    how,
    name,
    cells: listed.map(({ cell, column }) => ({
      column,
      before: readOldText(cell),
      after: readNewText(cell),
      text: toJsonSpans(cell),
    })),
  };
}

function isChanged(spans: readonly Span[]): boolean {
  return spans.some(({ kind }) => kind !== 'same');
}

function toJsonTexts(texts: readonly TextComparison[]): { how: ChangeKind[]; text: unknown[] }[] {
  return texts.filter(({ how }) => how.length > 0).map(({ how, text }) => ({ how, text: toJsonSpans(text) }));
}

function toJsonSpans(spans: readonly Span[]): unknown[] {
  return spans.map((span) => ({
    kind: span.kind,
    before: joinPieceTexts(span.before),
    after: joinPieceTexts(span.after),
    ...(span.kind === 'changed' && { cause: span.cause, ...(span.sentence && { sentence: span.sentence }) }),
    ...(span.kind === 'figure' && { figure: span.figure.id, causes: span.figure.causes }),
  }));
}
