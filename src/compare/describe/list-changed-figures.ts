import type { Change } from './list-changes.js';
import { listSpans } from './list-spans.js';
import type { FigureChange } from './span.js';

/** A figure that changed, with every part that prints it. */
export interface ChangedFigure extends FigureChange {
  where: { id: string; name: string }[];
}

/** Lists each figure once for each way in which it is printed, in reading order. */
export function listChangedFigures(changes: readonly Change[]): ChangedFigure[] {
  const figures = new Map<string, ChangedFigure>();
  for (const change of changes)
    for (const figure of listFigures(change)) {
      const key = JSON.stringify([
        figure.id,
        figure.label,
        figure.period,
        figure.before.text,
        figure.after.text,
      ]);
      const listed = figures.get(key) ?? { ...figure, where: [] };
      figures.set(key, listed);
      if (!listed.where.some(({ id }) => id === change.id))
        listed.where.push({ id: change.id, name: change.name });
    }
  return [...figures.values()];
}

function listFigures(change: Change): FigureChange[] {
  return listSpans(change).flatMap((span) => (span.kind === 'figure' ? [span.figure] : []));
}
