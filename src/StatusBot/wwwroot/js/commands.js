import { locale } from './i18n.js';

/**
 * @typedef {import('./api.js').Command} Command
 * @typedef {import('./api.js').Option} Option
 */

/** @param {{name: string, name_localizations?: Record<string, string> | null}} thing */
export const nameOf = (thing) => thing.name_localizations?.[locale()] ?? thing.name;

/** @param {{description: string, description_localizations?: Record<string, string> | null}} thing */
export const descriptionOf = (thing) => thing.description_localizations?.[locale()] ?? thing.description;

/** @param {{name: string, name_localizations?: Record<string, string> | null}} thing @returns {string[]} */
const namesOf = (thing) => [...new Set([nameOf(thing), thing.name, ...Object.values(thing.name_localizations ?? {})])];

/**
 * Comparable form. Compatibility decomposition takes Hangul apart into its letters, so that a syllable that is still
 * being typed ("상ㅌ") already matches the word it will become ("상태").
 * @param {string} text
 */
export const fold = (text) => text.normalize('NFKD').toLowerCase().trim();

export class CommandBook {
  /** @type {Command[]} */
  #commands = [];

  loaded = false;

  /** @param {Command[]} commands */
  fill(commands) {
    this.#commands = commands;
    this.loaded = true;
  }

  get slash() {
    return this.#commands.filter((command) => command.type === 1);
  }

  get forMessages() {
    return this.#commands.filter((command) => command.type === 3);
  }

  /** By full name, in any language the command has one. @param {string} name */
  find(name) {
    const wanted = fold(name);
    return this.slash.find((command) => namesOf(command).some((known) => fold(known) === wanted));
  }

  /** How an interaction's command is shown. @param {string} name */
  displayName(name) {
    const command = this.#commands.find((known) => known.name === name);
    if (!command) return name;
    return command.type === 1 ? `/${nameOf(command)}` : nameOf(command);
  }

  /**
   * Best first: the whole name, names that start so, then the text anywhere in name or description.
   * @param {string} text
   */
  search(text) {
    const wanted = fold(text);
    /** @param {Command} command */
    const rank = (command) => {
      const names = namesOf(command).map(fold);
      if (names.includes(wanted)) return 0;
      if (names.some((name) => name.startsWith(wanted))) return 1;
      if (names.some((name) => name.includes(wanted))) return 2;
      return fold(descriptionOf(command)).includes(wanted) ? 3 : 4;
    };
    return this.slash.map((command) => ({ command, rank: rank(command) }))
      .filter((ranked) => ranked.rank < 4)
      .sort((a, b) => a.rank - b.rank)
      .map((ranked) => ranked.command);
  }

  /**
   * Reads "/status 403". The space after the name is what makes it a command: "/statusx" may still be typed on.
   * @param {string} text
   * @returns {{command: Command, rest: string} | null}
   */
  parse(text) {
    const match = /^\/(\S+)\s([^]*)$/.exec(text);
    const command = match && this.find(match[1]);
    return command ? { command, rest: match[2] } : null;
  }
}

/** @param {Command} command */
export const optionsOf = (command) => command.options ?? [];

/** These are there from the start; the others are added. @param {Command} command */
export const requiredOf = (command) => optionsOf(command).filter((option) => option.required);

/** Whether an option is for more than one types: free text, of which there may be much. @param {Option} option */
export const isPasted = (option) =>
  option.type === optionTypes.string && !option.autocomplete && !option.choices?.length && (option.max_length ?? 0) > 1000;

/**
 * Text typed after a command's name, dealt out to its options: all of it to the first one, or a word to each when the
 * command needs several ("/compare 401 403").
 * @param {Command} command
 * @param {string} text
 * @returns {Map<Option, string>}
 */
export function distribute(command, text) {
  const required = requiredOf(command);
  const first = required[0] ?? optionsOf(command)[0];
  // What is pasted keeps its lines.
  const trimmed = (first && isPasted(first) ? text : text.replace(/\s+/g, ' ')).trimStart();
  if (!first || trimmed === '') return new Map();

  const words = trimmed.trimEnd().split(' ');
  if (required.length < 2 || words.length < required.length) return new Map([[first, trimmed]]);
  return new Map(required.map((option, index) =>
    [option, index === required.length - 1 ? words.slice(index).join(' ') : words[index]]));
}

/**
 * The choice that a text stands for: its name in either language or its value.
 * @param {Option} option
 * @param {string} text
 */
export function choiceFor(option, text) {
  const wanted = fold(text);
  const choices = option.choices ?? [];
  const exact = choices.find((choice) => [...namesOf(choice), String(choice.value)].some((known) => fold(known) === wanted));
  if (exact) return exact;
  const starting = choices.filter((choice) => namesOf(choice).some((name) => fold(name).startsWith(wanted)));
  return starting.length === 1 ? starting[0] : undefined;
}

/** @param {Option} option @param {string} text */
export function matchingChoices(option, text) {
  const wanted = fold(text);
  const choices = option.type === optionTypes.boolean ? booleanChoices : option.choices ?? [];
  return choices.filter((choice) => namesOf(choice).some((name) => fold(name).includes(wanted)));
}

export const optionTypes = { string: 3, integer: 4, boolean: 5, number: 10 };

/** Drawn like any other choice; sent as true or false. @type {import('./api.js').Choice[]} */
const booleanChoices = [
  { name: 'True', name_localizations: { ko: '예' }, value: 'true' },
  { name: 'False', name_localizations: { ko: '아니요' }, value: 'false' },
];

/** @typedef {'required' | 'notAChoice' | 'notANumber' | 'tooShort' | 'tooLong'} Problem */

/**
 * What a field's text is worth as an option's value.
 * @param {Option} option
 * @param {string} text
 * @returns {{value: string | number | boolean, label: string} | {problem: Problem, count?: number} | null} null: left empty, and may be
 */
export function readOption(option, text) {
  const trimmed = text.trim();
  if (trimmed === '') return option.required ? { problem: 'required' } : null;
  if (option.type === optionTypes.boolean) {
    const choice = choiceFor({ ...option, choices: booleanChoices }, trimmed);
    return choice ? { value: choice.value === 'true', label: nameOf(choice) } : { problem: 'notAChoice' };
  }
  if (option.choices?.length) {
    const choice = choiceFor(option, trimmed);
    return choice ? { value: choice.value, label: nameOf(choice) } : { problem: 'notAChoice' };
  }
  if (option.type === optionTypes.integer || option.type === optionTypes.number) {
    const number = Number(trimmed);
    const fits = option.type === optionTypes.integer ? Number.isInteger(number) : Number.isFinite(number);
    return fits ? { value: number, label: trimmed } : { problem: 'notANumber' };
  }
  if (option.min_length && trimmed.length < option.min_length) return { problem: 'tooShort', count: option.min_length };
  if (option.max_length && trimmed.length > option.max_length) return { problem: 'tooLong', count: option.max_length };
  return { value: trimmed, label: trimmed };
}

/** @param {import('./store.js').CommandLine} line @returns {string} as it would be typed: "/status code:403" */
export function lineText(line) {
  const values = line.values.map(({ option, label }) => `${nameOf(option)}:${label}`);
  return [`/${nameOf(line.command)}`, ...values].join(' ');
}
