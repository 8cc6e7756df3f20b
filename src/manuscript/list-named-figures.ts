import { isFigure } from '../model/figure.js';
import type { NamedFigure } from '../model/manuscript.js';

/** Paths that repeat other figures, such as the latest one as the end of a change. */
const REPEATED = /\.(?:from|to|relative)$/;

/**
 * Lists the figures that a template can reach by name in its context, which is also what names are checked against. The items of
 * lists follow, by the name of each item.
 */
export function listNamedFigures(context: object): NamedFigure[] {
  const figures = [...walk(context, '', null)].filter(({ path }) => !REPEATED.test(path));
  return [
    ...figures.filter(({ item }) => item === null),
    ...figures.filter(({ item }) => item !== null && item !== ''),
  ];
}

function* walk(value: unknown, path: string, item: string | null): Generator<NamedFigure> {
  if (typeof value !== 'object' || value === null) return;
  if (isFigure(value)) {
    yield { path, item, figure: value };
    return;
  }
  if (Array.isArray(value)) {
    for (const entry of value) yield* walk(entry, path, nameItem(entry));
    return;
  }
  for (const [key, part] of Object.entries(value))
    yield* walk(part, item === null ? (path === '' ? key : `${path}.${key}`) : path, item);
}

/** Names an item of a list: "female", "Northgate"; a figure of an earlier period by its period. */
function nameItem(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return '';
  if ('name' in entry && typeof entry.name === 'string') return entry.name;
  const figure = Object.values(entry).find(isFigure);
  return figure?.period ?? '';
}
