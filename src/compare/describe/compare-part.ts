import type { Block } from '../../model/blocks/block.js';
import type { Diagram } from '../../model/blocks/diagram.js';
import type { Picture } from '../../model/blocks/picture.js';
import type { Pair } from '../align/interleave.js';
import type { Unit } from '../align/list-units.js';
import { sortKinds } from './classify-change.js';
import { compareDiagram } from './compare-diagram.js';
import { compareGridPart, type GridBlock } from './compare-grid-part.js';
import { comparePicture } from './compare-picture.js';
import { compareText } from './compare-text.js';
import type { CompareWords } from './compare-words.js';
import type {
  ChangeKind,
  DiagramPart,
  GridPart,
  Location,
  Part,
  PicturePart,
  TextPart,
} from './comparison.js';
import { toLocation } from './to-location.js';

/** A part without its locations. Its `how` has the changes in its content. */
type Content =
  OmitLocations<TextPart> | OmitLocations<GridPart> | OmitLocations<DiagramPart> | OmitLocations<PicturePart>;

type OmitLocations<T> = Omit<T, 'before' | 'after'>;

/** Compares the two versions of a block, or describes a block that only one version has. */
export function comparePart(pair: Pair<Unit>, compare: CompareWords): Part {
  const unit = pair.after ?? pair.before;
  if (!unit) throw new Error('a pair has no block in either version');
  const [before, after] = [toLocation(pair.before), toLocation(pair.after)];
  if (pair.isAway && before && after) return { kind: 'moved-away', what: unit.block.kind, before, after };
  const content = compareContent(pair, unit.block.kind, compare);
  const how = [...classifyLocations(before, after, pair.isMoved), ...(before && after ? content.how : [])];
  return { ...content, how: sortKinds(how), before, after };
}

function classifyLocations(before: Location | null, after: Location | null, isMoved: boolean): ChangeKind[] {
  if (!before) return ['added'];
  if (!after) return ['removed'];
  if (isMoved) return ['moved'];
  return before.number === after.number ? [] : ['renumbered'];
}

function compareContent({ before, after }: Pair<Unit>, kind: Block['kind'], compare: CompareWords): Content {
  switch (kind) {
    case 'table':
    case 'chart':
      return compareGridPart(selectGrid(before), selectGrid(after), kind, compare);
    case 'diagram':
      return compareDiagram(selectDiagram(before), selectDiagram(after), compare);
    case 'picture':
      return comparePicture(selectPicture(before), selectPicture(after), compare);
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
    case 'list':
      return compareText(before, after, kind, compare);
    default:
      return kind satisfies never;
  }
}

function selectGrid(unit: Unit | null): GridBlock | null {
  const block = unit?.block;
  return block?.kind === 'table' || block?.kind === 'chart' ? block : null;
}

function selectDiagram(unit: Unit | null): Diagram | null {
  return unit?.block.kind === 'diagram' ? unit.block : null;
}

function selectPicture(unit: Unit | null): Picture | null {
  return unit?.block.kind === 'picture' ? unit.block : null;
}
