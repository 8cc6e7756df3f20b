import type { Inputs } from '../../model/inputs.js';
import { listMeasuresIn } from './redact-figures.js';

export type ExemptFigureSources = Pick<Inputs, 'files' | 'period' | 'history' | 'dataSets'>;

/** Lists the figures that can be exempt by themselves: those that the files of the paper's period state. */
export function listFiguresIn({ files, period, history, dataSets }: ExemptFigureSources): string[] {
  const facts = Object.keys(history.at(-1)?.facts ?? {}).map((name) => `facts.${name}`);
  const measures = ['activity', 'survey', 'shares', 'areas'].flatMap((name) =>
    listMeasuresIn(files.find(({ path }) => path === `data/${period.id}/${name}.yaml`)?.text ?? ''),
  );
  const sets = dataSets.filter((set) => set.period.id === period.id);
  const cells = sets.flatMap(({ id, columns, rows, key }) => {
    const typed = columns.filter((column) => column.computation === null && column.id !== key);
    return [
      ...typed.map((column) => `data.${id}.${column.id}`),
      ...rows.flatMap((row) => typed.map((column) => `data.${id}.${row.id}.${column.id}`)),
    ];
  });
  return [...facts, ...new Set(measures), ...cells];
}
