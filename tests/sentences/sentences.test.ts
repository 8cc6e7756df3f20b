import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { escapeRegExp } from '../../src/model/escape-reg-exp.js';
import { readSentences } from '../support/read-sentences.js';
import { printOutcomes } from '../support/print-outcomes.js';
import { copyProject, type Copy } from '../support/run-papers.js';
import { writeNewest, type WrittenPages } from '../support/write-newest.js';

/**
 * A project with awkward data, and what its paper says. Each file of tests/sentences/cases is a topic. The case copies `project`
 * (by default this repository's own), changes it and builds its newest paper, without the PDF. One case can hold many
 * expectations, because each case is a whole build.
 */
interface Case {
  name: string;
  /** The folder of the project that is copied: "tests/papers/parks-update". */
  project?: string;
  /** Pairs of old and new text by file. A pair that changes nothing fails the test. */
  change?: Record<string, [string, string] | [string, string][]>;
  /** Whole files to write. */
  write?: Record<string, string>;
  remove?: string[];
  /** Passages of the text of the HTML edition. `/…/` is a regular expression. */
  prints?: string[];
  'never-prints'?: string[];
  /** Passages of figures.csv. */
  'csv-has'?: string[];
  /** Passages of the problems, as `--json` prints them, with single spaces. */
  reports?: string[];
  'never-reports'?: string[];
  /** True if the method note of the reference paper stays as it is. */
  'as-published'?: boolean;
  /** True if the paper cannot be built. */
  fails?: boolean;
}

const topics = readdirSync('tests/sentences/cases')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    topic: name.slice(0, -5),
    cases: parse(readFileSync(join('tests/sentences/cases', name), 'utf8')) as Case[],
  }));

describe.each(topics.map(({ topic, cases }) => [topic, cases] as const))('%s', (_topic, cases) => {
  test.each(cases.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    const copy = copyProject(entry.project ?? '.');
    try {
      if (entry.project === undefined && !entry['as-published']) printOutcomes(copy);
      applyChanges(copy, entry);
      checkPaper(await writeNewest(copy.root), entry);
    } finally {
      copy.remove();
    }
  });
});

function applyChanges(copy: Copy, { change = {}, write = {}, remove = [] }: Case): void {
  for (const path of remove) rmSync(join(copy.root, path), { recursive: true });
  for (const [path, text] of Object.entries(write)) copy.write(path, text);
  for (const [path, edits] of Object.entries(change))
    for (const [from, to] of isPairs(edits) ? edits : [edits])
      copy.change(path, (text) => text.replace(from, () => to));
}

function isPairs(edits: [string, string] | [string, string][]): edits is [string, string][] {
  return Array.isArray(edits[0]);
}

function checkPaper({ problems, pages }: WrittenPages, entry: Case): void {
  const said = JSON.stringify(problems, null, 1).replaceAll('\\"', '"').replace(/\s+/g, ' ');
  for (const passage of entry.reports ?? []) expectPassage(said, passage);
  for (const passage of entry['never-reports'] ?? []) expectNoPassage(said, passage);
  expect(pages === null, said).toBe(entry.fails === true);
  if (pages) checkOutputs(readSentences(pages.html), pages.csv, entry);
}

function checkOutputs(text: string, csv: string, entry: Case): void {
  for (const output of [text, csv]) expect(output).not.toMatch(/\b(NaN|undefined|null|Infinity|\[object)\b/);
  expect(text).not.toMatch(/ ,|\. \.|\( ?\)|\bby \.|\b(from|to|at) [.,]/);
  for (const passage of entry.prints ?? []) expectPassage(text, passage);
  for (const passage of entry['never-prints'] ?? []) expectNoPassage(text, passage);
  for (const passage of entry['csv-has'] ?? []) expectPassage(csv, passage);
}

function expectPassage(text: string, passage: string): void {
  if (!toPattern(passage).test(text)) expect.fail(`not found: ${passage}\n${quoteNearest(text, passage)}`);
}

function expectNoPassage(text: string, passage: string): void {
  const found = toPattern(passage).exec(text);
  if (found) expect.fail(`found: ${passage}\nin: ${quoteAround(text, found.index)}`);
}

function toPattern(passage: string): RegExp {
  const isPattern = passage.length > 2 && passage.startsWith('/') && passage.endsWith('/');
  return new RegExp(isPattern ? passage.slice(1, -1) : escapeRegExp(passage));
}

/** Quotes the text after the longest start of the passage that the text has. */
function quoteNearest(text: string, passage: string): string {
  for (let length = passage.length; length > 8; length--) {
    const index = text.indexOf(passage.slice(0, length));
    if (index >= 0) return `nearest: ${quoteAround(text, index)}`;
  }
  return `in a text of ${text.length} characters`;
}

function quoteAround(text: string, index: number): string {
  return text.slice(Math.max(0, index - 80), index + 240);
}
