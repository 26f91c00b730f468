import { listen, openSession, sendInteraction } from './api.js';
import { locale } from './i18n.js';
import { flags, has, snowflake } from './store.js';

/**
 * @typedef {import('./api.js').Command} Command
 * @typedef {import('./api.js').Message} Message
 * @typedef {import('./api.js').Option} Option
 * @typedef {import('./store.js').CommandLine} CommandLine
 * @typedef {import('./store.js').PendingEntry} PendingEntry
 */

const types = { command: 2, component: 3, autocomplete: 4 };

/** Only shown when the answer takes longer: on the same computer it mostly doesn't. */
const pendingDelay = 250;

/** This browser's channel: sends interactions, and puts what comes back into the store. */
export class Channel extends EventTarget {
  /** @type {import('./api.js').Session | null} */
  session = null;

  #store;
  /** Commands whose answer hasn't come, oldest first: an answer names its command, but not what was typed. @type {PendingEntry[]} */
  #pending = [];
  /** Messages with a pressed component: their edits aren't the bot's second thoughts. @type {Map<string, number>} */
  #pressed = new Map();
  /** @type {EventSource | null} */
  #events = null;
  #attempt = 0;

  /** @param {import('./store.js').MessageStore} store */
  constructor(store) {
    super();
    this.#store = store;
  }

  async open() {
    try {
      this.session = await openSession();
    } catch {
      this.#lost();
      this.#retry();
      return;
    }
    this.#back();
    this.#events?.close();
    this.#events = listen(this.session.channel_id, {
      created: (message) => this.#created(message),
      updated: (message) => this.#updated(message),
      deleted: (message) => this.#store.remove(message.id),
      opened: () => {
        this.#attempt = 0;
        this.#back();
      },
      lost: () => this.#lost(),
      // The server has forgotten this channel, for instance because it was restarted: a new one is needed.
      gone: () => {
        this.#lost();
        this.#retry();
      },
    });
  }

  #retry() {
    const delay = Math.min(10_000, 500 * 2 ** this.#attempt++);
    setTimeout(() => this.open(), delay);
  }

  /** Told by any answer as well: an event stream may say that it is open only with its first event. */
  #back() {
    this.dispatchEvent(new CustomEvent('connection', { detail: true }));
  }

  #lost() {
    this.dispatchEvent(new CustomEvent('connection', { detail: false }));
  }

  /** @param {CommandLine} line */
  run(line) {
    const options = line.values.map(({ option, value }) => ({ type: option.type, name: option.name, value }));
    return this.#runCommand(line, { id: line.command.id, name: line.command.name, type: 1, options });
  }

  /** @param {Command} command @param {Message} message */
  runOn(command, message) {
    const target = { attachments: [], components: [], mentions: [], edited_timestamp: null, flags: 0, type: 0, ...message };
    return this.#runCommand({ command, values: [] }, {
      id: command.id, name: command.name, type: 3, target_id: message.id, resolved: { messages: { [message.id]: target } },
    });
  }

  /** @param {CommandLine} line @param {object} data */
  async #runCommand(line, data) {
    /** @type {PendingEntry} */
    const entry = { kind: 'pending', id: `pending-${snowflake()}`, line, failed: false };
    this.#pending.push(entry);
    const timer = setTimeout(() => this.#store.add(entry), pendingDelay);
    try {
      await this.#send({ type: types.command, data });
      clearTimeout(timer);
      this.#store.remove(entry.id);
      // The answer is on its way as an event, or will never have a message of its own.
      setTimeout(() => this.#forget(entry), 60_000);
    } catch {
      clearTimeout(timer);
      this.#forget(entry);
      entry.failed = true;
      if (this.#store.entries.has(entry.id)) this.#store.changed(entry);
      else this.#store.add(entry);
    }
  }

  /** @param {PendingEntry} entry */
  #forget(entry) {
    this.#pending = this.#pending.filter((other) => other !== entry);
  }

  /**
   * @param {Message} message
   * @param {{custom_id: string, component_type: number, values?: string[]}} data
   * @throws when the application gave no usable answer
   */
  async press(message, data) {
    this.#pressed.set(message.id, Date.now());
    await this.#send({ type: types.component, message: { id: message.id, flags: message.flags ?? 0 }, data });
  }

  /**
   * @param {Command} command
   * @param {{option: Option, value: string | number | boolean, focused?: boolean}[]} values
   * @param {AbortSignal} signal
   * @returns {Promise<import('./api.js').Choice[]>}
   */
  async suggest(command, values, signal) {
    const options = values.map(({ option, value, focused }) =>
      ({ type: option.type, name: option.name, value, ...(focused ? { focused: true } : {}) }));
    const data = { id: command.id, name: command.name, type: 1, options };
    const answer = await this.#send({ type: types.autocomplete, data }, signal);
    return answer?.type === 8 ? (answer.data?.choices ?? []).slice(0, 25) : [];
  }

  /** @param {object} interaction @param {AbortSignal} [signal] */
  async #send(interaction, signal) {
    if (!this.session) throw new Error('The channel is not open yet');
    const answer = await sendInteraction({ ...interaction, channel_id: this.session.channel_id, locale: locale() }, signal);
    this.#back();
    return answer;
  }

  /** A message of the user's own stays in the page: it is there for message commands to work on. @param {string} content */
  say(content) {
    const user = this.session?.user ?? { id: '1', username: 'you', global_name: 'You' };
    /** @type {Message} */
    const message = {
      id: snowflake(), channel_id: this.session?.channel_id ?? '0', author: user, content, embeds: [], attachments: [], components: [],
      mentions: [], timestamp: new Date().toISOString(), edited_timestamp: null, flags: 0, type: 0,
    };
    this.#store.add({ kind: 'message', id: message.id, message, own: true, edited: false });
  }

  /** @param {Message} message */
  #created(message) {
    const known = this.#store.message(message.id);
    if (known) return this.#updated(message); // sent again after a reconnect

    const name = message.interaction_metadata?.name;
    const pending = name ? this.#pending.find((entry) => entry.line.command.name === name) : undefined;
    if (pending) {
      this.#forget(pending);
      this.#store.remove(pending.id);
    }
    this.#store.add({ kind: 'message', id: message.id, message, line: pending?.line, own: false, edited: false });
  }

  /** @param {Message} message */
  #updated(message) {
    const entry = this.#store.message(message.id);
    if (!entry) return;
    const wasLoading = has(entry.message, flags.loading);
    const byPress = Date.now() - (this.#pressed.get(message.id) ?? 0) < 15_000;
    entry.message = { ...entry.message, ...message };
    if (message.edited_timestamp && !wasLoading && !byPress) entry.edited = true;
    this.#store.changed(entry);
  }
}
