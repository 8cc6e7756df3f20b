import { isMap, type Document } from 'yaml';
import { findLineBreak } from './block-text.js';
import type { EntrySource } from './edit.js';
import { cutEntry, listEntryLines, withFinalBreak } from './entry-lines.js';
import { findSection, NARRATIVE } from './narrative.js';
import { findSpot, openYaml } from './open-yaml.js';
import { succeed, type Outcome } from './outcome.js';

/** A text without a paragraph, and the lines that were cut out. */
interface CutParagraph {
  text: string;
  source: EntrySource;
}

/** Cuts a paragraph out of the text of a paper. A section without any other keeps its name with `{}`, or goes too. */
export function cutParagraph(
  text: string,
  { section, index, dropsSection }: { section: string; index: number; dropsSection: boolean },
): Outcome<CutParagraph> {
  let source: EntrySource = { lines: '', gap: '' };
  const changed = withFinalBreak(text, findLineBreak(text), (whole) => {
    const opened = openYaml(whole);
    if (opened.refusal) return opened;
    const found = findSection(opened.value, section);
    if (found.refusal) return found;
    if (!found.value) return succeed(whole);
    const cut = cutEntry(whole, listEntryLines(whole, found.value), index);
    source = cut.source;
    if (found.value.items.length > 1) return succeed(cut.text);
    if (dropsSection) return succeed(dropSection(whole, opened.value, section));
    return succeed(putBraces(cut.text, findSpot(opened.value, [NARRATIVE, section])?.keyEnd ?? 0));
  });
  return changed.refusal ? changed : succeed({ text: changed.value, source });
}

/** Writes `{}` after a key whose entries are gone. */
export function putBraces(text: string, keyEnd: number): string {
  const colon = text.indexOf(':', keyEnd) + 1;
  return `${text.slice(0, colon)} {}${text.slice(colon)}`;
}

function dropSection(text: string, document: Document, section: string): string {
  const narrative = findSpot(document, [NARRATIVE]);
  if (!isMap(narrative?.node)) return text;
  const entries = listEntryLines(text, narrative.node);
  const cut = cutEntry(
    text,
    entries,
    entries.findIndex(({ key }) => key === section),
  ).text;
  return entries.length > 1 ? cut : putBraces(cut, narrative.keyEnd ?? 0);
}
