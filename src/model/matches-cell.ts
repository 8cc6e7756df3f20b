import type { DataCell } from './data-set.js';

/** Returns true if a cell has this value: a number, a text in any capitals, or a step by its name or label. */
export function matchesCell(cell: DataCell | undefined, wanted: unknown): boolean {
  if (!cell) return false;
  const typed = String(wanted).toLowerCase();
  switch (cell.kind) {
    case 'figure':
      return typeof wanted === 'number' && cell.figure.value === wanted;
    case 'text':
      return cell.text.toLowerCase() === typed;
    case 'markup':
      return cell.markup.text.toLowerCase() === typed;
    case 'step':
      return [cell.step.id, cell.step.label.toLowerCase()].includes(typed);
    case 'measure':
      return cell.measure === typed;
    case 'paper':
      return cell.paper === typed;
    default:
      return cell satisfies never;
  }
}
