import { onLanguageChange } from './i18n.js';
import { renderMessage, renderPending } from './message-view.js';
import { flags, has } from './store.js';
import { renderWelcome } from './welcome.js';

/**
 * @typedef {import('./store.js').Entry} Entry
 * @typedef {import('./message-view.js').Context} Context
 */

/** As in Discord, messages of one author that follow soon share a header. */
const groupWithin = 7 * 60_000;

/** Between a message that was scrolled to and the view's edge. */
const margin = 12;

/** Draws the store, keeps the place in it, and lets the keyboard walk through it. */
export class MessageList {
  #log;
  #inner;
  #store;
  /** @type {Context} */
  #context;
  #welcome;
  /** What is drawn, by the entry's id. @type {Map<string, HTMLElement>} */
  #elements = new Map();
  /** Whether the newest message is in view, and is to stay there when the window changes. */
  #pinned = true;

  /**
   * @param {{log: HTMLElement, inner: HTMLElement, store: import('./store.js').MessageStore, context: Context,
   *   welcome: Parameters<typeof renderWelcome>[0], leave: () => void}} parts
   */
  constructor({ log, inner, store, context, welcome, leave }) {
    this.#log = log;
    this.#inner = inner;
    this.#store = store;
    this.#context = context;
    this.#welcome = () => renderWelcome(welcome);

    this.redraw();
    store.addEventListener('add', (event) => this.#add(entryOf(event)));
    store.addEventListener('change', (event) => this.#change(entryOf(event)));
    store.addEventListener('remove', (event) => this.#remove(entryOf(event)));
    onLanguageChange(() => this.redraw());

    log.addEventListener('scroll', () => { this.#pinned = this.#atEnd(); }, { passive: true });
    new ResizeObserver(() => { if (this.#pinned) this.#log.scrollTop = this.#log.scrollHeight; }).observe(log);
    log.addEventListener('keydown', (event) => this.#walk(event, leave));
    this.#listenForMenu();
  }

  redraw() {
    this.#inner.replaceChildren(this.#welcome(), ...[...this.#store.entries.values()].map((entry) => this.#render(entry)));
    this.#group();
    if (this.#pinned) this.#log.scrollTop = this.#log.scrollHeight;
  }

  /** @param {string} id */
  jump(id) {
    const element = this.#elements.get(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  }

  /** @param {Entry} entry */
  #render(entry) {
    const element = entry.kind === 'pending' ? renderPending(entry, this.#context) : renderMessage(entry, this.#context);
    element.dataset.entry = entry.id;
    this.#elements.set(entry.id, element);
    return element;
  }

  #atEnd = () => this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 16;

  /** @param {Entry} entry */
  #add(entry) {
    const element = this.#render(entry);
    element.classList.add('is-new');
    this.#inner.append(element);
    this.#group();
    this.#reveal(element);
  }

  /** @param {Entry} entry */
  #change(entry) {
    const old = this.#elements.get(entry.id);
    if (!old) return;
    const focus = describeFocus(old);
    const before = this.#placeOf(old);
    const element = this.#render(entry);
    old.replaceWith(element);
    this.#group();
    this.#keepPlace(element, before);
    if (focus) restoreFocus(element, focus);
  }

  /** @param {HTMLElement} element */
  #placeOf(element) {
    const view = this.#log.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    return {
      seen: box.bottom > view.top && box.top < view.bottom,
      topSeen: box.top >= view.top,
      waiting: element.querySelector('.message-waiting') !== null,
      controls: element.querySelector('.components')?.getBoundingClientRect().top,
    };
  }

  /**
   * After an edit: a card that fits is shown whole, an answer that was waited for from its top. In a card that is taller
   * than the view, the buttons stay where they were, under the pointer that pressed them.
   * @param {HTMLElement} element
   * @param {{seen: boolean, topSeen: boolean, waiting: boolean, controls: number | undefined}} before
   */
  #keepPlace(element, before) {
    if (!before.seen) return;
    const top = element.offsetTop - margin;
    const bottom = element.offsetTop + element.offsetHeight + margin;
    const log = this.#log;
    if (bottom - top > log.clientHeight) {
      const controls = element.querySelector('.components')?.getBoundingClientRect().top;
      if (before.waiting) log.scrollTop = top;
      else if (!before.topSeen && controls !== undefined && before.controls !== undefined) log.scrollTop += controls - before.controls;
    } else if (element === this.#inner.lastElementChild) {
      log.scrollTop = log.scrollHeight;
    } else if (top < log.scrollTop) {
      log.scrollTop = top;
    } else if (bottom > log.scrollTop + log.clientHeight) {
      log.scrollTop = bottom - log.clientHeight;
    }
    this.#pinned = this.#atEnd();
  }

  /** @param {Entry} entry */
  #remove(entry) {
    const element = this.#elements.get(entry.id);
    if (!element) return;
    this.#elements.delete(entry.id);
    const hadFocus = element.contains(document.activeElement);
    const neighbour = /** @type {HTMLElement | null} */ (element.previousElementSibling);
    element.remove();
    this.#group();
    // The focus goes to the message before it; without one, to the list.
    if (hadFocus) (neighbour?.matches('.message') ? neighbour : this.#log).focus({ preventScroll: true });
  }

  /** The end of it, or its beginning when it is taller than the view. @param {HTMLElement} element */
  #reveal(element) {
    const tall = element.offsetHeight + margin > this.#log.clientHeight;
    this.#log.scrollTop = tall ? element.offsetTop - margin : this.#log.scrollHeight;
    this.#pinned = this.#atEnd();
  }

  #group() {
    /** @type {Entry | undefined} */
    let previous;
    for (const entry of this.#store.entries.values()) {
      this.#elements.get(entry.id)?.classList.toggle('is-continued', continues(previous, entry));
      previous = entry;
    }
  }

  /** Arrow keys go from message to message, Escape back to writing. @param {KeyboardEvent} event @param {() => void} leave */
  #walk(event, leave) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
      return;
    }
    // Inside a message's controls the arrows belong to the control.
    if (target !== this.#log && !target.matches('.message')) return;

    const messages = /** @type {HTMLElement[]} */ ([...this.#inner.querySelectorAll(':scope > .message')]);
    const at = messages.indexOf(target);
    const next = {
      ArrowUp: at < 0 ? messages.length - 1 : Math.max(at - 1, 0),
      ArrowDown: at < 0 ? messages.length - 1 : at + 1,
      Home: 0,
      End: messages.length - 1,
    }[event.key];
    if (next === undefined || messages.length === 0) return;
    event.preventDefault();
    if (next >= messages.length) {
      leave();
      return;
    }
    messages[next].focus({ preventScroll: true });
    messages[next].scrollIntoView({ block: 'nearest' });
  }

  /** The menu opens on right click, on the menu key, and on a long press where the browser makes none of it. */
  #listenForMenu() {
    let timer = 0;
    let start = { x: 0, y: 0 };
    /** @param {EventTarget | null} target */
    const messageAt = (target) => {
      const element = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('.message'));
      const entry = element && this.#store.message(element.dataset.entry ?? '');
      return element && entry ? { element, entry } : null;
    };

    this.#inner.addEventListener('contextmenu', (event) => {
      clearTimeout(timer);
      const found = messageAt(event.target);
      if (!found) return;
      event.preventDefault();
      // From the keyboard there is no pointer: the menu then belongs at what is focused.
      const target = /** @type {HTMLElement} */ (event.target);
      const box = target.getBoundingClientRect();
      const at = event.button === 2 || event.clientX > 0 ? { x: event.clientX, y: event.clientY } : { x: box.left + 24, y: box.top + 24 };
      this.#context.openMenu(found.entry, at, focusableAt(target) ?? found.element);
    });

    this.#inner.addEventListener('pointerdown', (event) => {
      clearTimeout(timer);
      const found = event.pointerType === 'touch' ? messageAt(event.target) : null;
      if (!found) return;
      start = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => this.#context.openMenu(found.entry, { x: event.clientX, y: event.clientY }, found.element), 600);
    });
    for (const name of ['pointerup', 'pointercancel'])
      this.#inner.addEventListener(name, () => clearTimeout(timer), { passive: true });
    this.#inner.addEventListener('pointermove', (event) => {
      // A resting finger trembles.
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > 10) clearTimeout(timer);
    }, { passive: true });
  }
}

/** @param {Event} event @returns {Entry} */
const entryOf = (event) => /** @type {CustomEvent<Entry>} */ (event).detail;

/** @param {HTMLElement} target @returns {HTMLElement | null} */
const focusableAt = (target) => target.closest('button, a[href], select, [tabindex]');

/** @param {Entry | undefined} previous @param {Entry} entry */
function continues(previous, entry) {
  if (previous?.kind !== 'message' || entry.kind !== 'message') return false;
  return previous.message.author.id === entry.message.author.id
    && !entry.message.interaction_metadata
    && !has(entry.message, flags.ephemeral) && !has(previous.message, flags.ephemeral)
    && Date.parse(entry.message.timestamp) - Date.parse(previous.message.timestamp) < groupWithin;
}

const controls = 'button, a[href], select, [tabindex="0"]';

/** @param {HTMLElement} element */
function describeFocus(element) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  if (!focused || !element.contains(focused)) return null;
  return {
    itself: focused === element,
    customId: focused.dataset.customId,
    label: focused.textContent,
    tag: focused.tagName,
    area: areaOf(focused),
  };
}

/** @param {Element} element */
const areaOf = (element) => element.closest('.components, .message-tools, .message-main')?.classList[0];

/**
 * After an edit the focus stays on the same control, else on the one with the same label (a pager's "Next" has another
 * id on each page), else on the first of its kind: never at the top of the page.
 * @param {HTMLElement} element
 * @param {NonNullable<ReturnType<typeof describeFocus>>} was
 */
function restoreFocus(element, was) {
  const all = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(controls)]);
  const candidates = all.filter((control) => !control.matches(':disabled'));
  const inArea = candidates.filter((control) => areaOf(control) === was.area);
  const next = was.itself ? element
    : (was.customId && candidates.find((control) => control.dataset.customId === was.customId))
      || inArea.find((control) => control.tagName === was.tag && control.textContent === was.label)
      || inArea.find((control) => control.tagName === was.tag)
      || inArea[0] || element;
  next.focus({ preventScroll: true });
}
