/**
 * Makes an element. Text is only ever added as text nodes, so nothing that a message says can become markup.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `onclick` and the like add listeners; `dataset` is merged;
 *   null, undefined and false are left out
 * @param {...unknown} children nodes, strings, lists of them; null, undefined and false are left out
 * @returns {any}
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'dataset') Object.assign(element.dataset, value);
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  const present = children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  element.append(.../** @type {(Node | string)[]} */ (present));
  return element;
}

const paths = {
  more: 'M5 10.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zm7 0a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zm7 0a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  external: 'M14 4h6v6h-2V7.41l-7.29 7.3-1.42-1.42L16.59 6H14V4zM5 6h6v2H6v10h10v-5h2v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1z',
  send: 'M3.4 20.4 21 12 3.4 3.6l-.01 6.53L15 12 3.39 13.87z',
  sun: 'M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10zm-1-6h2v3h-2V1zm0 19h2v3h-2v-3zM1 11h3v2H1v-2zm19 0h3v2h-3v-2zM4.2 2.8l2.12 2.12-1.41 1.41L2.79 4.21 4.2 2.8zm14.9 14.87 2.11 2.12-1.41 1.41-2.12-2.12 1.41-1.41zM19.8 2.8l1.41 1.41-2.12 2.12-1.41-1.41L19.8 2.8zM4.91 17.67l1.41 1.41-2.12 2.12-1.41-1.41 2.12-2.12z',
  moon: 'M20.5 14.5A8.5 8.5 0 0 1 9.5 3.5a.6.6 0 0 0-.8-.7 9.5 9.5 0 1 0 12.5 12.5.6.6 0 0 0-.7-.8z',
  eye: 'M12 5c5 0 8.8 3.8 10.4 6.4a1 1 0 0 1 0 1.2C20.8 15.2 17 19 12 19s-8.8-3.8-10.4-6.4a1 1 0 0 1 0-1.2C3.2 8.8 7 5 12 5zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 2.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  warning: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm-1 5v6h2V7h-2zm0 8v2h2v-2h-2z',
};

/**
 * A decorative icon; the control that holds it has its own name.
 * @param {keyof typeof paths} name
 */
export function icon(name) {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/**
 * Enter while an input method is composing (Hangul, for one) ends the composition: it isn't the user's Enter.
 * Safari reports that key after the composition's end, recognisable only by its old key code.
 * @param {KeyboardEvent} event
 */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/** Says something to screen readers that sighted users see anyway. @param {string} text */
export function announce(text) {
  const region = document.getElementById('announcer');
  if (!region) return;
  region.textContent = '';
  // Two equal texts in a row would otherwise be read only once.
  requestAnimationFrame(() => { region.textContent = text; });
}

/** @param {string} text @returns {Promise<boolean>} */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard API outside secure contexts, such as another machine's address.
    const field = h('textarea', { class: 'visually-hidden', 'aria-hidden': 'true', tabindex: '-1' });
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.value = text;
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    focused?.focus();
    return copied;
  }
}
