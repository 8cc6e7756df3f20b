import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attribute, readHtml, textOf, type ReadHtml } from './support/read-html.js';
import { copyProject, runPapers, type Copy } from './support/run-papers.js';

/** The HTML edition of the reference paper and of each project in tests/papers. */
const projects = ['.', ...readdirSync('tests/papers').map((name) => join('tests/papers', name))];

describe.each(projects)('the HTML edition of %s', (project) => {
  let copy: Copy;
  let html: ReadHtml;
  const all = (name: string) => html.elements.filter(({ tagName }) => tagName === name);
  beforeAll(() => {
    copy = copyProject(project);
    const { out } = runPapers(['build', '--root', copy.root, '--json']);
    const { files } = JSON.parse(out) as { files: string[] };
    const path = files.find((file) => file.endsWith('.html')) ?? '';
    html = readHtml(readFileSync(join(copy.root, path), 'utf8'));
  });
  afterAll(() => copy.remove());

  test('is HTML without a fault', () => {
    expect(html.faults).toEqual([]);
  });

  test('has no id twice, and every reference leads to one', () => {
    const ids = html.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all('a').flatMap((element) => attribute(element, 'href') ?? []);
    const named = html.elements.flatMap((element) =>
      ['aria-labelledby', 'aria-describedby', 'headers'].flatMap(
        (name) => attribute(element, name)?.split(' ') ?? [],
      ),
    );
    const targets = [...links.filter((href) => href.startsWith('#')).map((href) => href.slice(1)), ...named];
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('asks for nothing beside itself: its policy lets its own style in, by hash, and nothing else', () => {
    const asking = ['script', 'link', 'img', 'iframe', 'object', 'embed', 'image', 'use', 'base', 'form'];
    expect(html.elements.filter(({ tagName }) => asking.includes(tagName))).toEqual([]);
    const attributes = html.elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(attributes.filter((name) => name === 'style' || name === 'src' || name.startsWith('on'))).toEqual(
      [],
    );
    const [style] = all('style');
    const hash = createHash('sha256')
      .update(style ? textOf(style) : '')
      .digest('base64');
    const policy = all('meta').find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });
});
