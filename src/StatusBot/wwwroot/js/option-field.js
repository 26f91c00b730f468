import { choiceFor, descriptionOf, isPasted, matchingChoices, nameOf, optionTypes, readOption } from './commands.js';
import { h, isComposing } from './dom.js';
import { t } from './i18n.js';

/**
 * @typedef {import('./api.js').Choice} Choice
 * @typedef {import('./api.js').Option} Option
 * @typedef {{
 *   panel: import('./suggestions.js').Suggestions,
 *   suggest: (field: OptionField, signal: AbortSignal) => Promise<Choice[]>,
 *   submit: () => void,
 *   leave: () => void,
 *   next: (field: OptionField, how: {onlyEmpty: boolean}) => boolean,
 *   previous: (field: OptionField) => void,
 *   back: (field: OptionField) => void,
 * }} Host what the field needs of the command line around it
 */

/** Long enough for a fast typist's next key, short enough to feel immediate. */
const debounce = 120;

/** One option of a command: a name, an input, and the choices for it. */
export class OptionField {
  /** @type {Option} */
  option;
  /** @type {HTMLElement} */
  element;
  /** A text area for what has lines of its own. @type {HTMLInputElement | HTMLTextAreaElement} */
  input;
  /** The choice that was taken; its value is sent rather than the text. @type {Choice | null} */
  choice = null;

  #host;
  #timer = 0;
  #query = new AbortController();
  /** What is wrong with the text, as told. */
  #problem = '';

  /** @param {Option} option @param {Host} host */
  constructor(option, host) {
    this.option = option;
    this.#host = host;
    const hasList = option.autocomplete || option.choices?.length || option.type === optionTypes.boolean;
    const pasted = isPasted(option);
    this.input = h(pasted ? 'textarea' : 'input', {
      class: 'option-input', type: pasted ? null : 'text', rows: pasted ? '1' : null, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'send',
      role: hasList ? 'combobox' : null,
      'aria-expanded': hasList ? 'false' : null,
      'aria-autocomplete': hasList ? 'list' : null,
      'aria-label': nameOf(option),
      'aria-describedby': 'panel-hint',
      'aria-required': option.required ? 'true' : null,
      dataset: { testid: 'option-field', option: option.name },
    });
    this.element = h('label', { class: 'option-field' },
      h('span', { class: 'option-name', 'aria-hidden': 'true' }, nameOf(option)), this.input);
    this.input.addEventListener('input', () => this.#typed());
    this.input.addEventListener('focus', () => this.#focused());
    this.input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#key(event));
    this.#fit();
  }

  get text() {
    return this.input.value;
  }

  /** @param {string} text @param {Choice | null} [choice] */
  set(text, choice = null) {
    this.input.value = text;
    this.choice = choice;
    this.#fit();
  }

  focus() {
    this.input.focus();
    this.input.setSelectionRange(this.text.length, this.text.length);
  }

  read() {
    if (this.choice && this.option.type !== optionTypes.boolean) return { value: this.choice.value, label: this.text };
    return readOption(this.option, this.text);
  }

  /** @param {{problem: import('./commands.js').Problem, count?: number}} failure */
  complain({ problem, count }) {
    this.focus();
    this.#host.panel.close();
    this.input.setAttribute('aria-invalid', 'true');
    this.input.setAttribute('aria-describedby', 'panel-error panel-hint');
    this.#problem = t(problem, { count: count ?? 0 });
    this.#host.panel.setError(this.#problem);
  }

  /** Drops what is still being asked; an answer that comes late must not reopen the list. */
  stop() {
    clearTimeout(this.#timer);
    this.#query.abort();
  }

  #focused() {
    const { option } = this;
    this.#host.panel.setError(this.#problem);
    this.#host.panel.setHint({ title: nameOf(option), detail: descriptionOf(option) });
    if (!this.choice) this.#refresh();
  }

  #typed() {
    this.choice = null;
    this.#fit();
    this.#forgive();
    this.#refresh();
  }

  #forgive() {
    this.#problem = '';
    this.input.removeAttribute('aria-invalid');
    this.input.setAttribute('aria-describedby', 'panel-hint');
    this.#host.panel.setError('');
  }

  /** As wide as its text, where the style sheet can't say so itself. */
  #fit() {
    // Hangul and other wide characters take about two columns.
    const columns = Math.max(...this.text.split('\n').map((line) =>
      [...line].reduce((sum, character) => sum + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0)));
    const fitting = Math.min(Math.max(columns + 1, 6), 48);
    if (this.input instanceof HTMLTextAreaElement) {
      this.input.cols = fitting;
      this.input.rows = Math.min(this.text.split('\n').length, 6);
    } else {
      this.input.size = fitting;
    }
  }

  #refresh() {
    this.stop();
    const { panel } = this.#host;
    if (!this.option.autocomplete) {
      // With a whole choice typed, the others are what one may want to see.
      const filter = this.option.choices && choiceFor(this.option, this.text)?.name === this.text ? '' : this.text;
      this.#show(matchingChoices(this.option, filter));
      return;
    }
    this.#query = new AbortController();
    this.#timer = setTimeout(() => this.#ask(this.#query.signal), debounce);
    if (this.text.trim() === '') panel.close();
  }

  /** @param {AbortSignal} signal */
  async #ask(signal) {
    const { panel } = this.#host;
    try {
      const choices = await this.#host.suggest(this, signal);
      if (signal.aborted || document.activeElement !== this.input) return;
      this.#show(choices);
      if (choices.length === 0 && this.text.trim() !== '') panel.setNote(t('noChoice'));
    } catch {
      if (signal.aborted || document.activeElement !== this.input) return;
      panel.close();
      panel.setNote(t('noSuggestions'));
    }
  }

  /** @param {Choice[]} choices */
  #show(choices) {
    this.#host.panel.show(this.input, t('optionsFor', { option: nameOf(this.option) }),
      choices.map((choice) => ({ title: nameOf(choice), choose: () => this.#take(choice) })));
  }

  /** @param {Choice} choice */
  #take(choice) {
    this.stop();
    this.set(nameOf(choice), choice);
    this.#forgive();
    this.#host.panel.close();
    this.#host.next(this, { onlyEmpty: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#handle(event)) event.preventDefault();
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key is used up */
  #handle(event) {
    const { panel } = this.#host;
    const { selectionStart, selectionEnd } = this.input;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (this.input instanceof HTMLTextAreaElement) return false;
        if (panel.isOpen) panel.move(event.key === 'ArrowDown' ? 1 : -1);
        else this.#refresh();
        return true;
      case 'Enter':
        if (event.shiftKey && this.input instanceof HTMLTextAreaElement) return false;
        if (!panel.take()) this.#host.submit();
        return true;
      case 'Tab':
        if (event.shiftKey) return false;
        if (panel.hasHighlight) panel.take();
        // Taking a choice may have moved on to an empty field already.
        return document.activeElement !== this.input || this.#host.next(this, { onlyEmpty: false });
      case 'Escape':
        if (panel.isOpen) panel.close();
        else this.#host.leave();
        return true;
      case 'Backspace':
        if (this.text !== '') return false;
        this.#host.back(this);
        return true;
      case 'ArrowLeft':
        if (selectionStart !== 0 || selectionEnd !== 0) return false;
        this.#host.previous(this);
        return true;
      case 'ArrowRight':
        return selectionStart === this.text.length && this.#host.next(this, { onlyEmpty: false });
      default:
        return false;
    }
  }
}
