import { h } from './dom.js';

/** The words that read as keywords in the languages the bot writes; one set each would colour hardly more. */
const keywords = new Set(('async await break case catch class const continue def defer do elif else except export false False finally for '
  + 'from func function go if import in interface is let match nil None new not null or package pass private public raise range return '
  + 'select static struct switch this throw throws true True try type using var void when while with yield int string bool').split(' '));

/** Which languages start a comment with what. @type {Record<string, RegExp>} */
const comments = {
  slashes: /\/\/[^\n]*|\/\*[^]*?\*\//y,
  hash: /#[^\n]*/y,
};

/** @type {Record<string, keyof typeof comments | 'none'>} */
const families = {
  cs: 'slashes', csharp: 'slashes', 'c#': 'slashes', js: 'slashes', javascript: 'slashes', ts: 'slashes', typescript: 'slashes',
  java: 'slashes', kotlin: 'slashes', go: 'slashes', rust: 'slashes', py: 'hash', python: 'hash', rb: 'hash', ruby: 'hash',
  sh: 'hash', bash: 'hash', shell: 'hash', yaml: 'hash', yml: 'hash', nginx: 'hash', json: 'none',
};

/**
 * A light touch of colour for code: strings, numbers, comments, keywords. Unknown languages stay as they are.
 * @param {string} text
 * @param {string} language
 * @returns {(Node | string)[]}
 */
export function highlight(text, language) {
  const name = language.toLowerCase();
  if (name === 'http') return text.split(/(?<=\n)/).flatMap(highlightHttpLine);
  if (name === 'diff') return text.split(/(?<=\n)/).map((line) => mark({ '+': 'added', '-': 'removed' }[line[0]] ?? '', line));
  return name in families ? highlightCode(text, families[name]) : [text];
}

/** @param {string} text @param {keyof typeof comments | 'none'} family */
function highlightCode(text, family) {
  /** @type {[string, RegExp][]} */
  const rules = [
    ['string', /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/y],
    ['number', /\b\d[\d_]*(?:\.\d+)?\b/y],
    ['word', /[A-Za-z_]\w*/y],
  ];
  if (family === 'none') rules.unshift(['name', /"(?:\\.|[^"\\\n])*"(?=\s*:)/y]); // JSON: the keys
  else rules.unshift(['comment', comments[family]]);

  /** @type {(Node | string)[]} */
  const parts = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const found = rules.map(([kind, pattern]) => {
      pattern.lastIndex = at;
      return { kind, match: pattern.exec(text)?.[0] };
    }).find(({ match }) => match);
    if (!found?.match) {
      plain += text[at++];
      continue;
    }
    at += found.match.length;
    const kind = found.kind !== 'word' ? found.kind : keywords.has(found.match) ? 'keyword' : '';
    if (kind === '') {
      plain += found.match;
      continue;
    }
    if (plain) parts.push(plain);
    plain = '';
    parts.push(mark(kind, found.match));
  }
  return plain ? [...parts, plain] : parts;
}

/** @param {string} line @returns {(Node | string)[]} */
function highlightHttpLine(line) {
  const status = /^(HTTP\/[\d.]+)( \d{3})(.*)$/s.exec(line);
  if (status) return [mark('keyword', status[1]), mark('number', status[2]), status[3]];
  const request = /^([A-Z]{3,})( \S+)(.*)$/s.exec(line);
  if (request) return [mark('keyword', request[1]), request[2], mark('keyword', request[3])];
  const header = /^([\w-]+)(:.*)$/s.exec(line);
  return header ? [mark('name', header[1]), header[2]] : [line];
}

/** @param {string} kind @param {string} text */
const mark = (kind, text) => (kind ? h('span', { class: `code-${kind}` }, text) : text);
