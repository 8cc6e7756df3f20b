import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runPapers } from '../support/run-papers.js';

test('prints help if no command is given, and lists each command once', () => {
  const { err } = runPapers([]);
  const { code, out } = runPapers(['--help']);
  expect(code).toBe(0);
  expect(err).toBe(out);
  const listed = [
    ...out.slice(0, out.indexOf('Examples:')).matchAll(/^ {2}([a-z-]+) (?:\[options\] )?.* {2,}\S/gm),
  ].map(([, name]) => name);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed).toEqual(expect.arrayContaining(['build', 'issue', 'completion', 'help']));
  expect(out).not.toContain('\nCommands:'); // every command is in a group
});

test('groups the options of each command, and gives examples', () => {
  const { out } = runPapers(['--help']);
  const commands = [...out.matchAll(/^ {2}([a-z-]+) \[options\]/gm)].map(([, name = '']) => name);
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    const help = runPapers([command, '--help']).out;
    expect(help, command).toContain('\nOptions of every command:\n');
    expect(help, command).toContain('\nExamples:\n');
    expect(runPapers(['help', command]).out).toBe(help);
  }
});

test.each([
  ['biuld', 'unknown command', 'build'],
  ['build --stict', 'unknown option', '--strict'],
  ['check --ful', 'unknown option', '--full'],
])('suggests the word that was meant by %s', (line, kind, suggestion) => {
  const { code, err } = runPapers(line.split(' '));
  expect(code).toBe(2);
  expect(err).toContain(kind);
  expect(err).toContain(`(Did you mean ${suggestion}?)`);
});

test('prints the usage of a command that lacks an argument', () => {
  const { code, out, err } = runPapers(['explain']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain("missing required argument 'name'");
  expect(err).toContain('Usage: papers explain [options] <name> [period] [paper]\n(papers explain --help');
});

test('has a file for each command', () => {
  const files = readdirSync('src/commands');
  const { out } = runPapers(['complete', '--', '']);
  const commands = out.split('\n').flatMap((line) => /^([a-z-]+)\t/.exec(line)?.slice(1) ?? []);
  expect(commands).toContain('completion');
  for (const command of commands.filter((name) => name !== 'help')) expect(files).toContain(`${command}.ts`);
});
