import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runPapers } from '../support/run-papers.js';

const PROJECT = resolve('tests/papers/parks-update');

/** A folder with a `papers` that starts the built program, as an installation has. */
const bin = mkdtempSync(join(tmpdir(), 'papers-bin-'));
writeFileSync(
  join(bin, 'papers'),
  `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`,
);
chmodSync(join(bin, 'papers'), 0o755);
afterAll(() => rmSync(bin, { recursive: true }));

const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
const hasShell = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** Completes a line in bash, as the Tab key does, and returns the words that bash would offer. */
function completeInBash(line: string): string[] {
  const script = `
eval "$(papers completion bash)"
COMP_LINE=$1; COMP_POINT=\${#COMP_LINE}; COMP_TYPE=9
read -ra COMP_WORDS <<< "$COMP_LINE"
[[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
_papers
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', line], { cwd: PROJECT, env, encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((word) => word.split(/\s/)[0] ?? '');
}

test.skipIf(!hasShell('bash'))('completes commands, options, quarters, papers and choices in bash', () => {
  expect(completeInBash('papers bu')).toEqual(['build']);
  expect(completeInBash('papers ')).toEqual(expect.arrayContaining(['build', 'check', 'verify', 'help']));
  expect(completeInBash('papers build --st')).toEqual(['--strict']);
  expect(completeInBash('papers build ')).toEqual(['2024-25-q2']);
  expect(completeInBash('papers build 2024-25-q2 ')).toEqual(['parks-update']);
  expect(completeInBash('papers diff 2')).toEqual(['2024-25-q2']);
  expect(completeInBash('papers check --format s')).toEqual(['sarif']);
});

test.skipIf(!hasShell('fish'))('completes commands and papers in fish', () => {
  const complete = (line: string): string[] => {
    const script = `papers completion fish | source; complete --do-complete '${line}'`;
    const { stdout } = spawnSync('fish', ['-c', script], { cwd: PROJECT, env, encoding: 'utf8' });
    return stdout
      .trim()
      .split('\n')
      .map((word) => word.split('\t')[0] ?? '');
  };
  expect(complete('papers bu')).toEqual(['build']);
  expect(complete('papers build 2024-25-q2 ')).toEqual(['parks-update']);
});

test.skipIf(!hasShell('zsh'))('prints a script that zsh can read', () => {
  const script =
    'autoload -U compinit; compinit -u -d $1; source <(papers completion zsh); print -r -- $_comps[papers]';
  const dump = join(bin, 'dump');
  const { stdout, stderr } = spawnSync('zsh', ['-fc', script, 'zsh', dump], { env, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '_papers\n', stderr: '' });
});

/** Asks the program for the words that may follow, as each shell's script does. */
function complete(...words: string[]): string[] {
  const { code, out } = runPapers(['complete', '--', ...words]);
  expect(code).toBe(0);
  return out.split('\n').slice(0, -1);
}

test('completes what the project has: versions, meetings and the papers of a quarter', () => {
  const root = ['--root', PROJECT];
  expect(complete('diff', '')).toEqual(['working\t', '2008-09-q3\t', '1.0\t', ':files']);
  expect(complete('verify', '')).toEqual(['all\t', '1.0\t', ':files']);
  expect(complete(...root, 'list', '--meeting', '')[0]).toBe('2024-11-05\tParks and Open Spaces Panel');
  expect(complete('build', ...root, '')).toEqual(['2024-25-q2\t']);
  expect(complete('build', '--made-at', '2024-10-01', ...root, '2024-25-q2', '')).toEqual(['parks-update\t']);
});

test('lets the shell complete files where a file is meant, and offers nothing where nothing is known', () => {
  expect(complete('diff', '1.0', 'working', '--output', '')).toEqual([':files']);
  expect(complete('new', '')).toEqual([]);
  expect(complete('build', 'a', 'b', 'c')).toEqual([]);
  expect(complete('--root', '/nowhere', 'build', '')).toEqual([]);
});

test('offers each option once, with its description', () => {
  expect(complete('build', '--strict', '--str')).toEqual([]);
  expect(complete('build', '--st')).toEqual(['--strict\tbuild nothing if a check finds an error']);
});

test('rejects an unknown shell, and names those that it knows', () => {
  const { code, err } = runPapers(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(err).toContain('bash, zsh, fish, powershell');
});
