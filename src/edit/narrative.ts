import { isMap, type Document, type YAMLMap } from 'yaml';
import { readSource } from '../inputs/yaml/read-node.js';
import { readScalarText } from './block-text.js';
import { findSpot, openYaml } from './open-yaml.js';
import { refuse, succeed, type Outcome } from './outcome.js';

/** The key of the text in a paper's file. */
export const NARRATIVE = 'narrative';

/** Finds the paragraphs of a section in the text of a paper. The value is null if the section has none. */
export function findSection(document: Document, section: string): Outcome<YAMLMap | null> {
  const spot = findSpot(document, [NARRATIVE, section]);
  const node = spot?.node ?? null;
  if (!isMap(node) || node.items.length === 0) return succeed(null);
  return spot?.isInFlow === true || node.flow === true
    ? refuse('the paragraphs of this section are in braces', 'Edit it in an editor.')
    : succeed(node);
}

/** The labels of the paragraphs of a section, in order. */
export interface SectionLabels {
  section: string;
  labels: string[];
}

/** Lists the labels of all paragraphs in the text of a paper, by section. Refuses a file that cannot be edited. */
export function listParagraphLabels(text: string): Outcome<SectionLabels[]> {
  const opened = openYaml(text.replace(/^\uFEFF/, ''));
  return opened.refusal ? opened : succeed(listSections(opened.value));
}

export function listSections(document: Document): SectionLabels[] {
  const narrative = findSpot(document, [NARRATIVE])?.node;
  if (!isMap(narrative)) return [];
  return narrative.items.map(({ key, value }) => ({
    section: readSource(key),
    labels: isMap(value) ? value.items.map((item) => readSource(item.key)) : [],
  }));
}

/** A paragraph in its section. */
interface OpenedParagraph {
  document: Document;
  /** The labels of its section. */
  order: string[];
  index: number;
  text: string;
}

/** Finds a paragraph that is moved or deleted. */
export function openParagraph(text: string, section: string, label: string): Outcome<OpenedParagraph> {
  const opened = openYaml(text);
  if (opened.refusal) return opened;
  const found = findSection(opened.value, section);
  if (found.refusal) return found;
  const order = found.value?.items.map(({ key }) => readSource(key)) ?? [];
  const index = order.indexOf(label);
  if (index < 0)
    return refuse(`the paragraph "${label}" is no longer in the section`, 'Reload the page.', null);
  const node = findSpot(opened.value, [NARRATIVE, section, label])?.node ?? null;
  return succeed({ document: opened.value, order, index, text: readScalarText(node) });
}
