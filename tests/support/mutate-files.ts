/** One change to one line of a file, as a hurried author might make it. */
export interface Mutation {
  name: string;
  file: string;
  /** The line of the mistake, from 1. */
  line: number;
  text: string;
}

type Operator = (line: string) => string | null;

/** Each operator returns the changed line, or null if it does not apply. */
const OPERATORS: Record<string, Operator> = {
  'loses its colon': (line) => swap(line, /^(\s*(?:- )?[\w-]+):( |$)/, '$1$2'),
  'loses the space after its colon': (line) => swap(line, /^(\s*(?:- )?[\w-]+): (?=\S)/, '$1:'),
  'has an equals sign for its colon': (line) => swap(line, /^(\s*(?:- )?[\w-]+): /, '$1 = '),
  'is indented further': (line) => (line.trim() === '' ? null : `  ${line}`),
  'is indented by a tab': (line) => swap(line, /^ {2}/, '\t'),
  'is indented less': (line) => swap(line, /^ {2}/, ''),
  'becomes an item of a list': (line) => swap(line, /^(\s*)(?=[\w-]+:)/, '$1- '),
  'loses its value': (line) => swap(line, /^(\s*(?:- )?[\w-]+:) \S.*$/, '$1'),
  'gets a second colon': (line) => swap(line, /^(\s*(?:- )?[\w-]+: [^"{[|]+)$/, '$1: more'),
  'loses a closing brace': (line) => swap(line, /\}(?!.*\})/, ''),
  'loses an opening brace': (line) => swap(line, /\{/, ''),
  'loses a closing bracket': (line) => swap(line, /\](?!.*\])/, ''),
  'loses a quote': (line) => swap(line, /"/, ''),
  'gets curly quotes': (line) => swap(line, /"([^"]*)"/, '“$1”'),
  'loses a comma': (line) => swap(line, /, (?=\S)/, ' '),
  'has a number with a comma': (line) => swap(line, /(?<=[:[{] ?)\d+(?=[ ,}\]]|$)/, '8,453'),
  'has a percentage with its sign': (line) => swap(line, /(?<=: )\d+(?=[ ,}]|$)/, '64%'),
  'has a word for a number': (line) => swap(line, /(?<=: )\d+(?=[ ,}]|$)/, 'many'),
  'has a list for its value': (line) => swap(line, /(?<=^\s*[\w-]+: )[^|{["].*$/, '[a, b]'),
  'has a misspelt key': (line) => swap(line, /^(\s*(?:- )?(?:\{ )?[a-z])([a-z])([\w-]*):/, '$1$3$2:'),
  'has a misspelt name in braces': (line) => swap(line, /(\{\{[a-z]+[ .]"?[a-z])([a-z])/, '$1z$2'),
  'has a misspelt helper': (line) => swap(line, /\{\{([a-z])([a-z]+) /, '{{$1x$2 '),
  'has braces without a name': (line) => swap(line, /\{\{[^}]*\}\}/, '{{}}'),
  'has a helper without its arguments': (line) => swap(line, /\{\{([a-z]+) [^}]*\}\}/, '{{$1}}'),
  'has an unclosed block': (line) => (line.includes('{{') ? `${line}{{#if facts}}` : null),
  'has a stray closing block': (line) => (line.includes('{{') ? `${line}{{/each}}` : null),
  'starts with braces': (line) => swap(line, /(?<=^\s*[\w-]+: )(?=\w)/, '{{facts.benches}} '),
  'has a kind of another project': (line) => swap(line, /(?<=kind: )[\w-]+/, 'bar'),
  'has an alias': (line) => swap(line, /(?<=^\s*[\w-]+: )(?=\w)/, '*'),
  'has a tag': (line) => swap(line, /(?<=^\s*[\w-]+: )(?=\w)/, '!note '),
};

function swap(line: string, pattern: RegExp, by: string): string | null {
  const changed = line.replace(pattern, by);
  return changed === line ? null : changed;
}

/** Makes up to `most` mutations of the files, spread evenly over operators, files and lines. The same files give the same mutations. */
export function listMutations(files: Readonly<Record<string, string>>, most: number): Mutation[] {
  const all = Object.entries(OPERATORS).map(([name, change]) =>
    Object.entries(files).flatMap(([file, text]) => {
      const lines = text.split('\n');
      return lines.flatMap((line, index): Mutation[] => {
        const changed = change(line);
        if (changed === null) return [];
        const mutated = lines.with(index, changed).join('\n');
        return [{ name: `${file}, line ${index + 1}, ${name}`, file, line: index + 1, text: mutated }];
      });
    }),
  );
  const perOperator = Math.ceil(most / all.length);
  return all.flatMap((mutations) => {
    const step = Math.max(1, mutations.length / perOperator);
    return Array.from(
      { length: Math.min(perOperator, mutations.length) },
      (_, index) => mutations[Math.floor(index * step)],
    ).filter((mutation) => mutation !== undefined);
  });
}
