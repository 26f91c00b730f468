/** @typedef {'en' | 'ko'} Language */

const texts = {
  en: {
    title: 'StatusBot · Local channel',
    channelName: 'local-channel',
    channelTopic: 'HTTP status codes, explained. Everything stays on this computer.',
    language: 'Language',
    toLight: 'Switch to the light theme',
    toDark: 'Switch to the dark theme',
    messages: 'Messages in local-channel',
    composer: 'Message box',
    connectionLost: 'Connection lost, trying again…',

    you: 'You',
    app: 'APP',
    used: 'You used {command}',
    onlyYou: 'Only you can see this',
    dismiss: 'Dismiss message',
    thinking: '{name} is thinking…',
    sending: 'Sending command…',
    didNotRespond: 'The application did not respond',
    edited: '(edited)',
    more: 'More actions',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Copying was blocked',
    codeIn: 'Code, {language}',
    codePlain: 'Code',
    select: 'Make a selection',
    spoiler: 'Show spoiler',

    apps: 'Apps',
    copyMessage: 'Copy text',
    copyLink: 'Copy link',
    viewJson: 'View JSON',
    jsonTitle: 'Message as JSON',
    close: 'Close',

    placeholder: 'Message, or / for commands',
    send: 'Send',
    commandsLabel: 'Commands',
    noCommand: 'No command matches',
    commandsUnavailable: 'The commands could not be loaded. Trying again…',
    optionsFor: 'Choices for {option}',
    addOption: 'Add the option {option}',
    leaveCommand: 'Leave the command {command}',
    required: 'This option is required. Enter a value.',
    notAChoice: 'Choose one of the listed values.',
    notANumber: 'Enter a number.',
    tooShort: 'Enter at least {count} characters.',
    tooLong: 'Enter at most {count} characters.',
    noChoice: 'No suggestion. Enter sends what you typed.',
    noSuggestions: 'Suggestions aren’t available right now. Enter sends what you typed.',
    commandReady: 'Enter sends the command, Esc leaves it.',
    optional: 'optional',
    suggestionCount: '{count} suggestions',
    oneSuggestion: '1 suggestion',
    charactersLeft: '{count} left',
    commandChosen: '{command}: {description}',

    welcomeTitle: 'Welcome to the local channel',
    welcomeText: 'This is StatusBot as it works in Discord, running on this computer. No account, no token. Type / below to see its commands, or start with one of these:',
    exampleStatus: 'What a 403 means',
    exampleCompare: 'Two codes side by side',
    exampleList: 'All client errors',
    exampleSearch: 'Look up by name',
  },
  ko: {
    title: 'StatusBot · 로컬 채널',
    channelName: '로컬-채널',
    channelTopic: 'HTTP 상태 코드를 설명해 드려요. 모든 내용은 이 컴퓨터에만 남아요.',
    language: '언어',
    toLight: '밝은 테마로 바꾸기',
    toDark: '어두운 테마로 바꾸기',
    messages: '로컬-채널의 메시지',
    composer: '메시지 입력창',
    connectionLost: '연결이 끊겼어요. 다시 연결하는 중…',

    you: '나',
    app: '앱',
    used: '내가 사용한 명령어: {command}',
    onlyYou: '나만 볼 수 있는 메시지예요',
    dismiss: '메시지 닫기',
    thinking: '{name} 생각 중…',
    sending: '명령어 보내는 중…',
    didNotRespond: '애플리케이션이 응답하지 않았어요',
    edited: '(수정됨)',
    more: '추가 작업',
    copy: '복사',
    copied: '복사했어요',
    copyFailed: '복사가 차단됐어요',
    codeIn: '코드, {language}',
    codePlain: '코드',
    select: '선택하기',
    spoiler: '스포일러 보기',

    apps: '앱',
    copyMessage: '텍스트 복사',
    copyLink: '링크 복사',
    viewJson: 'JSON 보기',
    jsonTitle: '메시지 JSON',
    close: '닫기',

    placeholder: '메시지 보내기, 명령어는 /',
    send: '보내기',
    commandsLabel: '명령어',
    noCommand: '일치하는 명령어가 없어요',
    commandsUnavailable: '명령어를 불러오지 못했어요. 다시 시도하는 중…',
    optionsFor: '{option} 선택지',
    addOption: '{option} 옵션 추가',
    leaveCommand: '{command} 명령어 취소',
    required: '필수 옵션이에요. 값을 입력하세요.',
    notAChoice: '목록에 있는 값을 선택하세요.',
    notANumber: '숫자를 입력하세요.',
    tooShort: '{count}자 이상 입력하세요.',
    tooLong: '{count}자까지 입력할 수 있어요.',
    noChoice: '추천할 항목이 없어요. Enter를 누르면 입력한 그대로 보내요.',
    noSuggestions: '지금은 추천 항목을 불러올 수 없어요. Enter를 누르면 입력한 그대로 보내요.',
    commandReady: 'Enter로 보내고 Esc로 취소해요.',
    optional: '선택',
    suggestionCount: '추천 항목 {count}개',
    oneSuggestion: '추천 항목 1개',
    charactersLeft: '{count}자 남음',
    commandChosen: '{command}: {description}',

    welcomeTitle: '로컬 채널에 오신 것을 환영해요',
    welcomeText: 'Discord에서 쓰는 StatusBot을 이 컴퓨터에서 그대로 실행하는 곳이에요. 계정도 토큰도 필요 없어요. 아래에 /를 입력해 명령어를 보거나 예시를 눌러 시작해 보세요.',
    exampleStatus: '403의 뜻',
    exampleCompare: '두 코드 비교',
    exampleList: '클라이언트 오류 전체',
    exampleSearch: '이름으로 찾기',
  },
};

/** @typedef {keyof typeof texts.en} TextKey */

const changes = new EventTarget();

/** @returns {Language} */
export const language = () => (document.documentElement.lang === 'ko' ? 'ko' : 'en');

/** The locale as Discord names it in interactions. */
export const locale = () => (language() === 'ko' ? 'ko' : 'en-US');

/** @param {Language} next */
export function setLanguage(next) {
  document.documentElement.lang = next;
  changes.dispatchEvent(new Event('change'));
}

/** @param {() => void} listener */
export const onLanguageChange = (listener) => changes.addEventListener('change', listener);

/**
 * @param {TextKey} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return texts[language()][key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * The same with nodes in the places, for sentences that hold a link or a styled part: word order differs by language.
 * @param {TextKey} key
 * @param {Record<string, Node | string>} values
 * @returns {(Node | string)[]}
 */
export function tNodes(key, values) {
  return texts[language()][key].split(/(\{\w+\})/).filter(Boolean)
    .map((part) => (part.startsWith('{') ? values[part.slice(1, -1)] ?? part : part));
}

/** Texts that stand in index.html. */
export function translateDocument() {
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = t(/** @type {TextKey} */ (/** @type {HTMLElement} */ (element).dataset.text));
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', t(/** @type {TextKey} */ (/** @type {HTMLElement} */ (element).dataset.label)));
}

/**
 * What language a message is written in, for the screen reader's voice: answers keep the language they were asked in.
 * @param {string} text
 * @returns {Language}
 */
export const languageOf = (text) => (/[\uac00-\ud7a3]/.test(text) ? 'ko' : 'en');

/** @param {string} iso */
export function formatTime(iso) {
  const date = new Date(iso);
  const sameDay = date.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(locale(), sameDay ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' }).format(date);
}

/** @param {string} iso */
export const formatFullTime = (iso) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));
