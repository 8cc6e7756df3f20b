import { isFigure } from '../model/figure.js';
import type { NamedFigure } from '../model/manuscript.js';

/** Paths that repeat other figures, such as the latest one as the end of a change. */
const REPEATED = /\.(?:from|to|relative)$/;

/**
 * Lists the figures that a template can reach by name in its context, which is also what names are checked against. The items of
 * lists follow, by the name of each item.
 */
export function listNamedFigures(context: object): NamedFigure[] {
  const figures: NamedFigure[] = [];
  addFigures(context, '', null, figures);
  return [
    ...figures.filter(({ item }) => item === null),
    ...figures.filter(({ item }) => item !== null && item !== ''),
  ];
}

/** Adds the figures of a value to a list. Papers have many thousands of them, so one list is passed along. */
function addFigures(value: unknown, path: string, item: string | null, figures: NamedFigure[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isFigure(value)) {
    if (!REPEATED.test(path)) figures.push({ path, item, figure: value });
    return;
  }
  if (Array.isArray(value)) {
    for (const entry of value) addFigures(entry, path, nameItem(entry), figures);
    return;
  }
  for (const [key, part] of Object.entries(value))
    addFigures(part, item === null ? (path === '' ? key : `${path}.${key}`) : path, item, figures);
}

/** Names an item of a list: "female", "Northgate"; a figure of an earlier period by its period. */
function nameItem(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return '';
  if ('name' in entry && typeof entry.name === 'string') return entry.name;
  const figure = Object.values(entry).find(isFigure);
  return figure?.period ?? '';
}
