/**
 * What the list shows, in order. A message keeps Discord's own object untouched: it is shown by "View JSON" and sent
 * back with message commands.
 *
 * @typedef {import('./api.js').Message} Message
 * @typedef {{option: import('./api.js').Option, value: string | number | boolean, label: string}} OptionValue
 * @typedef {{command: import('./api.js').Command, values: OptionValue[]}} CommandLine
 * @typedef {{kind: 'message', id: string, message: Message, line?: CommandLine, own: boolean, edited: boolean}} MessageEntry
 * @typedef {{kind: 'pending', id: string, line: CommandLine, failed: boolean}} PendingEntry
 *   a command that has no answer yet, or never got one
 * @typedef {MessageEntry | PendingEntry} Entry
 */

export const flags = { ephemeral: 64, loading: 128 };

/** @param {Message} message @param {number} flag */
export const has = (message, flag) => ((message.flags ?? 0) & flag) !== 0;

export class MessageStore extends EventTarget {
  /** @type {Map<string, Entry>} insertion order is display order */
  entries = new Map();

  /** @param {Entry} entry */
  add(entry) {
    this.entries.set(entry.id, entry);
    this.#tell('add', entry);
  }

  /** @param {Entry} entry */
  changed(entry) {
    this.#tell('change', entry);
  }

  /** @param {string} id */
  remove(id) {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.entries.delete(id);
    this.#tell('remove', entry);
  }

  /** @param {string} id @returns {MessageEntry | undefined} */
  message(id) {
    const entry = this.entries.get(id);
    return entry?.kind === 'message' ? entry : undefined;
  }

  /** @param {string} name @param {Entry} entry */
  #tell(name, entry) {
    this.dispatchEvent(new CustomEvent(name, { detail: entry }));
  }
}

const epoch = 1420070400000n;
let sequence = 0n;

/** An id for a message that only this page knows, in Discord's own format: sortable, time in the upper bits. */
export function snowflake() {
  sequence = (sequence + 1n) & 0xfffn;
  return String(((BigInt(Date.now()) - epoch) << 22n) | sequence);
}

/** Choices that outlive the page. @param {'theme' | 'language'} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(`statusbot.${key}`, value);
  } catch {
    // Storage may be blocked or full; the choice then lasts until the page is left.
  }
}
