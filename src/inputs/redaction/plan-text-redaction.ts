import { isMap, isNode, isScalar, parseDocument, type Document as YamlDocument, type YAMLMap } from 'yaml';
import type { Block } from '../../model/blocks/block.js';
import type { Document } from '../../model/document.js';
import { escapeMarkdown } from '../../model/escape-markdown.js';
import { getSchedule, writeExemptSentence, type Exemption } from '../../model/exemption.js';
import type { Inputs } from '../../model/inputs.js';
import type { Markup } from '../../model/markup.js';
import type { Section } from '../../model/section.js';
import { splitFrontMatter } from '../yaml/split-front-matter.js';
import { findEnd, removeComments, replaceNode } from '../yaml/redact-text.js';
import { applyTextEdits, type TextEdit } from '../yaml/text-edit.js';
import { writeLeftOut } from './list-left-out.js';
import type { Overlay } from './overlay.js';

/**
 * Plans the redaction of texts: a sentence in place of each exempt paragraph and appendix. The tables, charts, diagrams and partials
 * that only exempt texts use are left out too. `document` is the paper with everything: it knows the numbers that must stay.
 */
export function planTextRedaction(inputs: Inputs, document: Document): Overlay {
  const { paper, period, template, meeting } = inputs;
  const texts = new Map<string, string>();
  const textOf = (path: string): string => inputs.files.find((file) => file.path === path)?.text ?? '';
  const exemptTexts: string[] = [];
  for (const { appendix, path, exemption } of listTemplateAppendices(inputs)) {
    const text = textOf(path);
    const parts = splitFrontMatter(path, text).value;
    const section = document.appendices.find(({ id }) => id === appendix);
    if (!parts || !section) continue;
    const sentence = writeSentence(template.words.appendix, exemption, getSchedule(meeting));
    if (!parts.body.trim().startsWith(sentence)) {
      exemptTexts.push(parts.body);
      texts.set(path, `${removeComments(parts.head)}\n${sentence}${writeLeftOut(section.blocks, section)}\n`);
    }
  }
  const path = `data/${period.id}/${paper.id}.yaml`;
  const redacted = redactPaper(textOf(path), inputs, document, exemptTexts);
  exemptTexts.push(...redacted.exemptTexts);
  texts.set(path, redacted.text);
  const unused = findUnused(inputs, texts, exemptTexts);
  return {
    texts: new Map([...texts, ...unused.texts]),
    without: unused.without,
    sheets: new Map(),
  };
}

/** Lists the exempt appendices of the template, with their files. */
function listTemplateAppendices({ paper, template, files }: Inputs) {
  return paper.exempt.flatMap((exemption) =>
    exemption.parts.appendices.flatMap(({ name }) => {
      const path = `templates/${template.id}/appendices/${name}.md.hbs`;
      return files.some((file) => file.path === path) ? [{ appendix: name, path, exemption }] : [];
    }),
  );
}

function writeSentence(word: string, exemption: Exemption, schedule: string | null): string {
  return escapeMarkdown(writeExemptSentence(word.toLowerCase(), exemption, schedule));
}

/** Redacts the paper's own file: narrative, appendices, and narrative that only exempt appendices place. */
function redactPaper(
  text: string,
  { paper, template, meeting }: Inputs,
  document: Document,
  exemptTexts: readonly string[],
): { text: string; exemptTexts: string[] } {
  const bare = removeComments(text);
  const yaml = parseDocument(bare);
  const found: string[] = [];
  const edits: TextEdit[] = [];
  const replace = (node: unknown, sentence: string, section: Section | undefined, blocks: Block[]): void => {
    if (!isScalar(node) || !section || String(node.value).startsWith(sentence)) return;
    found.push(String(node.value));
    edits.push(...replaceLiteral(node, sentence + writeLeftOut(blocks, section), bare));
  };
  const unplaced = paper.narrative.filter(({ id }) =>
    exemptTexts.some((exempt) => exempt.includes(`{{narrative "${id}"`)),
  );
  for (const { id } of unplaced) {
    const narrative = yaml.get('narrative', true);
    if (isMap(narrative)) {
      found.push(...listValues(narrative.get(id)));
      edits.push(...removePair(narrative, id, bare));
    }
  }
  for (const exemption of paper.exempt) {
    for (const { name } of exemption.parts.paragraphs) {
      const group = paper.narrative.find(({ entries }) => entries.some(({ label }) => label === name));
      if (!group || unplaced.includes(group)) continue;
      const node = yaml.getIn(['narrative', group.id, name], true);
      const section = [...document.sections, ...document.appendices].find(({ blocks }) =>
        blocks.some(
          ({ kind, ...block }) => kind === 'paragraph' && 'anchor' in block && block.anchor === name,
        ),
      );
      const markup = group.entries.find(({ label }) => label === name)?.markup;
      const blocks = section && markup ? listBlocksOf(name, markup, section) : [];
      replace(
        node,
        writeSentence(template.words.paragraph, exemption, getSchedule(meeting)),
        section,
        blocks,
      );
    }
    for (const { name } of exemption.parts.appendices) {
      const node = yaml.getIn(['appendices', name, 'text'], true);
      const section = document.appendices.find(({ id }) => id === name);
      replace(
        node,
        writeSentence(template.words.appendix, exemption, getSchedule(meeting)),
        section,
        section?.blocks ?? [],
      );
    }
  }
  if (unplaced.length > 0) edits.push(...redactUnreviewed(yaml, unplaced, bare));
  return { text: closeEmptyMap(applyTextEdits(bare, edits), 'narrative'), exemptTexts: found };
}

/** Lists the numbered blocks of an exempt paragraph: those that follow it and that its own text places. */
function listBlocksOf(label: string, { text, place }: Markup, { blocks }: Section): Block[] {
  const start = blocks.findIndex((block) => block.kind === 'paragraph' && block.anchor === label);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex(({ kind }) => kind === 'paragraph' || kind === 'heading');
  return (end < 0 ? rest : rest.slice(0, end)).filter((block) => {
    switch (block.kind) {
      case 'table':
      case 'chart':
      case 'diagram':
        return block.place.file === place.file || callOf(block.kind)(block.anchor).test(text);
      case 'picture':
        return text.includes(block.file.split('/').at(-1) ?? block.file);
      case 'footnote':
        return text.includes('[^');
      default:
        return false;
    }
  });
}

/** Replaces a literal block by one line, and keeps its line breaks. */
function replaceLiteral(node: unknown, line: string, text: string): TextEdit[] {
  if (!isNode(node) || !node.range) return [];
  const [start, valueEnd] = node.range;
  const end = findEnd(start, valueEnd, text);
  const [, indent = '  '] = /\n+([ \t]+)\S/.exec(text.slice(start, end)) ?? [];
  const breaks = text.slice(start, end).split('\n').length - 1;
  return [{ start, end, text: `|\n${indent}${line}${'\n'.repeat(Math.max(0, breaks - 1))}` }];
}

/** Removes an entry of a map, and keeps its line breaks. */
function removePair(map: YAMLMap, name: string, text: string): TextEdit[] {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
  const key: unknown = pair?.key;
  const value: unknown = pair?.value ?? pair?.key;
  if (!isNode(key) || !isNode(value) || !key.range || !value.range) return [];
  const [start] = key.range;
  const end = findEnd(start, value.range[1], text);
  return [{ start, end, text: '\n'.repeat(text.slice(start, end).split('\n').length - 1) }];
}

/** Gives a map that has lost all its entries an empty value. */
function closeEmptyMap(text: string, key: string): string {
  const value: unknown = parseDocument(text).get(key);
  return value === null ? text.replace(new RegExp(`^${key}:[ \\t]*$`, 'm'), `${key}: {}`) : text;
}

function redactUnreviewed(
  yaml: YamlDocument,
  removed: Inputs['paper']['narrative'],
  text: string,
): TextEdit[] {
  const gone = new Set(removed.flatMap(({ entries }) => entries.map(({ label }) => label)));
  const labels: unknown = (yaml.toJS() as { unreviewed?: unknown }).unreviewed; // the file fits its schema
  if (!Array.isArray(labels) || !labels.some((label) => gone.has(String(label)))) return [];
  const kept = labels.filter((label) => !gone.has(String(label)));
  return replaceNode(yaml.get('unreviewed', true), JSON.stringify(kept), text);
}

function listValues(node: unknown): string[] {
  return isMap(node) ? node.items.flatMap(({ value }) => (isScalar(value) ? [String(value.value)] : [])) : [];
}

/** Finds what only exempt texts use: entries of tables.yaml and charts.yaml, diagrams and partials. */
function findUnused(
  { files, template, paper }: Inputs,
  redacted: ReadonlyMap<string, string>,
  exemptTexts: readonly string[],
): Pick<Overlay, 'texts' | 'without'> {
  const folder = `templates/${template.id}`;
  const readNow = (path: string, text: string): string => redacted.get(path) ?? text;
  const publicTexts = files
    .filter(({ path }) => path.endsWith('.hbs') || path.endsWith(`/${paper.id}.yaml`))
    .map(({ path, text }) => ({ path, text: readNow(path, text) }));
  const isUsed = (call: (name: string) => RegExp, name: string, own: string): boolean => {
    const pattern = call(name);
    const isPublic = publicTexts.some(({ path, text }) => path !== own && pattern.test(text));
    return isPublic || !exemptTexts.some((text) => pattern.test(text));
  };
  const texts = new Map<string, string>();
  for (const kind of ['table', 'chart'] as const) {
    const path = `${folder}/${kind}s.yaml`;
    const text = files.find((file) => file.path === path)?.text;
    const unused = template[`${kind}s`].map(({ id }) => id).filter((id) => !isUsed(callOf(kind), id, path));
    if (text === undefined || unused.length === 0) continue;
    const bare = removeComments(text);
    const map = parseDocument(bare).get(`${kind}s`, true);
    const edits = isMap(map) ? unused.flatMap((id) => removePair(map, id, bare)) : [];
    texts.set(path, closeEmptyMap(applyTextEdits(bare, edits), `${kind}s`));
  }
  const diagrams = template.diagrams
    .map(({ id }) => ({ id, path: `${folder}/diagrams/${id}.yaml` }))
    .filter(({ id, path }) => !isUsed(callOf('diagram'), id, path));
  const partials = Object.keys(template.partials)
    .map((id) => ({ id, path: `${folder}/partials/${id}.md.hbs` }))
    .filter(({ id, path }) => !isUsed((name) => new RegExp(`\\{\\{~?>\\s*${name}\\b`), id, path));
  return { texts, without: new Set([...diagrams, ...partials].map(({ path }) => path)) };
}

function callOf(helper: string): (name: string) => RegExp {
  return (name) => new RegExp(`\\{\\{~?\\s*${helper}\\s+["']${name}["']`);
}
