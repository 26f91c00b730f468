import { h, icon } from './dom.js';
import { t } from './i18n.js';
import { safeUrl } from './markdown.js';

/**
 * @typedef {{name?: string, id?: string | null}} Emoji
 * @typedef {{type: 2, style: number, label?: string, emoji?: Emoji, custom_id?: string, url?: string, disabled?: boolean}} Button
 * @typedef {{type: 3, custom_id: string, placeholder?: string, disabled?: boolean, min_values?: number, max_values?: number,
 *   options: {label: string, value: string, description?: string, default?: boolean, emoji?: Emoji}[]}} Select
 * @typedef {{type: 1, components: (Button | Select)[]}} Row
 * @typedef {(data: {custom_id: string, component_type: number, values?: string[]}) => Promise<void>} Press
 */

const styles = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

/** @param {Row[]} rows @param {Press} press */
export function renderComponents(rows, press) {
  const notice = h('div', { class: 'component-notice', role: 'alert' });
  /**
   * Runs one press: the control is busy meanwhile, and a failure is told where it happened.
   * @type {(control: HTMLElement, data: Parameters<Press>[0]) => Promise<void>}
   */
  const attempt = async (control, data) => {
    if (control.getAttribute('aria-busy') === 'true') return;
    notice.replaceChildren();
    setBusy(control, true);
    try {
      await press(data);
    } catch {
      notice.append(icon('warning'), t('didNotRespond'));
    } finally {
      setBusy(control, false);
    }
  };

  return h('div', { class: 'components' },
    rows.filter((row) => row.type === 1).map((row) =>
      h('div', { class: 'component-row' }, row.components.map((component) => renderComponent(component, attempt)))),
    notice);
}

/**
 * Not the disabled attribute: it would throw the keyboard's focus away.
 * @param {HTMLElement} control @param {boolean} busy
 */
function setBusy(control, busy) {
  for (const name of ['aria-busy', 'aria-disabled']) {
    if (busy) control.setAttribute(name, 'true');
    else control.removeAttribute(name);
  }
}

/** @param {Button | Select} component @param {(control: HTMLElement, data: Parameters<Press>[0]) => Promise<void>} attempt */
function renderComponent(component, attempt) {
  if (component.type === 2) return component.style === 5 ? renderLink(component) : renderButton(component, attempt);
  return component.type === 3 ? renderSelect(component, attempt) : null;
}

/** @param {Emoji | undefined} emoji custom emojis have an id; their images live on another host */
const renderEmoji = (emoji) =>
  (emoji?.name && !emoji.id ? h('span', { class: 'button-emoji', 'aria-hidden': 'true' }, emoji.name) : null);

/** @param {Button} button @param {(control: HTMLElement, data: Parameters<Press>[0]) => Promise<void>} attempt */
function renderButton(button, attempt) {
  const customId = button.custom_id ?? '';
  const element = h('button', {
    type: 'button',
    class: `button button-${styles[button.style] ?? 'secondary'}`,
    disabled: button.disabled,
    dataset: { customId },
    'aria-label': button.label ? null : button.emoji?.name,
    onclick: () => attempt(element, { custom_id: customId, component_type: 2 }),
  }, renderEmoji(button.emoji), button.label && h('span', { class: 'button-label' }, button.label));
  return element;
}

/** @param {Button} button */
function renderLink(button) {
  const href = safeUrl(button.url ?? '');
  return h('a', {
    class: 'button button-link',
    href: button.disabled ? null : href,
    'aria-disabled': button.disabled ? 'true' : null,
    target: '_blank',
    rel: 'noopener noreferrer',
    title: href,
  }, renderEmoji(button.emoji), h('span', { class: 'button-label' }, button.label ?? href ?? ''), icon('external'));
}

/** @param {Select} select @param {(control: HTMLElement, data: Parameters<Press>[0]) => Promise<void>} attempt */
function renderSelect(select, attempt) {
  const placeholder = select.placeholder ?? t('select');
  const chosen = select.options.some((option) => option.default);
  const element = h('select', {
    class: 'select',
    'aria-label': placeholder,
    disabled: select.disabled,
    dataset: { customId: select.custom_id },
    onchange: () => attempt(element, { custom_id: select.custom_id, component_type: 3, values: [element.value] }),
  },
  // Shown until something is chosen; it can't be chosen itself.
  h('option', { value: '', disabled: true, hidden: true, selected: !chosen }, placeholder),
  select.options.map((option) => h('option', { value: option.value, selected: option.default },
    [option.emoji?.id ? null : option.emoji?.name, option.label].filter(Boolean).join(' '),
    option.description ? ` — ${option.description}` : null)));
  return h('div', { class: 'select-box' }, element);
}
