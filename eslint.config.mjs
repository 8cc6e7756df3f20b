import css from '@eslint/css';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist',
      'output',
      'site',
      'node_modules',
      'src/charts/canvas',
      'tests/papers',
      'tests/checks/paper',
    ],
  },
  { files: ['**/*.ts', '**/*.mts', '**/*.js'], extends: [tseslint.configs.strictTypeChecked] },
  { files: ['**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.recommended] },
  {
    files: ['src/**/*.css', 'templates/**/*.css'],
    language: 'css/css',
    plugins: { css },
    rules: {
      'css/no-duplicate-imports': 'error',
      'css/no-empty-blocks': 'error',
      'css/no-invalid-at-rules': 'error',
      'css/no-invalid-named-grid-areas': 'error',
      'css/no-invalid-properties': ['error', { allowUnknownVariables: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.mts', '**/*.js'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-globals': ['error', { name: 'process', message: 'Only the command line uses process.' }],
    },
  },
  {
    files: [
      'src/cli.ts',
      'src/program.ts',
      'src/start/**',
      'src/commands/**',
      'scripts/**',
      'tests/**',
      '*.ts',
      'src/disk/is-running.ts', // temporary folders name their process
      'src/disk/stale-folders.ts',
    ],
    rules: { 'no-restricted-globals': 'off' },
  },
);
