/** The sign of an item of a list in Markdown, with its indentation. */
export const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
