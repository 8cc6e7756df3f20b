import type { Document } from 'yaml';

/** Explanations of the parser's errors for authors, by the parser's error code. */
export const EXPLANATIONS: Partial<
  Record<Document['errors'][number]['code'], { message: string; hint?: string }>
> = {
  DUPLICATE_KEY: {
    message: 'this key is already used above',
    hint: 'Rename one of the two, or delete it.',
  },
  TAB_AS_INDENT: {
    message: 'the line is indented with a tab, but YAML needs spaces',
    hint: 'Indent with two spaces for each level.',
  },
  BAD_INDENT: {
    message: 'the indentation does not match the lines around it',
    hint: 'Start keys of one level in the same column. Indent the text under a | further.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'the line is not indented far enough, or its key has no colon',
    hint: 'Indent text under a | further than its key. Put a colon and a space after each key.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'the line contains a second ": "',
    hint: 'Put the whole value in quotes.',
  },
  BLOCK_IN_FLOW: {
    message: 'an entry inside { } contains a second ": "',
    hint: 'Separate entries inside { } with commas. Put text that contains ": " in quotes.',
  },
  BAD_SCALAR_START: {
    message: 'a value cannot start with this character',
    hint: 'Put the value in quotes.',
  },
  MISSING_CHAR: {
    message: 'a quote or bracket is not closed',
    hint: 'Look for a quote or bracket that is opened but not closed.',
  },
  UNEXPECTED_TOKEN: {
    message: 'there is more text after the end of the value',
    hint: 'The quote or bracket before it ended the value. Remove it, use the other kind of quotes, or put the text under a |.',
  },
  MULTIPLE_DOCS: {
    message: 'this line of dashes starts a second YAML document',
    hint: 'Delete the line.',
  },
  RESOURCE_EXHAUSTION: {
    message: 'brackets are nested too deeply to be read',
    hint: 'Check the brackets.',
  },
};
