const SKIPPED = `\`npm test\` skipped these tests:
  npm run test:full      slow tests of rare cases
  npm run accessibility  the HTML edition, the archive and the preview in Chromium
  npm run conformance    the PDF standards, with Java and Maven`;

/** Lists the tests that \`npm test\` skips, because they are slow or need more than Node. */
export function teardown(): void {
  console.log(SKIPPED);
}
