import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'output', 'node_modules', 'src/charts/canvas', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-globals': ['error', { name: 'process', message: 'Only the command line uses process.' }],
    },
  },
  {
    files: ['src/cli.ts', 'src/program.ts', 'src/start/**', 'src/commands/**', 'tests/**', '*.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
);
