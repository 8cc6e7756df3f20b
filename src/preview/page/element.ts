/** Finds an element that the preview page always has. */
export function getById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element "${id}"`);
  return element;
}

/** Finds an element of a given type that the preview page always has. */
export function getByIdAs<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = getById(id);
  if (!(element instanceof type)) throw new Error(`the element "${id}" has another type`);
  return element;
}

/** Makes an element. Text is never parsed as markup. */
export function makeElement(name: string, className: string, ...content: (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}
