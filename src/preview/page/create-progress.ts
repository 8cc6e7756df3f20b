import { getById, getByIdAs } from './element.js';

/** The time before work is shown, in milliseconds. A short build shows nothing, so that nothing flickers. */
const DELAY_MS = 1000;

/** The stages of a build, in order. Typesetting is longer than the others together, and cannot tell how far it is. */
const STAGES = ['reading', 'computing', 'writing', 'checking'];

/** Creates the display of a long build: its stage in words, which a screen reader says, and a bar. */
export function createProgress(): (work: string | null) => void {
  const bar = getByIdAs('progress', HTMLProgressElement);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isShown = false;
  let currentWork: string | null = null;

  const show = (): void => {
    isShown = true;
    const stage = STAGES.findIndex((name) => currentWork?.startsWith(name));
    getById('work').textContent = currentWork === null ? '' : `${currentWork} …`;
    bar.hidden = currentWork === null;
    bar.max = STAGES.length + 1;
    if (stage === -1) bar.removeAttribute('value');
    else bar.value = stage + 1;
  };
  const hide = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    isShown = false;
    bar.hidden = true;
    getById('work').textContent = '';
  };

  return (work) => {
    if (work === currentWork) return;
    currentWork = work;
    if (work === null) hide();
    else if (isShown) show();
    else timer ??= setTimeout(show, DELAY_MS);
  };
}
