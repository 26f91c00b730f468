/**
 * The local channel's wire: Discord's own JSON over a few addresses of this host.
 *
 * @typedef {{id: string, username: string, global_name?: string}} User
 * @typedef {{application_id: string, channel_id: string, user: User, bot: User, version: string}} Session
 * @typedef {{id: string, channel_id: string, author: User, content: string, embeds: import('./embed.js').Embed[],
 *   components?: import('./components.js').Row[], attachments?: unknown[], mentions?: unknown[], flags?: number, type?: number,
 *   timestamp: string, edited_timestamp?: string | null,
 *   interaction_metadata?: {id: string, type: number, user: User, name?: string, interacted_message_id?: string}}} Message
 * @typedef {{name: string, name_localizations?: Record<string, string> | null, value: string | number}} Choice
 * @typedef {{type: number, name: string, name_localizations?: Record<string, string> | null, description: string,
 *   description_localizations?: Record<string, string> | null, required?: boolean, autocomplete?: boolean, choices?: Choice[],
 *   min_length?: number, max_length?: number}} Option
 * @typedef {{id: string, type: number, name: string, name_localizations?: Record<string, string> | null, description: string,
 *   description_localizations?: Record<string, string> | null, options?: Option[]}} Command
 */

/** Discord gives an application three seconds; the network in between is allowed a little more. */
const patience = 8000;

/** @param {string} path @param {RequestInit} [init] */
async function request(path, init) {
  const response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init?.headers } });
  // The body of an error is for the developer's network panel; the page has its own words for it.
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.status === 204 ? null : response.json();
}

/** @returns {Promise<Session>} */
export const openSession = () => request('/local/session');

/** @returns {Promise<Command[]>} */
export const loadCommands = () => request('/local/commands');

/**
 * @param {object} interaction
 * @param {AbortSignal} [signal]
 * @returns {Promise<{type: number, data?: any} | null>}
 */
export function sendInteraction(interaction, signal) {
  const timeout = AbortSignal.timeout(patience);
  return request('/local/interactions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(interaction),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
}

/**
 * @param {string} channelId
 * @param {{created: (message: Message) => void, updated: (message: Message) => void, deleted: (message: {id: string}) => void,
 *   opened: () => void, lost: () => void, gone: () => void}} handlers `gone`: the browser won't try this address again
 * @returns {EventSource}
 */
export function listen(channelId, handlers) {
  const source = new EventSource(`/local/events?channel_id=${encodeURIComponent(channelId)}`);
  /** @param {string} name @param {(data: any) => void} handle */
  const on = (name, handle) => source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  on('message_create', handlers.created);
  on('message_update', handlers.updated);
  on('message_delete', handlers.deleted);
  source.onopen = handlers.opened;
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) handlers.gone();
    else handlers.lost();
  };
  return source;
}
