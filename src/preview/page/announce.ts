/** The time for which a note stays in sight, in milliseconds. */
const SHOWN_MS = 6000;

/** An open dialog has a note of its own: a screen reader hears nothing from outside it. */
const NOTE = ':is(dialog[open], body) > .note';

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a short note, which a screen reader also says. A newer note replaces it. */
export function announce(words: string): void {
  const [page, ofDialog] = document.querySelectorAll(NOTE);
  const note = ofDialog ?? page;
  clearTimeout(timer);
  if (!note) return;
  note.textContent = words;
  timer = setTimeout(() => note.replaceChildren(), SHOWN_MS);
}
