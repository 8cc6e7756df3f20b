import type { Block } from './blocks/block.js';
import type { Figure } from './figure.js';
import { listBlockFigures } from './list-block-figures.js';

/** Lists the sources of a block's figures, each once, in reading order. A computed figure has the sources of its inputs. */
export function listSources(block: Block): string[] {
  const sources = listBlockFigures(block).flatMap(({ figure }) => listFigureSources(figure));
  return [...new Set(sources)].filter((source) => source !== '');
}

function listFigureSources({ source, inputs = [] }: Figure): string[] {
  return inputs.length > 0 ? inputs.flatMap(listFigureSources) : [source];
}
