import type { Document } from '../../model/document.js';
import { listExempt } from '../../model/exemption.js';
import type { Figure } from '../../model/figure.js';
import type { Inputs } from '../../model/inputs.js';
import { listPrintedFigures } from '../../model/list-printed-figures.js';

/** Lists the exempt figures, and those that are computed from them. */
export function listExemptFigures(inputs: Inputs, document: Document): Set<Figure> {
  const { paper, period, dataSets, history } = inputs;
  const names = listExempt(paper.exempt, 'figures').map(({ name }) => name);
  const sets = listExempt(paper.exempt, 'data-sets').map(({ name }) => name);
  const isNamed = ({ id, place }: Figure): boolean => {
    if (!place.file.startsWith(`data/${period.id}/`)) return false;
    const [kind, set, row, column] = id.split('.');
    if (kind === 'data')
      return (
        sets.includes(set ?? '') ||
        names.includes(id) ||
        names.includes(`data.${set ?? ''}.${column ?? row ?? ''}`)
      );
    return names.includes(id) || (kind !== 'facts' && names.includes(kind ?? ''));
  };
  const isExempt = (figure: Figure): boolean => isNamed(figure) || (figure.inputs ?? []).some(isExempt);
  const own = dataSets.filter((set) => set.period.id === period.id);
  const { facts = {}, toDate = {}, inPeriod = {}, asAt = {}, published = {} } = history.at(-1) ?? {};
  const all = [
    ...listPrintedFigures(document).map(({ figure }) => figure),
    ...own.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        Object.values(cells).flatMap((cell) => (cell.kind === 'figure' ? [cell.figure] : [])),
      ),
    ),
    ...[facts, toDate, inPeriod, asAt, published].flatMap((figures) => Object.values(figures)),
  ];
  return new Set(all.filter(isExempt));
}
