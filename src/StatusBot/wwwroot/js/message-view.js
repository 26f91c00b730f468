import { lineText } from './commands.js';
import { renderComponents } from './components.js';
import { h, icon } from './dom.js';
import { embedText, renderEmbed } from './embed.js';
import { formatFullTime, formatTime, languageOf, t, tNodes } from './i18n.js';
import { renderMarkdown } from './markdown-view.js';
import { flags, has } from './store.js';

/**
 * @typedef {import('./store.js').MessageEntry} MessageEntry
 * @typedef {import('./store.js').PendingEntry} PendingEntry
 * @typedef {{
 *   botName: () => string,
 *   displayName: (commandName: string) => string,
 *   find: (messageId: string) => MessageEntry | undefined,
 *   press: (entry: MessageEntry, data: {custom_id: string, component_type: number, values?: string[]}) => Promise<void>,
 *   dismiss: (id: string) => void,
 *   jump: (id: string) => void,
 *   openMenu: (entry: MessageEntry, at: {x: number, y: number}, opener: HTMLElement) => void,
 * }} Context
 */

/** @param {MessageEntry} entry @param {Context} context */
export function renderMessage(entry, context) {
  const { message } = entry;
  const ephemeral = has(message, flags.ephemeral);
  const loading = has(message, flags.loading);
  const id = `message-${message.id}`;
  const content = h('div', { class: 'message-body', id: `${id}-body`, lang: languageOf(messageText(message)) },
    loading ? renderThinking(context.botName()) : [
      message.content && h('div', { class: 'message-content markdown' }, renderMarkdown(message.content),
        entry.edited && h('span', { class: 'message-edited' }, ` ${t('edited')}`)),
      message.embeds?.map(renderEmbed),
    ]);

  return h('article', {
    class: `message${ephemeral ? ' is-ephemeral' : ''}${entry.own ? ' is-own' : ''}`,
    tabindex: '-1',
    'aria-labelledby': `${id}-name ${id}-time ${id}-body`,
    dataset: { testid: 'message', messageId: message.id, ephemeral: String(ephemeral) },
  },
  renderOrigin(entry, context),
  avatar(entry.own),
  h('div', { class: 'message-main' },
    h('div', { class: 'message-header' },
      h('span', { class: 'message-author', id: `${id}-name` },
        entry.own ? t('you') : message.author.global_name ?? message.author.username),
      !entry.own && h('span', { class: 'app-tag' }, t('app')),
      h('time', { class: 'message-time', id: `${id}-time`, datetime: message.timestamp, title: formatFullTime(message.timestamp) },
        formatTime(message.timestamp))),
    content,
    !loading && message.components?.length ? renderComponents(message.components, (data) => context.press(entry, data)) : null,
    ephemeral && renderEphemeralLine(() => context.dismiss(message.id))),
  renderTools(entry, context));
}

/** A command that waits for its answer, or that got none. @param {PendingEntry} entry @param {Context} context */
export function renderPending(entry, context) {
  return h('article', {
    class: `message is-pending${entry.failed ? ' is-ephemeral is-failed' : ''}`,
    tabindex: '-1',
    dataset: { testid: entry.failed ? 'failure' : 'pending' },
  },
  originLine(t('you'), tNodes('used', { command: commandNode(commandText(entry.line)) })),
  avatar(false),
  h('div', { class: 'message-main' },
    h('div', { class: 'message-header' },
      h('span', { class: 'message-author' }, context.botName()),
      h('span', { class: 'app-tag' }, t('app'))),
    h('div', { class: 'message-body' }, entry.failed
      ? h('p', { class: 'message-failure' }, icon('warning'), t('didNotRespond'))
      : h('p', { class: 'message-waiting' }, dots(), t('sending'))),
    entry.failed && renderEphemeralLine(() => context.dismiss(entry.id))));
}

/**
 * The line above an answer: what was asked, or which message a press belonged to.
 * @param {MessageEntry} entry @param {Context} context
 */
function renderOrigin(entry, context) {
  const origin = entry.message.interaction_metadata;
  if (!origin) return null;
  if (origin.name) {
    const command = commandNode(entry.line ? commandText(entry.line) : context.displayName(origin.name));
    return originLine(t('you'), tNodes('used', { command }));
  }

  const target = origin.interacted_message_id ? context.find(origin.interacted_message_id) : undefined;
  if (!target) return null;
  const jump = h('button', { type: 'button', class: 'origin-target', onclick: () => context.jump(target.id) }, summary(target));
  return originLine(context.botName(), [jump]);
}

/** @param {string} who @param {(Node | string)[]} what */
const originLine = (who, what) =>
  h('div', { class: 'message-origin' },
    h('span', { class: 'origin-avatar', 'aria-hidden': 'true' }, who.slice(0, 1)),
    h('span', { class: 'origin-text' }, what));

/** @param {string} text */
const commandNode = (text) => h('span', { class: 'origin-command', dataset: { testid: 'command-line' } }, text);

/** Message commands have no slash and no options. @param {import('./store.js').CommandLine} line */
const commandText = (line) => (line.command.type === 1 ? lineText(line) : lineText(line).slice(1));

/** @param {MessageEntry} entry */
function summary({ message }) {
  const text = message.embeds?.[0]?.title || message.content || message.embeds?.[0]?.description || '…';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** @param {boolean} own */
const avatar = (own) =>
  h('div', { class: `avatar${own ? ' avatar-user' : ' avatar-bot'}`, 'aria-hidden': 'true' }, own ? t('you').slice(0, 1) : null);

const dots = () => h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));

/** @param {string} name */
const renderThinking = (name) => h('p', { class: 'message-waiting' }, dots(), t('thinking', { name }));

/** @param {() => void} dismiss */
const renderEphemeralLine = (dismiss) => h('div', { class: 'ephemeral-line' },
  icon('eye'), t('onlyYou'), ' · ', h('button', { type: 'button', class: 'text-button', onclick: dismiss }, t('dismiss')));

/** @param {MessageEntry} entry @param {Context} context */
function renderTools(entry, context) {
  const button = h('button', {
    type: 'button', class: 'icon-button', 'aria-haspopup': 'menu', 'aria-label': t('more'), title: t('more'),
    onclick: () => {
      const box = button.getBoundingClientRect();
      context.openMenu(entry, { x: box.right, y: box.bottom }, button);
    },
  }, icon('more'));
  return h('div', { class: 'message-tools' }, button);
}

/** What "Copy text" copies. @param {import('./api.js').Message} message */
export const messageText = (message) =>
  [message.content, ...(message.embeds ?? []).map(embedText)].filter(Boolean).join('\n\n');
