import { isMap, isScalar, parseDocument, stringify, type Pair, type YAMLMap } from 'yaml';

/** A stretch of a text, and what takes its place. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The text with its edits made, in its own line ends. All else stays as it is, to the last space: comments, order, quotes. */
export function applyEdits(text: string, edits: Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  let result = '';
  let done = 0;
  for (const edit of inOrder) {
    if (edit.from < done) throw new Error(`two edits of a YAML file overlap at ${edit.from}`);
    result += text.slice(done, edit.from) + edit.text.replaceAll(/\r?\n/g, lineBreak);
    done = edit.to;
  }
  return result + text.slice(done);
}

/** A key with its value in a YAML text, and whether it stands within braces. */
export interface Entry {
  key: string;
  pair: Pair;
  inFlow: boolean;
}

/** The map that a YAML file consists of; null where it holds none. The file has been read before, and is valid. */
export function topMap(text: string): YAMLMap | null {
  const { contents } = parseDocument(text);
  return isMap(contents) ? contents : null;
}

/** The entries at a path, in which `*` stands for any key. None where the path leads nowhere. */
export function entriesAt(map: YAMLMap | null, path: readonly string[], inFlow = false): Entry[] {
  const [step, ...rest] = path;
  if (map === null || step === undefined) return [];
  const flow = inFlow || map.flow === true;
  return map.items
    .map((pair) => ({ key: isScalar(pair.key) ? String(pair.key.value) : '', pair, inFlow: flow }))
    .filter(({ key }) => step === '*' || step === key)
    .flatMap((entry) =>
      rest.length === 0 ? [entry] : entriesAt(isMap(entry.pair.value) ? entry.pair.value : null, rest, flow),
    );
}

export function entryAt(map: YAMLMap | null, ...path: string[]): Entry | undefined {
  return entriesAt(map, path)[0];
}

/** Where an entry begins: its key. */
function startOf({ pair }: Entry): number {
  return rangeOf(pair.key)?.[0] ?? 0;
}

/** Where an entry's value ends. */
function endOf({ pair }: Entry): number {
  return rangeOf(pair.value)?.[1] ?? rangeOf(pair.key)?.[1] ?? 0;
}

/** Puts another value in an entry's place: `value` is YAML. Empty leaves the key alone, as a value that is to come. */
export function setValue(text: string, entry: Entry, value: string): Edit[] {
  if (isEmpty(entry) && value === '') return [];
  const from = text.indexOf(':', rangeOf(entry.pair.key)?.[1] ?? 0) + 1;
  const old = text.slice(from, endOf(entry));
  const fresh = value === '' && entry.inFlow ? 'null' : value;
  return [
    { from, to: endOf(entry), text: `${fresh === '' ? '' : ' '}${fresh}${/\r?\n$/.exec(old)?.[0] ?? ''}` },
  ];
}

/** Adds entries at the end of the map that an entry holds, written as those before them are. */
export function addEntries(text: string, parent: Entry, added: Record<string, object>): Edit[] {
  const map = isMap(parent.pair.value) ? parent.pair.value : null;
  const last = entriesAt(map, ['*'], parent.inFlow).at(-1);
  if (last?.inFlow ?? parent.inFlow) {
    const flow = stringify(added, { collectionStyle: 'flow', lineWidth: 0 }).trim();
    if (!last) return setValue(text, parent, flow);
    return [{ from: endOf(last), to: endOf(last), text: `, ${flow.slice(1, -1).trim()}` }];
  }
  const column = last ? columnOf(text, last) : columnOf(text, parent) + 2;
  const block = stringify(added, { lineWidth: 0 }).replaceAll(/^(?=.)/gm, ' '.repeat(column));
  if (!last) return setValue(text, parent, `\n${block.trimEnd()}`);
  const end = text[endOf(last) - 1] === '\n' ? endOf(last) : lineEnd(text, endOf(last));
  return [{ from: end, to: end, text: `${text[end - 1] === '\n' ? '' : '\n'}${block}` }];
}

function columnOf(text: string, entry: Entry): number {
  return startOf(entry) - lineStart(text, startOf(entry));
}

/** A text as YAML writes it where it stands: in quotes only where it needs them. */
export function scalarText(value: string, inFlow: boolean): string {
  const options = { lineWidth: 0, collectionStyle: 'flow' } as const;
  return inFlow ? stringify([value], options).trim().slice(1, -1).trim() : stringify(value, options).trim();
}

/** Takes an entry of a block map out, with its lines. */
export function dropEntry(text: string, entry: Entry): Edit[] {
  const end = rangeOf(entry.pair.value)?.[2] ?? endOf(entry);
  const to = text[end - 1] === '\n' ? end : lineEnd(text, end);
  return [{ from: lineStart(text, startOf(entry)), to, text: '' }];
}

const NOTE = /^# Rolled forward from .*\r?\n/m;

/** A comment line under those at the top of the file, in place of what an earlier roll-forward said there. */
export function putNote(text: string, map: YAMLMap | null, note: string): Edit[] {
  const old = NOTE.exec(text);
  const first = entriesAt(map, ['*'])[0];
  const from = first ? lineStart(text, startOf(first)) : text.length;
  return [
    ...(old ? [{ from: old.index, to: old.index + old[0].length, text: '' }] : []),
    { from, to: from, text: `# Rolled forward from ${note}\n` },
  ];
}

const REVIEW = '# Carried over as they stood. Take each out of this list once you have dealt with it.';

/** The list of what was carried over and is to be reviewed, before the entry that holds it. */
export function listUnreviewed(text: string, map: YAMLMap | null, before: string, ids: string[]): Edit[] {
  const old = entryAt(map, 'unreviewed');
  const comment = text.indexOf(REVIEW); // left behind, perhaps, by an author who has taken the list out
  const holder = entryAt(map, before);
  const from = holder ? aboveComments(text, lineStart(text, startOf(holder))) : 0;
  return [
    ...(comment >= 0 ? [{ from: comment, to: lineEnd(text, comment), text: '' }] : []),
    ...(old ? dropEntry(text, old) : []),
    ...(holder && ids.length > 0
      ? [
          {
            from,
            to: from,
            text: `${REVIEW}\nunreviewed:\n${ids.map((id) => `  - ${id}\n`).join('')}\n`,
          },
        ]
      : []),
  ];
}

/** The beginning of the comment lines right above a line. */
function aboveComments(text: string, start: number): number {
  const above = start === 0 ? 0 : lineStart(text, start - 1);
  return start > 0 && text.slice(above, start).startsWith('#') ? aboveComments(text, above) : start;
}

function isEmpty({ pair }: Entry): boolean {
  return pair.value === null || (isScalar(pair.value) && pair.value.value === null);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return (node as { range?: [number, number, number] } | null)?.range ?? undefined;
}
