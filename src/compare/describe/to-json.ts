import type { Comparison, How, Span } from './comparison.js';
import { isIdentical } from './comparison.js';
import {
  listChanges,
  listFigures,
  newText,
  oldText,
  rawText,
  type Change,
  type ComparedPart,
  type ListedFigure,
} from './list-changes.js';
import { summarise } from './summarise.js';

/** What changed, for other programs. Texts are whole: the `after`s of their stretches give the new one. */
export interface JsonComparison {
  identical: boolean;
  summary: string[];
  changes: JsonChange[];
  figures: ListedFigure[];
}

interface JsonChange {
  id: string;
  what: Change['what'];
  section: string;
  name: string;
  how: How[];
  [detail: string]: unknown;
}

export function toJson(comparison: Comparison): JsonComparison {
  const changes = listChanges(comparison);
  return {
    identical: isIdentical(comparison),
    summary: summarise(changes).map(({ text }) => text),
    changes: changes.map((change) => {
      const { id, what, section, name, how } = change;
      return { id, what, section, name, how, ...details(change) };
    }),
    figures: listFigures(changes),
  };
}

function details(change: Change): Record<string, unknown> {
  switch (change.what) {
    case 'metadata':
      return { before: change.item.before, after: change.item.after };
    case 'header field':
      return { text: stretches(change.item.text) };
    case 'section':
      return { before: change.item.before, after: change.item.after, title: stretches(change.item.title) };
    default:
      return { before: change.item.before, after: change.item.after, ...partDetails(change.item) };
  }
}

function partDetails(part: ComparedPart): Record<string, unknown> {
  switch (part.kind) {
    case 'table':
    case 'chart': {
      const headings = part.columns.map(({ heading }) => newText(heading) || oldText(heading));
      return {
        title: stretches(part.title),
        ...(part.kind === 'chart' && {
          subtitle: stretches(part.subtitle),
          alternative: stretches(part.alternative),
        }),
        columns: part.columns
          .filter(({ how }) => how.length > 0)
          .map(({ how, heading }) => ({ how, heading: stretches(heading) })),
        rows: part.rows
          .filter(({ how }) => how.length > 0)
          .map(({ how, name, cells }) => ({
            how,
            name,
            cells: cells.flatMap((cell, at) =>
              isChanged(cell) || how.includes('moved')
                ? [
                    {
                      column: headings[at] ?? '',
                      before: oldText(cell),
                      after: newText(cell),
                      text: stretches(cell),
                    },
                  ]
                : [],
            ),
          })),
        notes: changedTexts(part.notes),
      };
    }
    case 'diagram':
      return {
        title: stretches(part.title),
        alternative: stretches(part.alternative),
        boxes: changedTexts(part.boxes),
        arrows: changedTexts(part.arrows),
        notes: changedTexts(part.notes),
      };
    default:
      return { text: stretches(part.text), items: changedTexts(part.items) };
  }
}

function isChanged(spans: Span[]): boolean {
  return spans.some(({ kind }) => kind !== 'same');
}

function changedTexts(texts: { how: How[]; text: Span[] }[]): { how: How[]; text: unknown[] }[] {
  return texts.filter(({ how }) => how.length > 0).map(({ how, text }) => ({ how, text: stretches(text) }));
}

/** Stretches with their pieces joined, as they read. */
function stretches(spans: Span[]): unknown[] {
  return spans.map((span) => ({
    kind: span.kind,
    before: rawText(span.before),
    after: rawText(span.after),
    ...(span.kind === 'changed' && { cause: span.cause }),
    ...(span.kind === 'figure' && { figure: span.figure.id, causes: span.figure.causes }),
  }));
}
