declare module 'hyphen/en-gb' {
  const module: {
    /** Returns the text with a character where its words may be divided. Shorter words stay whole. */
    hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string;
  };
  export default module;
}
