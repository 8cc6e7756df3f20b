/** Says after the tests what they did not try, since it needs more than Node. */
export function teardown(): void {
  console.log('Left out: the HTML edition in a browser. With Chromium: npm run accessibility');
}
