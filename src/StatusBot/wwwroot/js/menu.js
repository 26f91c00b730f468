import { announce, copyText, h } from './dom.js';
import { highlight } from './highlight.js';
import { t } from './i18n.js';
import { copyButton } from './markdown-view.js';

/**
 * @typedef {{label: string, run: () => void}} MenuItem
 * @typedef {{label?: string, items: MenuItem[]}} MenuGroup
 */

/** @type {(() => void) | null} */
let closeOpen = null;

/**
 * Opens a menu at a point, kept inside the window.
 * @param {{groups: MenuGroup[], at: {x: number, y: number}, opener: HTMLElement, label: string}} parts
 *   `opener` has the focus back afterwards
 */
export function openMenu({ groups, at, opener, label }) {
  closeOpen?.();
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': label, tabindex: '-1', dataset: { testid: 'context-menu' } },
    groups.filter((group) => group.items.length > 0).map((group) =>
      h('div', { class: 'menu-group', role: 'group', 'aria-label': group.label },
        group.label && h('div', { class: 'menu-title', 'aria-hidden': 'true' }, group.label),
        group.items.map((item) => h('button', { type: 'button', class: 'menu-item', role: 'menuitem', tabindex: '-1',
          onclick: () => {
            close();
            item.run();
          } }, item.label)))));

  const outside = new AbortController();
  const close = () => {
    if (closeOpen !== close) return;
    closeOpen = null;
    outside.abort();
    const hadFocus = menu.contains(document.activeElement);
    menu.remove();
    opener.classList.remove('has-menu');
    if (hadFocus) opener.focus({ preventScroll: true });
  };
  closeOpen = close;

  // Inside a landmark, so that readers who go by landmarks find it.
  (document.querySelector('main') ?? document.body).append(menu);
  opener.classList.add('has-menu');
  const box = menu.getBoundingClientRect();
  menu.style.setProperty('left', `${Math.max(8, Math.min(at.x, innerWidth - box.width - 8))}px`);
  menu.style.setProperty('top', `${Math.max(8, Math.min(at.y, innerHeight - box.height - 8))}px`);

  const items = /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('.menu-item')]);
  items[0]?.focus({ preventScroll: true });
  menu.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => handleKey(event, items, close));
  const { signal } = outside;
  document.addEventListener('pointerdown', (event) => {
    if (!menu.contains(/** @type {Node} */ (event.target))) close();
  }, { signal, capture: true });
  // Scrolled on, the menu would float over what it has nothing to do with. (Not on scroll events: those of the arrow keys come late.)
  for (const name of ['wheel', 'touchmove']) document.addEventListener(name, close, { signal, passive: true });
  window.addEventListener('resize', close, { signal });
  window.addEventListener('blur', close, { signal });
  menu.addEventListener('contextmenu', (/** @type {Event} */ event) => event.preventDefault());
}

/** @param {KeyboardEvent} event @param {HTMLElement[]} items @param {() => void} close */
function handleKey(event, items, close) {
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const last = items.length - 1;
  const next = {
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  }[event.key];
  if (next !== undefined) items[next].focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * @param {{message: import('./api.js').Message, text: string, at: {x: number, y: number}, opener: HTMLElement,
 *   commands: {name: string, run: () => void}[]}} parts
 */
export function openMessageMenu({ message, text, at, opener, commands }) {
  const href = /** @type {HTMLAnchorElement | null} */ (opener.closest('a[href]'))?.href;
  /** @param {string} what */
  const copy = async (what) => announce(t(await copyText(what) ? 'copied' : 'copyFailed'));
  openMenu({
    at,
    opener,
    label: t('more'),
    groups: [
      { label: t('apps'), items: commands.map(({ name, run }) => ({ label: name, run })) },
      {
        items: [
          ...(href ? [{ label: t('copyLink'), run: () => copy(href) }] : []),
          ...(text ? [{ label: t('copyMessage'), run: () => copy(text) }] : []),
          { label: t('viewJson'), run: () => showJson(message, opener) },
        ],
      },
    ],
  });
}

/** @param {object} value @param {HTMLElement} opener */
function showJson(value, opener) {
  const json = JSON.stringify(value, null, 2);
  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' },
    h('div', { class: 'dialog-header' },
      h('h2', { class: 'dialog-title', id: 'dialog-title' }, t('jsonTitle')),
      copyButton(() => json),
      h('button', { type: 'button', class: 'button button-secondary', onclick: () => dialog.close() }, t('close'))),
    h('pre', { class: 'dialog-json', tabindex: '0', role: 'group', 'aria-label': t('jsonTitle') }, h('code', {}, highlight(json, 'json'))));
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener.isConnected) opener.focus({ preventScroll: true });
  });
  dialog.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    if (event.target === dialog) dialog.close(); // the backdrop
  });
  document.body.append(dialog);
  dialog.showModal();
}
