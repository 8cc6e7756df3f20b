/** A file imported as its text: Vite knows `?raw`, and `scripts/build-settings.mjs` teaches it to esbuild. */
declare module '*?raw' {
  const text: string;
  export default text;
}
