import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inspectSite } from '../scripts/docs/inspect-site.js';
import { HELPER_SIGNATURES } from '../src/manuscript/helpers/index.js';
import { RULES } from '../src/model/rules.js';
import { runPapers } from './support/run-papers.js';

/** The documentation site, built as `npm run docs` builds it. */
const site = mkdtempSync(join(tmpdir(), 'papers-site-'));
let run: { status: number | null; stderr: string };
beforeAll(() => {
  run = spawnSync(process.execPath, ['scripts/docs.mjs', site], { encoding: 'utf8' });
});
afterAll(() => rmSync(site, { recursive: true }));

const read = (page: string): string => readFileSync(join(site, page), 'utf8');
const listAnchors = (page: string): string[] =>
  [...read(page).matchAll(/<h[23] id="([^"]+)"/g)].map(([, id = '']) => id);

test('builds the site, and finds no link that leads nowhere', () => {
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});

test('describes every rule, and shows the message of most', () => {
  const anchors = listAnchors('reference/rules.html');
  expect(RULES.filter(({ id }) => !anchors.includes(id))).toEqual([]);
  const shown = read('reference/rules.html').match(/What the program says/g) ?? [];
  expect(shown.length).toBeGreaterThan(RULES.length * 0.85);
});

test('shows the message of every example that breaks a rule of its own', () => {
  const [, ...rules] = read('reference/rules.html').split('<h3 id="');
  const shown = rules
    .filter((rule) => rule.includes('What the program says'))
    .map((rule) => rule.slice(0, rule.indexOf('"')));
  const own = parse(readFileSync('docs/reference/rule-examples.yaml', 'utf8')) as { rule: string }[];
  expect(own.map(({ rule }) => rule).filter((rule) => !shown.includes(rule))).toEqual([]);
});

test('shows what every helper prints', () => {
  const [, ...pieces] = read('reference/helpers.html').split('<h3 id="');
  const printed = pieces
    .filter((piece) => /<template shadowrootmode="open">.*<section><(p|div|figure)/s.test(piece))
    .map((piece) => piece.slice(0, piece.indexOf('"')));
  expect(printed.sort()).toEqual(Object.keys(HELPER_SIGNATURES).sort());
});

test('describes every command of papers --help, with its exit codes', () => {
  const commands = [
    ...runPapers(['--help']).out.matchAll(/^ {2}([a-z][a-z-]*)(?: \[.*?\]| <.*?>)* {2,}\S/gm),
  ];
  const names = commands.map(([, name = '']) => name).filter((name) => name !== 'help');
  expect(names).toContain('build');
  const anchors = listAnchors('reference/commands.html');
  expect(names.filter((name) => !anchors.includes(name))).toEqual([]);
  for (const code of ['0', '1', '2', '70'])
    expect(read('reference/commands.html')).toContain(`<th scope="row">${code}</th>`);
});

test('has a page for every schema', () => {
  const schemas = readdirSync('schemas').map((name) => name.replace('.schema.json', '.html'));
  expect(readdirSync(join(site, 'reference/files')).sort()).toEqual(schemas.sort());
});

test('describes nothing by an empty cell, except a missing example', () => {
  const pages = readdirSync(join(site, 'reference/files')).map((name) => read(`reference/files/${name}`));
  expect(pages.filter((page) => page.includes('<th scope="row"></th>'))).toEqual([]);
});

test('reports links that lead nowhere, pages without a link, and repeated anchors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-links-'));
  mkdirSync(join(folder, 'sub'));
  const write = (page: string, text: string): void =>
    writeFileSync(join(folder, page), `<main>${text}</main>`);
  write('index.html', '<h1>Home</h1><a href="sub/a.html#there">a</a><a href="missing.html">m</a>');
  write('sub/a.html', '<h1>A</h1><h2 id="here">x</h2><h2 id="here">y</h2><a href="../index.html">home</a>');
  write('lone.html', '<h1>Lone</h1><a href="#nowhere">n</a>');
  expect(inspectSite(folder, ['index.html', 'sub/a.html', 'lone.html']).faults).toEqual([
    'index.html: the link sub/a.html#there leads to no anchor',
    'index.html: the link missing.html leads to no page',
    'lone.html: the link #nowhere leads to no anchor',
    'lone.html: no page links to it',
    'sub/a.html: the anchor of sub/a.html#here is repeated',
  ]);
  rmSync(folder, { recursive: true });
});
