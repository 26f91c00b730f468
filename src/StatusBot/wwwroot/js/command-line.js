import { descriptionOf, distribute, nameOf, optionsOf, requiredOf } from './commands.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { OptionField } from './option-field.js';

/**
 * @typedef {import('./api.js').Command} Command
 * @typedef {import('./api.js').Option} Option
 * @typedef {import('./store.js').CommandLine} Line
 * @typedef {{option: Option, value: string | number | boolean, focused?: boolean}} Value
 * @typedef {{option: Option, text: string, choice: import('./api.js').Choice | null}} Draft
 */

/** A command being filled in: its name as a chip, a field for each option in use, and the options that can be added. */
export class CommandLine {
  /** @type {Command} */
  command;
  /** @type {HTMLElement} */
  element;

  #panel;
  #suggest;
  #submit;
  #leave;
  /** @type {OptionField[]} */
  #fields = [];
  #fieldBox = h('span', { class: 'command-fields' });
  #adders = h('span', { class: 'command-adders' });

  /**
   * @param {{
   *   command: Command,
   *   panel: import('./suggestions.js').Suggestions,
   *   suggest: (values: Value[], signal: AbortSignal) => Promise<import('./api.js').Choice[]>,
   *   submit: (line: Line) => void,
   *   leave: (how: {keepName: boolean}) => void,
   * }} parts
   */
  constructor({ command, panel, suggest, submit, leave }) {
    this.command = command;
    this.#panel = panel;
    this.#suggest = suggest;
    this.#submit = submit;
    this.#leave = leave;
    const name = `/${nameOf(command)}`;
    const label = t('commandChosen', { command: name, description: descriptionOf(command) });
    this.element = h('div', { class: 'command-line', role: 'group', 'aria-label': label },
      h('button', {
        type: 'button', class: 'command-chip', tabindex: '-1', title: descriptionOf(command),
        'aria-label': t('leaveCommand', { command: name }), onclick: () => leave({ keepName: true }),
      }, name),
      this.#fieldBox, this.#adders);
    for (const option of requiredOf(command)) this.#insert(option);
    this.#drawAdders();
  }

  get isBare() {
    return this.#fields.length === 0;
  }

  /** The options as they stand, for a redraw in the other language or a recall. @returns {Draft[]} */
  get draft() {
    return this.#fields.map((field) => ({ option: field.option, text: field.text, choice: field.choice }));
  }

  /** @param {Draft[]} draft */
  restore(draft) {
    for (const { option, text, choice } of draft) this.#fieldFor(option).set(choice ? nameOf(choice) : text, choice);
    this.#drawAdders();
  }

  /** Text that was typed after the name. @param {string} text */
  fill(text) {
    for (const [option, part] of distribute(this.command, text)) this.#fieldFor(option).set(part);
    this.#drawAdders();
  }

  /** The last field with text, so that typing goes on there; else the first. @returns {boolean} whether there is a field at all */
  focus() {
    const field = this.#fields.findLast((candidate) => candidate.text !== '') ?? this.#fields[0];
    field?.focus();
    return field !== undefined;
  }

  focusLast() {
    this.#fields.at(-1)?.focus();
  }

  /** Ends what fields have under way. */
  stop() {
    for (const field of this.#fields) field.stop();
  }

  submit() {
    this.#spread();
    /** @type {Line['values']} */
    const values = [];
    for (const field of this.#fields) {
      const read = field.read();
      if (read && 'problem' in read) {
        field.complain(read);
        return;
      }
      if (read) values.push({ option: field.option, ...read });
    }
    this.stop();
    this.#submit({ command: this.command, values });
  }

  /** "401 403" in the first of two required fields was meant for both. */
  #spread() {
    const required = this.#fields.filter((field) => field.option.required);
    const [first, ...others] = required;
    if (others.length === 0 || first.choice || others.some((field) => field.text.trim() !== '')) return;
    for (const [option, part] of distribute(this.command, first.text)) this.#fieldFor(option).set(part);
  }

  /** @param {Option} option */
  #fieldFor(option) {
    return this.#fields.find((field) => field.option === option) ?? this.#insert(option);
  }

  /** Keeps the order in which the command declares its options. @param {Option} option */
  #insert(option) {
    const field = new OptionField(option, {
      panel: this.#panel,
      suggest: (asking, signal) => this.#suggest(this.#valuesFor(asking), signal),
      submit: () => this.submit(),
      leave: () => this.#leave({ keepName: false }),
      next: (from, how) => this.#next(from, how),
      previous: (from) => this.#fields[this.#fields.indexOf(from) - 1]?.focus(),
      back: (from) => this.#back(from),
    });
    const order = optionsOf(this.command);
    const at = this.#fields.findIndex((other) => order.indexOf(other.option) > order.indexOf(option));
    if (at < 0) {
      this.#fields.push(field);
      this.#fieldBox.append(field.element);
    } else {
      this.#fields[at].element.before(field.element);
      this.#fields.splice(at, 0, field);
    }
    return field;
  }

  /** @param {OptionField} asking */
  #valuesFor(asking) {
    return this.#fields.flatMap((field) => {
      if (field === asking) return [{ option: field.option, value: field.text, focused: true }];
      const read = field.read();
      return read && 'value' in read ? [{ option: field.option, value: read.value }] : [];
    });
  }

  /** @param {OptionField} from @param {{onlyEmpty: boolean}} how */
  #next(from, { onlyEmpty }) {
    const later = this.#fields.slice(this.#fields.indexOf(from) + 1);
    const field = onlyEmpty ? later.find((candidate) => candidate.text === '' && candidate.option.required) : later[0];
    field?.focus();
    return field !== undefined;
  }

  /** Backspace where there is nothing left to delete. @param {OptionField} from */
  #back(from) {
    const at = this.#fields.indexOf(from);
    if (!from.option.required) {
      from.stop();
      this.#fields.splice(at, 1);
      from.element.remove();
      this.#panel.clear();
      this.#drawAdders();
      const before = this.#fields[Math.max(at - 1, 0)];
      if (before) before.focus();
      else this.#leave({ keepName: true });
    } else if (at > 0) {
      this.#fields[at - 1].focus();
    } else {
      this.#leave({ keepName: true });
    }
  }

  #drawAdders() {
    const used = new Set(this.#fields.map((field) => field.option));
    this.#adders.replaceChildren(...optionsOf(this.command).filter((option) => !used.has(option)).map((option) =>
      h('button', {
        type: 'button', class: 'option-adder', title: descriptionOf(option), dataset: { addOption: option.name },
        'aria-label': t('addOption', { option: nameOf(option) }),
        onfocus: () => {
          this.#panel.clear();
          this.#panel.setHint({ title: `${nameOf(option)} (${t('optional')})`, detail: descriptionOf(option) });
        },
        onclick: () => this.add(option),
      }, `+ ${nameOf(option)}`)));
  }

  /** @param {Option} option */
  add(option) {
    const field = this.#insert(option);
    this.#drawAdders();
    field.focus();
  }
}
