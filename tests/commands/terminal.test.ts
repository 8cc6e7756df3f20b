import { afterEach, beforeEach, expect, test } from 'vitest';
import { runInTerminal, showScreen } from '../support/run-in-terminal.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const ESCAPE = '\u001b';

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/parks-update');
  copy.change(PAPER, (text) => text.replace('R&D does not grow', 'the XYZ does not grow'));
});
afterEach(() => copy.remove());

test('colours severities, rules and carets in a terminal', () => {
  const { code, screen } = runInTerminal(['check', '--root', copy.root]);
  expect(code).toBe(0);
  expect(screen).toContain(`${ESCAPE}[1m${ESCAPE}[33mwarning:${ESCAPE}[39m${ESCAPE}[22m "XYZ"`);
  expect(screen).toContain(`${ESCAPE}[2m[acronym-expanded]${ESCAPE}[22m`);
  expect(screen).toContain(`${ESCAPE}[1m${ESCAPE}[33m^`);
});

test.each([
  ['--no-color', ['--no-color'], {}],
  ['NO_COLOR', [], { NO_COLOR: '1' }],
  ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }],
])('prints no colours in a terminal with %s', (_name, args, env) => {
  const { screen } = runInTerminal(['check', '--root', copy.root, ...args], { env });
  expect(showScreen(screen)).toContain('warning: "XYZ" is not expanded  [acronym-expanded]');
  expect(showScreen(screen)).not.toContain(ESCAPE);
});

test('prints neither colours nor progress to a pipe, unless --color or FORCE_COLOR ask for colours', () => {
  const check = ['check', '--root', copy.root];
  expect(runPapers(check).err).not.toContain(ESCAPE);
  const coloured = runPapers([...check, '--color']);
  expect(coloured.err).toContain(`${ESCAPE}[33mwarning:`);
  expect(coloured.err).not.toContain('\r');
  expect(runPapers(check, { env: { FORCE_COLOR: '1' } })).toEqual(coloured);
  expect(runPapers(['--color', ...check, '--no-color']).err).not.toContain(ESCAPE);
});

test('shows each stage on one line, cut to the width of the terminal, and removes it at the end', () => {
  const { code, screen } = runInTerminal(['build', '--root', copy.root], { columns: 30 });
  expect(code).toBe(0);
  const shown = screen
    .split('\r')
    .filter((part) => part.startsWith(`${ESCAPE}[K`))
    .map((part) => part.replaceAll(/\u001b\[\d*[mK]/g, ''))
    .filter((line) => line.startsWith('2024-25-q2 '));
  expect(shown[0]).toBe('2024-25-q2 parks-update: rea…');
  expect(shown.length).toBeGreaterThan(4);
  expect(Math.max(...shown.map((line) => line.length))).toBeLessThan(30);
  expect(showScreen(screen)).not.toContain('parks-update: ');
  expect(showScreen(screen)).toContain(`made ${copy.root}/output/2024-25-q2/parks-update/parks-update.pdf`);
});

test('removes the progress line before the error of a disk', () => {
  copy.write('output', 'a file in the way');
  const { screen } = runInTerminal(['build', '--root', copy.root]);
  expect(showScreen(screen)).toMatch(/^papers: .*output.*is a file, but a folder is needed there/m);
});
