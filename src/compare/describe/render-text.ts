import type { Comparison, GridPart, Span } from './comparison.js';
import { isIdentical } from './comparison.js';
import {
  listChanges,
  listFigures,
  newText,
  oldText,
  type Change,
  type ComparedPart,
  type ListedFigure,
} from './list-changes.js';
import { cellText, isMarked, markedText, shortText } from './marked-text.js';
import { inWords, summarise } from './summarise.js';

/** The differences for a terminal, by section. Short: words that stayed are cut to a few. */
export function renderText(comparison: Comparison, names: { before: string; after: string }): string {
  const title = `${comparison.paper.title}: from ${names.before} to ${names.after}`;
  if (isIdentical(comparison)) return `${title}\nNothing has changed.`;
  const changes = listChanges(comparison);
  const figures = listFigures(changes);
  const sections = [...new Set(changes.map(({ section }) => section))].map((section) =>
    [
      section === '' ? 'The paper' : section,
      ...joinRenumbered(changes.filter((one) => one.section === section)).map(indent),
    ].join('\n'),
  );
  return [
    [title, ...summarise(changes).map(({ text }) => `  ${text}`)].join('\n'),
    ...sections,
    ...(figures.length > 0
      ? [['Figures that changed', ...figures.map(describeFigure).map(indent)].join('\n')]
      : []),
  ].join('\n\n');
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** One entry for each change; a run of paragraphs that are only renumbered is one. */
function joinRenumbered(changes: Change[]): string[] {
  const entries: string[] = [];
  let run: Change[] = [];
  const close = (): void => {
    if (run.length > 0) entries.push(describeRun(run));
    run = [];
  };
  for (const change of changes) {
    const only = change.what === 'paragraph' && change.how.length === 1 && change.how[0] === 'renumbered';
    if (only) run.push(change);
    else {
      close();
      entries.push(describe(change));
    }
  }
  close();
  return entries;
}

function describeRun(run: Change[]): string {
  const numbers = (version: 'before' | 'after'): string[] =>
    run.map(({ item }) => (version in item ? ((item as ComparedPart)[version]?.number ?? '–') : '–'));
  const range = (all: string[]): string =>
    all.length === 1 ? (all[0] ?? '') : `${all[0] ?? ''} to ${all.at(-1) ?? ''}`;
  return `${run.length === 1 ? 'paragraph' : 'paragraphs'} ${range(numbers('before'))}: now ${range(numbers('after'))}`;
}

function describe(change: Change): string {
  switch (change.what) {
    case 'metadata':
      return `${change.name}: ${change.item.before} → ${change.item.after}`;
    case 'header field':
      return [`${change.name} ${inWords(change)}`, ...quote(change.item.text)].join('\n');
    case 'section': {
      const { before, after, title } = change.item;
      const retitled = change.how.includes('retitled') ? ` (before: ${oldText(title)})` : '';
      return `the section ${inWords(change)}${renumbering(before?.number, after?.number)}${retitled}`;
    }
    default: {
      const { before, after } = change.item;
      return [
        `${change.name} ${inWords(change)}${renumbering(before?.number, after?.number)}`,
        ...contentOf(change.item),
      ].join('\n');
    }
  }
}

function renumbering(before: string | null | undefined, after: string | null | undefined): string {
  return before && after && before !== after ? ` (before: ${before})` : '';
}

function contentOf(part: ComparedPart): string[] {
  switch (part.kind) {
    case 'table':
    case 'chart':
      return [
        ...quote(part.title),
        ...quote(part.subtitle),
        ...quote(part.alternative),
        ...gridLines(part),
        ...lines(part.notes),
      ];
    case 'diagram':
      return [
        ...quote(part.title),
        ...quote(part.alternative),
        ...lines([...part.boxes, ...part.arrows, ...part.notes]),
      ];
    default:
      return [...quote(part.text), ...lines(part.items)];
  }
}

function lines(texts: { text: Span[] }[]): string[] {
  return texts.flatMap(({ text }) => quote(text));
}

/** The cells that changed, by row and column. Of a table that was added or removed, that says enough. */
function gridLines({ columns, rows, how }: GridPart): string[] {
  if (how.includes('added') || how.includes('removed')) return [];
  const headings = columns.map(({ heading }) => newText(heading) || oldText(heading));
  return [
    ...columns.flatMap((column, at) =>
      column.how.map(
        (one) =>
          `    column “${headings[at] ?? ''}” ${one}${one === 'reworded' ? `: ${markedText(column.heading)}` : ''}`,
      ),
    ),
    ...rows.flatMap((row) => {
      const [first] = row.how;
      if (first === 'added' || first === 'removed')
        return [`    row ${first}: ${row.cells.map((cell) => newText(cell) || oldText(cell)).join(' | ')}`];
      const cells = row.cells.flatMap((cell, at) =>
        isMarked(cell) ? [`    ${row.name}, ${headings[at] ?? ''}: ${cellText(cell)}`] : [],
      );
      return [...(first === 'moved' ? [`    row moved: ${row.name}`] : []), ...cells];
    }),
  ];
}

/** A text that changed, on a line of its own; nothing where it did not. */
function quote(spans: readonly Span[]): string[] {
  return isMarked(spans) ? [`    ${shortText(spans)}`] : [];
}

function describeFigure({ label, period, before, after, causes, where }: ListedFigure): string {
  const about = period === null ? label : `${label}, ${period}`;
  const places = where.map(({ name }) => name).join(', ');
  return `${about}: ${before.text} → ${after.text} (${causes.join(' and ')}): ${places}`;
}
