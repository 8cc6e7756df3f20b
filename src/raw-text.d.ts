/** A file imported as its text. Vite supports `?raw`; `scripts/build-settings.mjs` adds it to esbuild. */
declare module '*?raw' {
  const text: string;
  export default text;
}
