import { distribute, nameOf, readOption } from './commands.js';
import { h } from './dom.js';
import { t } from './i18n.js';

/** @typedef {import('./store.js').CommandLine} CommandLine */

/** @type {{name: string, text: string, label: import('./i18n.js').TextKey}[]} */
const examples = [
  { name: 'status', text: '403', label: 'exampleStatus' },
  { name: 'compare', text: '401 403', label: 'exampleCompare' },
  { name: 'list', text: '4xx', label: 'exampleList' },
  { name: 'status', text: 'gateway timeout', label: 'exampleSearch' },
];

/** @param {{commands: import('./commands.js').CommandBook, run: (line: CommandLine) => void}} parts */
export function renderWelcome({ commands, run }) {
  return h('section', { class: 'welcome', 'aria-labelledby': 'welcome-title' },
    h('div', { class: 'welcome-mark', 'aria-hidden': 'true' }),
    h('h2', { class: 'welcome-title', id: 'welcome-title' }, t('welcomeTitle')),
    h('p', { class: 'welcome-text' }, t('welcomeText')),
    h('div', { class: 'welcome-examples' }, examples.map((example) => {
      const command = commands.find(example.name);
      return h('button', {
        type: 'button', class: 'example', disabled: !command,
        onclick: () => command && run(readLine(command, example.text)),
      },
      h('span', { class: 'example-line' }, `/${command ? nameOf(command) : example.name} ${example.text}`),
      ' ',
      h('span', { class: 'example-label' }, t(example.label)));
    })));
}

/** @param {import('./api.js').Command} command @param {string} text @returns {CommandLine} */
function readLine(command, text) {
  const values = [...distribute(command, text)].flatMap(([option, part]) => {
    const read = readOption(option, part);
    return read && 'value' in read ? [{ option, ...read }] : [];
  });
  return { command, values };
}
