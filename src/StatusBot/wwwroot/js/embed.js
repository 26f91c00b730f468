import { h } from './dom.js';
import { formatFullTime, formatTime } from './i18n.js';
import { link, renderMarkdown, renderTitle } from './markdown-view.js';
import { safeUrl } from './markdown.js';

/**
 * @typedef {{name: string, value: string, inline?: boolean}} Field
 * @typedef {{title?: string, url?: string, description?: string, color?: number, timestamp?: string,
 *   author?: {name: string, url?: string}, footer?: {text: string}, fields?: Field[]}} Embed
 */

/** @param {Embed} embed */
export function renderEmbed(embed) {
  const element = h('div', { class: 'embed', dataset: { testid: 'embed' } },
    embed.author && renderAuthor(embed.author),
    embed.title && renderEmbedTitle(embed.title, embed.url),
    embed.description && h('div', { class: 'embed-description markdown', dataset: { testid: 'embed-description' } },
      renderMarkdown(embed.description)),
    embed.fields?.length ? h('div', { class: 'embed-fields' }, renderFields(embed.fields)) : null,
    (embed.footer || embed.timestamp) && renderFooter(embed));
  if (typeof embed.color === 'number')
    element.style.setProperty('--embed-color', `#${embed.color.toString(16).padStart(6, '0')}`);
  return element;
}

/** @param {{name: string, url?: string}} author */
function renderAuthor(author) {
  const url = safeUrl(author.url ?? '');
  return h('div', { class: 'embed-author' }, url ? link(url, [author.name]) : author.name);
}

/** @param {string} title @param {string} [address] */
function renderEmbedTitle(title, address) {
  const url = safeUrl(address ?? '');
  return h('div', { class: 'embed-title', dataset: { testid: 'embed-title' } },
    url ? link(url, renderTitle(title)) : renderTitle(title));
}

/** @param {Field[]} fields */
function renderFields(fields) {
  const spans = fieldSpans(fields);
  return fields.map((field, index) =>
    h('div', { class: `embed-field embed-field-${spans[index]}`, dataset: { testid: 'embed-field' } },
      h('div', { class: 'embed-field-name', dataset: { testid: 'field-name' } }, renderTitle(field.name)),
      '\n',
      h('div', { class: 'embed-field-value markdown', dataset: { testid: 'field-value' } }, renderMarkdown(field.value))));
}

/**
 * How many of twelve columns each field takes. As in Discord, a run of inline fields breaks into rows of three;
 * what remains in a row shares it evenly.
 * @param {Field[]} fields
 */
export function fieldSpans(fields) {
  /** @type {number[]} */
  const spans = [];
  for (let at = 0; at < fields.length;) {
    let count = 0;
    while (count < 3 && fields[at + count]?.inline) count++;
    if (count === 0) spans.push(12);
    for (let i = 0; i < count; i++) spans.push(12 / count);
    at += Math.max(count, 1);
  }
  return spans;
}

/** @param {Embed} embed */
function renderFooter(embed) {
  const time = embed.timestamp
    && h('time', { datetime: embed.timestamp, title: formatFullTime(embed.timestamp) }, formatTime(embed.timestamp));
  return h('div', { class: 'embed-footer', dataset: { testid: 'embed-footer' } },
    embed.footer?.text, embed.footer && time ? ' • ' : null, time);
}

/**
 * An embed as text for the clipboard, in reading order.
 * @param {Embed} embed
 */
export function embedText(embed) {
  const fields = (embed.fields ?? []).map((field) => `**${field.name}**\n${field.value}`);
  return [embed.author?.name, embed.title && `**${embed.title}**`, embed.url, embed.description, ...fields, embed.footer?.text]
    .filter(Boolean).join('\n\n');
}
