import { copyText, announce, h } from './dom.js';
import { t } from './i18n.js';
import { highlight } from './highlight.js';
import { parseMarkdown, parseTitle } from './markdown.js';

/**
 * @typedef {import('./markdown.js').Inline} Inline
 * @typedef {import('./markdown.js').Block} Block
 */

/** @param {string} source @returns {(Node | string)[]} */
export const renderMarkdown = (source) => parseMarkdown(source).flatMap(withBreak(renderBlock));

/** @param {string} source @returns {(Node | string)[]} */
export const renderTitle = (source) => parseTitle(source).map(renderInline);

/**
 * Blocks are kept apart by a line break in the text as well: copied text and screen readers don't run lines together.
 * @template T
 * @param {(block: T) => Node} render
 * @returns {(block: T, index: number) => (Node | string)[]}
 */
const withBreak = (render) => (block, index) => (index === 0 ? [render(block)] : ['\n', render(block)]);

/** @param {Block} block @returns {Node} */
function renderBlock(block) {
  switch (block.type) {
    case 'paragraph': return h('div', { class: 'md-paragraph' }, block.children.map(renderInline));
    case 'subtext': return h('div', { class: 'md-subtext' }, block.children.map(renderInline));
    // Not real headings: a message's headings would wreck the page's outline.
    case 'heading': return h('div', { class: `md-heading md-heading-${block.level}` }, block.children.map(renderInline));
    case 'quote': return h('blockquote', { class: 'md-quote' }, block.blocks.flatMap(withBreak(renderBlock)));
    case 'list': return renderList(block);
    case 'fence': return renderFence(block);
    default: return h('div', { class: 'md-gap' });
  }
}

/** @param {Extract<Block, {type: 'list'}>} list */
function renderList(list) {
  const start = list.ordered && list.start !== 1 ? list.start : null;
  return h(list.ordered ? 'ol' : 'ul', { class: 'md-list', start }, list.items.flatMap(withBreak((item) =>
    h('li', {}, item.children.map(renderInline), item.lists.flatMap((nested) => ['\n', renderBlock(nested)])))));
}

/** @param {Extract<Block, {type: 'fence'}>} fence */
function renderFence(fence) {
  const label = fence.language ? t('codeIn', { language: fence.language }) : t('codePlain');
  // Focusable, so that the keyboard can scroll long lines.
  const code = h('pre', { class: 'md-code', tabindex: '0', role: 'group', 'aria-label': label },
    h('code', { dataset: fence.language ? { language: fence.language } : {} }, highlight(fence.text, fence.language)));
  return h('div', { class: 'md-fence' }, code, copyButton(() => fence.text));
}

/** @param {() => string} text */
export function copyButton(text) {
  const button = h('button', { type: 'button', class: 'copy-button', onclick: async () => {
    const result = t(await copyText(text()) ? 'copied' : 'copyFailed');
    button.textContent = result;
    announce(result);
    setTimeout(() => { button.textContent = t('copy'); }, 1500);
  } }, t('copy'));
  return button;
}

/** @param {Inline} node @returns {Node | string} */
function renderInline(node) {
  switch (node.type) {
    case 'text': return node.text;
    case 'code': return h('code', { class: 'md-inline-code' }, node.text);
    case 'strong': return h('strong', {}, node.children.map(renderInline));
    case 'em': return h('em', {}, node.children.map(renderInline));
    case 'u': return h('u', {}, node.children.map(renderInline));
    case 's': return h('s', {}, node.children.map(renderInline));
    case 'spoiler': return renderSpoiler(node.children);
    default: return link(node.href, node.children.map(renderInline));
  }
}

/** @param {string} href @param {(Node | string)[]} children @param {Record<string, unknown>} [attributes] */
export const link = (href, children, attributes) =>
  h('a', { href, target: '_blank', rel: 'noopener noreferrer', title: href, ...attributes }, children);

/** @param {Inline[]} children */
function renderSpoiler(children) {
  const hidden = h('span', { class: 'md-spoiler-text', inert: true }, children.map(renderInline));
  const spoiler = h('span', { class: 'md-spoiler', role: 'button', tabindex: '0', 'aria-label': t('spoiler') }, hidden);
  const reveal = () => {
    spoiler.classList.add('is-open');
    hidden.inert = false;
    for (const name of ['role', 'tabindex', 'aria-label']) spoiler.removeAttribute(name);
  };
  spoiler.addEventListener('click', reveal, { once: true });
  spoiler.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' || event.key === ' ') reveal();
  });
  return spoiler;
}
