import type { Nodes, PhrasingContent, RootContent } from 'mdast';

const BLOCK_TYPES = ['heading', 'paragraph', 'list', 'blockquote', 'table', 'picture'] as const;
const INLINE_TYPES = ['text', 'emphasis', 'strong', 'link', 'break', 'footnoteReference'] as const;

/** Parts of the tree, of lists and of tables, and the texts of footnotes. */
type PartType = 'root' | 'listItem' | 'tableRow' | 'tableCell' | 'footnoteDefinition';

type BlockType = (typeof BLOCK_TYPES)[number];
type InlineType = (typeof INLINE_TYPES)[number];

/** A block of Markdown that a paper can print. */
export type BlockNode = Extract<RootContent, { type: BlockType }>;

/** A piece of running text in Markdown that a paper can print. */
export type InlineNode = Extract<PhrasingContent, { type: InlineType }>;

export function isBlockNode(node: RootContent): node is BlockNode {
  return BLOCK_TYPES.some((type) => type === node.type);
}

export function isInlineNode(node: PhrasingContent): node is InlineNode {
  return INLINE_TYPES.some((type) => type === node.type);
}

interface Refusal {
  message: string;
  hint: string;
}

const NO_IMAGES: Refusal = {
  message: 'a picture needs a line of its own in a section',
  hint: 'Write ![Caption](images/map.png){#fig-map fig-alt="…"} in the first column, with an empty line above and below.',
};

const NO_CODE_SPANS: Refusal = {
  message: 'text between ` is read as program code',
  hint: "For an apostrophe type ' instead.",
};

/**
 * Every other type of Markdown node, with the message for its author. Null: the parser does not produce it without an
 * extension, or another node reports it. A type that is missing here does not compile.
 */
const REFUSALS: Record<Exclude<Nodes['type'], BlockType | InlineType | PartType>, Refusal | null> = {
  html: { message: 'HTML is not supported', hint: 'For a plain < write \\<.' },
  code: {
    message: 'this is read as program code',
    hint: 'Start a paragraph in the first column, not four spaces in.',
  },
  inlineCode: NO_CODE_SPANS,
  image: NO_IMAGES,
  imageReference: null, // its definition is reported
  linkReference: null, // its definition is reported
  thematicBreak: {
    message: 'a line of dashes or stars is not supported',
    hint: 'Delete it: headings divide the text.',
  },
  definition: {
    message: 'link definitions are not supported',
    hint: 'Write [text](https://…) in the sentence.',
  },
  delete: null,
  yaml: null,
};

/** Matches the HTML with which authors put lists and lines into cells. */
const LINES = /^<\/?(?:br|li|ol|p|ul)\b/i;

const NO_LINES: Refusal = {
  message: 'HTML is not supported',
  hint: 'Write lists and paragraphs in Markdown. A cell of a table has one text: put each item in a row of its own.',
};

/** Returns the message for a node that a paper cannot print. */
export function findRefusal(node: Nodes): Refusal | null {
  if (node.type === 'html' && LINES.test(node.value)) return NO_LINES;
  const refusals: Partial<Record<Nodes['type'], Refusal | null>> = REFUSALS;
  return refusals[node.type] ?? null;
}
