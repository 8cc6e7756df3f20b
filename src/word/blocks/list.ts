import { Paragraph, type ILevelsOptions, type NumberingDefinition } from 'docx';
import type { List } from '../../model/blocks/list.js';
import { STYLES } from '../create-styles.js';
import { createRuns } from '../text/create-runs.js';
import { toHex } from '../text/to-hex.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';

/** The deepest level that Word has. Deeper lists stay there. */
const DEEPEST = 8;
/** The distance from a bullet or number to its text, in points. */
const MARKER = { bullet: 12, decimal: 18, 'lower-alpha': 20, 'lower-roman': 22 } as const;
const BULLETS = ['•', '–', '▪'] as const;

export function createList(list: List, context: WordContext): Paragraph[] {
  const { theme } = context;
  const start = theme.text.hang + theme.layout.lists.indent;
  return createItems(list, { depth: 0, indent: start, isLast: true, style: STYLES.item }, context);
}

/** Returns a list within a field of the header block. */
export function createInnerList(list: List, style: string, context: WordContext): Paragraph[] {
  return createItems(list, { depth: 0, indent: 0, isLast: false, style }, context);
}

/** The place of a list in others. `indent` is that of its markers in points. */
interface Position {
  depth: number;
  indent: number;
  /** True if the space under the whole list follows its last item. */
  isLast: boolean;
  style: string;
}

function createItems(list: List, position: Position, context: WordContext): Paragraph[] {
  const { below } = context.theme.layout.lists;
  const level = Math.min(position.depth, DEEPEST);
  const indent = position.indent + MARKER[list.style];
  const reference = defineList(list, level, indent, context);
  return list.items.flatMap(({ content, lists }, index) => {
    const isEnd = position.isLast && index === list.items.length - 1;
    return [
      new Paragraph({
        style: position.style,
        numbering: { reference, level },
        ...(isEnd && lists.length === 0 && { spacing: { after: toTwips(below) } }),
        ...(lists.length > 0 && { keepNext: true }),
        children: createRuns(content, context),
      }),
      ...lists.flatMap((inner, place) =>
        createItems(
          inner,
          { ...position, depth: position.depth + 1, indent, isLast: isEnd && place === lists.length - 1 },
          context,
        ),
      ),
    ];
  });
}

/** Defines a list of its own, so that its numbers start where they must, whatever is before it. */
function defineList(
  list: List,
  level: number,
  indent: number,
  { theme, makeId }: WordContext,
): NumberingDefinition {
  const own: ILevelsOptions = {
    level,
    ...describeMarkers(list, level),
    start: list.start,
    alignment: 'left',
    style: {
      run: { color: toHex(theme.colours.soft) },
      paragraph: { indent: { left: toTwips(indent), hanging: toTwips(MARKER[list.style]) } },
    },
  };
  const outer = Array.from({ length: level }, (_, index) => ({ ...own, level: index, start: 1 }));
  return { reference: `list-${makeId()}`, levels: [...outer, own] };
}

function describeMarkers({ style }: List, level: number): Pick<ILevelsOptions, 'format' | 'text'> {
  const number = `%${level + 1}`;
  switch (style) {
    case 'bullet':
      return { format: 'bullet', text: BULLETS[level % BULLETS.length] ?? BULLETS[0] };
    case 'decimal':
      return { format: 'decimal', text: `${number}.` };
    case 'lower-alpha':
      return { format: 'lowerLetter', text: `(${number})` };
    case 'lower-roman':
      return { format: 'lowerRoman', text: `(${number})` };
    default:
      return style satisfies never;
  }
}
