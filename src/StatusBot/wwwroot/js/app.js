import { loadCommands } from './api.js';
import { Channel } from './channel.js';
import { CommandBook, nameOf } from './commands.js';
import { Composer } from './composer.js';
import { icon } from './dom.js';
import { language, onLanguageChange, setLanguage, t, translateDocument } from './i18n.js';
import { openMessageMenu } from './menu.js';
import { messageText } from './message-view.js';
import { MessageList } from './messages.js';
import { MessageStore, remember } from './store.js';

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

const store = new MessageStore();
const commands = new CommandBook();
const channel = new Channel(store);
const opened = channel.open();
const loaded = fillCommands();

const composer = new Composer({
  form: byId('composer'),
  commands,
  actions: {
    run: (line) => void opened.then(() => channel.run(line)),
    say: (text) => void opened.then(() => channel.say(text)),
    suggest: (command, values, signal) => channel.suggest(command, values, signal),
    commandsLoaded: () => loaded,
  },
});

const list = new MessageList({
  log: byId('log'),
  inner: byId('log-inner'),
  store,
  welcome: { commands, run: (line) => void opened.then(() => channel.run(line)) },
  leave: () => composer.focus(),
  context: {
    botName: () => channel.session?.bot.username ?? 'StatusBot',
    displayName: (name) => commands.displayName(name),
    find: (id) => store.message(id),
    press: (entry, data) => channel.press(entry.message, data),
    dismiss: (id) => store.remove(id),
    jump: (id) => list.jump(id),
    openMenu: ({ message }, at, opener) => openMessageMenu({
      message,
      text: messageText(message),
      at,
      opener,
      commands: commands.forMessages.map((command) => ({ name: nameOf(command), run: () => void channel.runOn(command, message) })),
    }),
  },
});

async function fillCommands() {
  for (let attempt = 0; !commands.loaded; attempt++) {
    try {
      commands.fill(await loadCommands());
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, Math.min(10_000, 500 * 2 ** attempt)); });
    }
  }
}

void loaded.then(() => {
  list.redraw();
  composer.commandsArrived();
});

// Not at once: a page that is merely being opened or left mustn't cry wolf.
let bannerTimer = 0;
channel.addEventListener('connection', (event) => {
  clearTimeout(bannerTimer);
  const banner = byId('banner');
  if (/** @type {CustomEvent<boolean>} */ (event).detail) {
    banner.hidden = true;
  } else {
    bannerTimer = setTimeout(() => {
      banner.textContent = t('connectionLost');
      banner.hidden = false;
    }, 400);
  }
});
window.addEventListener('pagehide', () => clearTimeout(bannerTimer));

for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => {
    const next = /** @type {import('./i18n.js').Language} */ (/** @type {HTMLElement} */ (button).dataset.lang);
    remember('language', next);
    setLanguage(next);
  });
}

const themeButton = byId('theme');
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (document.documentElement.dataset.theme ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';

themeButton.addEventListener('click', () => {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  remember('theme', theme);
  drawControls();
});
prefersDark.addEventListener('change', drawControls);
onLanguageChange(drawControls);

function drawControls() {
  translateDocument();
  for (const button of document.querySelectorAll('[data-lang]'))
    button.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (button).dataset.lang === language()));
  const label = t(isDark() ? 'toLight' : 'toDark');
  themeButton.setAttribute('aria-label', label);
  themeButton.title = label;
  themeButton.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
  if (!byId('banner').hidden) byId('banner').textContent = t('connectionLost');
}

// As in Discord, typing goes to the message box unless something else wants the keys.
document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const wantsKeys = target.closest('input, textarea, select, [role="menu"], dialog');
  if (wantsKeys || event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
  composer.focus();
});

drawControls();
composer.focus();
