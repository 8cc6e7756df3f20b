import type { Block } from './blocks/block.js';
import type { Figure } from './figure.js';
import { listBlockFigures } from './list-block-figures.js';

/** Lists the sources of a block's figures, each once, in reading order. A computed figure has the sources of its inputs. */
export function listSources(block: Block): string[] {
  const sources = new Set<string>();
  // The shares and ranks of a column have all its figures as inputs, so each figure is visited once.
  const visited = new Set<Figure>();
  const visit = (figure: Figure): void => {
    if (visited.has(figure)) return;
    visited.add(figure);
    const { source, inputs = [] } = figure;
    if (inputs.length > 0) inputs.forEach(visit);
    else if (source !== '') sources.add(source);
  };
  for (const { figure } of listBlockFigures(block)) visit(figure);
  return [...sources];
}
