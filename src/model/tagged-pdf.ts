/** A PDF as a screen reader sees it: the structure of each page, and the text of its pieces. */
export interface TaggedPdf {
  /** The title in the metadata. Empty if it has none. */
  title: string;
  pages: TaggedPage[];
}

interface TaggedPage {
  /** Null if the page has no tags. */
  tree: Tag | null;
  /** The text of each piece of marked content, by its id. */
  texts: Record<string, string>;
}

/** An element of the structure, with what it has on one page. */
export interface Tag {
  /** A standard role: "H2", "P", "TD". */
  role: string;
  /** The alternative text. */
  alt?: string;
  children: (Tag | TaggedPiece)[];
}

/** A piece of content. `object` is a link or a form field. */
interface TaggedPiece {
  type: 'content' | 'object' | 'annotation';
  id: string;
}
