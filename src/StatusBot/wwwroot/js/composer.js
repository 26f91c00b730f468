import { CommandLine } from './command-line.js';
import { descriptionOf, nameOf, optionsOf, requiredOf } from './commands.js';
import { h, icon, isComposing } from './dom.js';
import { onLanguageChange, t } from './i18n.js';
import { Suggestions } from './suggestions.js';

/**
 * @typedef {import('./api.js').Command} Command
 * @typedef {import('./store.js').CommandLine} Line
 */

/** More than any message of Discord's, so that whole logs can be pasted. */
const maxLength = 6000;

/** The message box: plain text until it names a command, then that command's fields. */
export class Composer {
  #form;
  #commands;
  #actions;
  #panel = new Suggestions();
  #host = h('span', { class: 'command-host' });
  #text = h('textarea', {
    class: 'composer-text', rows: '1', maxlength: maxLength,
    autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'send',
    'aria-autocomplete': 'list', 'aria-describedby': 'panel-hint', dataset: { testid: 'composer' },
  });
  #counter = h('span', { class: 'composer-counter', 'aria-hidden': 'true' });
  #send = h('button', { type: 'submit', class: 'icon-button composer-send' }, icon('send'));
  /** @type {CommandLine | null} */
  #line = null;
  /** @type {{command: Command, draft: import('./command-line.js').Draft[]} | null} */
  #last = null;

  /**
   * @param {{form: HTMLFormElement, commands: import('./commands.js').CommandBook, actions: {
   *   run: (line: Line) => void,
   *   say: (text: string) => void,
   *   suggest: import('./channel.js').Channel['suggest'],
   *   commandsLoaded: () => Promise<void>,
   * }}} parts
   */
  constructor({ form, commands, actions }) {
    this.#form = form;
    this.#commands = commands;
    this.#actions = actions;
    form.append(this.#panel.element,
      h('div', { class: 'composer-box' }, h('div', { class: 'composer-content' }, this.#host, this.#text), this.#counter, this.#send));
    this.#translate();
    onLanguageChange(() => this.#translate());

    this.#text.addEventListener('input', (/** @type {InputEvent} */ event) => this.#typed(event.isComposing));
    this.#text.addEventListener('compositionend', () => this.#typed(false));
    this.#text.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (this.#line ? this.#commandKey(event, this.#line) : this.#textKey(event)) event.preventDefault();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    form.addEventListener('focusout', (event) => {
      if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.#panel.clear();
    });
    form.addEventListener('focusin', (event) => {
      if (event.target === this.#text) this.#update();
      else if (event.target === this.#send) this.#panel.clear();
    });
    // Anywhere in the box is the box.
    form.addEventListener('click', (event) => {
      if (/** @type {Element} */ (event.target).matches('.composer-box, .composer-content, .command-line, .command-fields')) this.focus();
    });
    // Keys of a command's buttons: Escape leaves from there as well.
    this.#host.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && this.#line) this.#leave('');
    });
  }

  focus() {
    if (!this.#line?.focus()) this.#text.focus();
  }

  /** What was typed while the commands were still loading. */
  commandsArrived() {
    if (document.activeElement === this.#text) this.#typed(false);
  }

  #translate() {
    this.#send.setAttribute('aria-label', t('send'));
    this.#send.title = t('send');
    this.#text.setAttribute('aria-label', t('composer'));
    if (this.#line) {
      const { command, draft } = this.#line;
      this.#open(command).restore(draft);
    }
    this.#panel.clear();
    this.#arrange();
  }

  /** What is visible in which mode. */
  #arrange() {
    const line = this.#line;
    this.#form.classList.toggle('is-command', line !== null);
    // With a field to type in, the text box has no part in a command. Without, it keeps the focus and takes the keys.
    this.#text.hidden = line !== null && !line.isBare;
    this.#text.readOnly = line !== null && optionsOf(line.command).length === 0;
    this.#text.placeholder = line ? '' : t('placeholder');
    const left = maxLength - this.#text.value.length;
    this.#counter.textContent = left < 500 ? t('charactersLeft', { count: left }) : '';
    this.#grow();
  }

  #grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    this.#text.style.setProperty('height', 'auto');
    this.#text.style.setProperty('height', `${this.#text.scrollHeight}px`);
  }

  /** @param {boolean} composing */
  #typed(composing) {
    const text = this.#text.value;
    if (this.#line) {
      // Typed after a command that has only optional options: it is meant for the first of them.
      if (composing || text.trim() === '') return;
      this.#text.value = '';
      this.#line.fill(text);
      this.#arrange();
      this.#line.focus();
      return;
    }
    const parsed = composing ? null : this.#commands.parse(text);
    if (parsed) this.#choose(parsed.command, parsed.rest);
    else this.#update();
  }

  /** The command list follows what is typed. */
  #update() {
    this.#arrange();
    if (this.#line) {
      this.#panel.clear();
      const { command } = this.#line;
      this.#panel.setHint({ title: `/${nameOf(command)}`, detail: `${descriptionOf(command)} · ${t('commandReady')}` });
      return;
    }
    const name = /^\/(\S*)$/.exec(this.#text.value);
    if (!name) {
      this.#panel.clear();
      return;
    }
    const found = this.#commands.search(name[1]);
    this.#panel.show(this.#text, t('commandsLabel'), found.map((command) => ({
      title: `/${nameOf(command)}`,
      detail: descriptionOf(command),
      choose: () => this.#pick(command, name[1]),
    })), { highlight: true });
    if (found.length === 0) this.#panel.setNote(this.#commands.loaded ? t('noCommand') : t('commandsUnavailable'));
  }

  /**
   * Taken from the list. A command that has nothing to fill in and was typed out runs at once.
   * @param {Command} command
   * @param {string} typed
   */
  #pick(command, typed) {
    const line = this.#choose(command, '');
    if (optionsOf(command).length === 0 && this.#commands.find(typed) === command) line.submit();
  }

  /** @param {Command} command @param {string} rest what follows the name */
  #choose(command, rest) {
    this.#panel.clear();
    const line = this.#open(command);
    line.fill(rest);
    this.#text.value = '';
    this.#arrange();
    if (!line.focus()) {
      this.#text.focus();
      this.#update();
    }
    return line;
  }

  /** @param {Command} command */
  #open(command) {
    this.#line?.stop();
    this.#line = new CommandLine({
      command,
      panel: this.#panel,
      suggest: (values, signal) => this.#actions.suggest(command, values, signal),
      submit: (line) => this.#run(line),
      leave: ({ keepName }) => this.#leave(keepName ? `/${nameOf(command)}` : ''),
    });
    this.#host.replaceChildren(this.#line.element);
    return this.#line;
  }

  /** @param {string} text what remains in the box */
  #leave(text) {
    this.#line?.stop();
    this.#line = null;
    this.#host.replaceChildren();
    this.#panel.clear();
    this.#text.value = text;
    this.#arrange();
    this.#text.focus();
    this.#update();
  }

  /** @param {Line} line */
  #run(line) {
    if (this.#line) this.#last = { command: line.command, draft: this.#line.draft };
    this.#leave('');
    this.#actions.run(line);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key is used up */
  #textKey(event) {
    const panel = this.#panel;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (panel.isOpen) panel.move(event.key === 'ArrowDown' ? 1 : -1);
        else if (event.key === 'ArrowUp' && this.#text.value === '' && this.#last) this.#recall(this.#last);
        else return false;
        return true;
      case 'Enter':
        if (event.shiftKey) return false;
        if (!panel.take()) this.#submit();
        return true;
      case 'Tab':
        return !event.shiftKey && panel.take();
      case 'Escape':
        panel.clear();
        return true;
      default:
        return false;
    }
  }

  /** Keys in the text box while it stands behind a command without fields. @param {KeyboardEvent} event @param {CommandLine} line */
  #commandKey(event, line) {
    if (event.key === 'Enter') line.submit();
    else if (event.key === 'Escape') this.#leave('');
    else if (event.key === 'Backspace' && this.#text.value === '') this.#leave(`/${nameOf(line.command)}`);
    else return false;
    return true;
  }

  /** @param {{command: Command, draft: import('./command-line.js').Draft[]}} last */
  #recall({ command, draft }) {
    const line = this.#open(command);
    line.restore(draft);
    this.#arrange();
    if (!line.focus()) this.#text.focus();
  }

  async #submit() {
    if (this.#line) {
      this.#line.submit();
      return;
    }
    const text = this.#text.value.trim();
    if (text === '') return;
    if (text.startsWith('/') && !this.#commands.loaded) {
      await this.#actions.commandsLoaded();
      if (this.#text.value.trim() !== text) return;
    }

    // The list may have been closed, or the name typed and sent at once.
    const command = text.startsWith('/') ? this.#commands.find(text.slice(1)) : undefined;
    const parsed = command ? { command, rest: '' } : this.#commands.parse(text);
    if (parsed) {
      const line = this.#choose(parsed.command, parsed.rest);
      if (parsed.rest || requiredOf(parsed.command).length === 0) line.submit();
      return;
    }
    this.#text.value = '';
    this.#update();
    this.#actions.say(text);
  }
}
