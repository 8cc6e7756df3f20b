import { makeError, type Checked } from '../../model/problem.js';

/** The parts of a file with front matter. */
interface SplitFile {
  /** The file up to the second line of dashes. */
  head: string;
  /** The YAML, with an empty line in place of the first line of dashes, so that its lines are those of the file. */
  yaml: string;
  /** The text after the second line of dashes, below as many empty lines as are before it. */
  body: string;
}

/** Splits a file at the two lines of dashes around its front matter. The value is null if it has none. */
export function splitFrontMatter(path: string, text: string): Checked<SplitFile | null> {
  const match = /^---[ \t]*\r?\n((?:[^]*?\r?\n)??)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) {
    const isOpen = /^---[ \t]*\r?$/m.test(text.split('\n')[0] ?? '');
    const problem = makeError(
      'front-matter-is-complete',
      { file: path, line: 1, column: 1 },
      isOpen ? 'the lines of dashes have no second one' : 'the file does not start with its title',
      { expected: 'three lines at the top of the file: ---, then title: The title, then ---' },
    );
    return { value: null, problems: [problem] };
  }
  const [head = '', yaml = ''] = match;
  const emptyLines = head.replace(/[^\n]/g, '');
  return {
    value: { head, yaml: `\n${yaml}`, body: emptyLines + text.slice(head.length) },
    problems: [],
  };
}
