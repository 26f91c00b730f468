import { announce, h } from './dom.js';
import { t } from './i18n.js';

/**
 * @typedef {{title: string, detail?: string, aside?: string, choose: () => void}} Suggestion
 * @typedef {{title: string, detail?: string}} Hint what is being filled in
 */

const listId = 'suggestions';

/**
 * The panel over the message box: a line that says what is being typed, a notice, and a listbox that the focused input
 * controls (the input keeps the focus; `aria-activedescendant` names the highlighted option).
 */
export class Suggestions {
  /** @type {HTMLElement} */
  element;
  #hint = h('div', { class: 'panel-hint', id: 'panel-hint' });
  #error = h('div', { class: 'panel-error', id: 'panel-error', role: 'alert' });
  #note = h('div', { class: 'panel-note' });
  #list = h('div', { class: 'panel-list', id: listId, role: 'listbox' });
  /** @type {HTMLElement | null} */
  #input = null;
  /** @type {Suggestion[]} */
  #items = [];
  #active = -1;

  constructor() {
    this.element = h('div', { class: 'panel' }, this.#hint, this.#error, this.#note, this.#list);
    this.#list.hidden = true;
    // The pointer must not take the focus out of the input.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get isOpen() {
    return this.#items.length > 0;
  }

  get hasHighlight() {
    return this.#active >= 0;
  }

  /** @param {Hint | null} hint */
  setHint(hint) {
    this.#hint.replaceChildren(...(hint ? [h('strong', {}, hint.title), ' ', h('span', {}, hint.detail ?? '')] : []));
  }

  /** @param {string} text */
  setError(text) {
    this.#error.replaceChildren(text);
  }

  /** A line in the list's place. @param {string} text */
  setNote(text) {
    this.#note.textContent = text;
    if (text) announce(text);
  }

  /**
   * @param {HTMLElement} input
   * @param {string} label
   * @param {Suggestion[]} items
   * @param {{highlight?: boolean}} [how] whether the first one is highlighted at once
   */
  show(input, label, items, how) {
    if (this.#input && this.#input !== input) this.close();
    this.#note.textContent = '';
    if (items.length === 0) {
      this.close();
      return;
    }
    const sameCount = this.#items.length === items.length && this.#input === input;
    this.#input = input;
    this.#items = items;
    this.#list.setAttribute('aria-label', label);
    this.#list.replaceChildren(...items.map((item, index) => this.#renderItem(item, index)));
    this.#list.hidden = false;
    this.#list.dataset.testid = 'suggestions';
    this.#list.scrollTop = 0;
    input.setAttribute('aria-controls', listId);
    if (input.getAttribute('role') === 'combobox') input.setAttribute('aria-expanded', 'true');
    this.#highlight(how?.highlight ? 0 : -1);
    if (!sameCount) announce(items.length === 1 ? t('oneSuggestion') : t('suggestionCount', { count: items.length }));
  }

  close() {
    this.#items = [];
    this.#active = -1;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    delete this.#list.dataset.testid;
    if (this.#input?.getAttribute('role') === 'combobox') this.#input.setAttribute('aria-expanded', 'false');
    for (const name of ['aria-activedescendant', 'aria-controls']) this.#input?.removeAttribute(name);
    this.#input = null;
  }

  /** Everything: list, hint and notices. */
  clear() {
    this.close();
    this.setHint(null);
    this.setError('');
    this.#note.textContent = '';
  }

  /** @param {1 | -1} step */
  move(step) {
    const count = this.#items.length;
    if (count === 0) return;
    const from = this.#active < 0 && step < 0 ? 0 : this.#active;
    this.#highlight((from + step + count) % count);
  }

  /** @returns {boolean} whether there was something to take */
  take() {
    const item = this.#items[this.#active];
    if (!item) return false;
    item.choose();
    return true;
  }

  /** @param {Suggestion} item @param {number} index */
  #renderItem(item, index) {
    return h('div', {
      class: 'suggestion', role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false',
      onclick: () => item.choose(),
      // Only a pointer that really moves: one that happens to rest where the list opens must not decide what Enter takes.
      onpointermove: (/** @type {PointerEvent} */ event) => {
        if (this.#active !== index && (event.movementX !== 0 || event.movementY !== 0)) this.#highlight(index);
      },
    },
    h('span', { class: 'suggestion-title' }, item.title),
    item.detail ? [' ', h('span', { class: 'suggestion-detail' }, item.detail)] : null,
    item.aside ? [' ', h('span', { class: 'suggestion-aside' }, item.aside)] : null);
  }

  /** @param {number} index */
  #highlight(index) {
    this.#active = index;
    [...this.#list.children].forEach((child, position) => {
      child.setAttribute('aria-selected', String(position === index));
    });
    const active = this.#list.children[index];
    if (active) {
      this.#input?.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({ block: 'nearest' });
    } else {
      this.#input?.removeAttribute('aria-activedescendant');
    }
  }
}
