import type {
  Comparison,
  FieldComparison,
  FigureChange,
  How,
  MetadataChange,
  Part,
  Piece,
  SectionComparison,
  Span,
} from './comparison.js';

export type ComparedPart = Exclude<Part, { kind: 'moved-away' }>;

/** One thing that changed, with where it stands. */
export type Change = {
  /** Unique, and the same for the same two versions. */
  id: string;
  /** "B Supporting information"; empty before the first section. */
  section: string;
  /** "paragraph 12", "Table 1", "the heading “Training”": as the new version has it, or the old one what was removed. */
  name: string;
  how: How[];
} & (
  | { what: 'metadata'; item: MetadataChange }
  | { what: 'header field'; item: FieldComparison }
  | { what: 'section'; item: SectionComparison }
  | { what: ComparedPart['kind']; item: ComparedPart }
);

type Unnamed = Change extends infer One ? (One extends Change ? Omit<One, 'id'> : never) : never;

/** Everything that changed, in the new version's reading order. */
export function listChanges({ metadata, header, sections }: Comparison): Change[] {
  const found: Unnamed[] = [
    ...metadata.map((item) => ({
      what: 'metadata' as const,
      section: '',
      name: item.name,
      how: ['reworded' as const],
      item,
    })),
    ...header.map((item) => ({
      what: 'header field' as const,
      section: '',
      name: item.name,
      how: item.how,
      item,
    })),
    ...sections.flatMap(sectionChanges),
  ];
  return found
    .filter(({ how }) => how.length > 0)
    .map((change, index) => ({ id: `change-${index + 1}`, ...change }));
}

function sectionChanges(item: SectionComparison): Unnamed[] {
  const section = sectionName(item);
  const parts = item.parts.flatMap((part): Unnamed[] =>
    part.kind === 'moved-away'
      ? []
      : [{ what: part.kind, section, name: partName(part), how: part.how, item: part }],
  );
  return [{ what: 'section', section, name: `section ${section}`, how: item.how, item }, ...parts];
}

function sectionName({ before, after, title }: SectionComparison): string {
  const number = (after ?? before)?.number ?? null;
  return [...(number === null ? [] : [number]), after ? newText(title) : oldText(title)].join(' ');
}

function partName(part: ComparedPart): string {
  const number = (part.after ?? part.before)?.number ?? null;
  if (number !== null) return part.kind === 'paragraph' ? `paragraph ${number}` : number;
  const [title, first] =
    'rows' in part
      ? [part.title, part.columns[0]?.heading ?? []]
      : part.kind === 'diagram'
        ? [part.title, []]
        : [part.text, part.items[0]?.text ?? []];
  const words = title.length > 0 ? title : first;
  return `the ${part.kind} “${opening(part.after ? newText(words) : oldText(words))}”`;
}

const LONGEST = 6;

function opening(text: string): string {
  const words = text.split(/\s+/);
  return words.length > LONGEST ? `${words.slice(0, LONGEST).join(' ')} …` : text;
}

/** The text of the new version. */
export function newText(spans: readonly Span[]): string {
  return textOf(spans.flatMap(({ after }) => after));
}

/** The text of the old version. */
export function oldText(spans: readonly Span[]): string {
  return textOf(spans.flatMap(({ before }) => before));
}

function textOf(pieces: readonly Piece[]): string {
  return rawText(pieces).trim();
}

/** As it stands in the run, with the space before it; a line's end is a space. */
export function rawText(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s*\n\s*/g, ' ');
}

/** A figure that changed, with everything that prints it. */
export interface ListedFigure extends FigureChange {
  where: { id: string; name: string }[];
}

/** Each figure once for each way in which it is printed, in reading order. */
export function listFigures(changes: readonly Change[]): ListedFigure[] {
  const found = new Map<string, ListedFigure>();
  for (const change of changes)
    for (const span of spansOf(change)) {
      if (span.kind !== 'figure') continue;
      const { figure } = span;
      const key = JSON.stringify([
        figure.id,
        figure.label,
        figure.period,
        figure.before.text,
        figure.after.text,
      ]);
      const listed = found.get(key) ?? { ...figure, where: [] };
      found.set(key, listed);
      if (!listed.where.some(({ id }) => id === change.id))
        listed.where.push({ id: change.id, name: change.name });
    }
  return [...found.values()];
}

/** Every stretch of text of what changed. */
function spansOf(change: Change): Span[] {
  switch (change.what) {
    case 'metadata':
      return [];
    case 'header field':
      return change.item.text;
    case 'section':
      return change.item.title;
    default:
      return partSpans(change.item);
  }
}

function partSpans(part: ComparedPart): Span[] {
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
    default:
      return [...part.text, ...part.items.flatMap(({ text }) => text)];
  }
}
