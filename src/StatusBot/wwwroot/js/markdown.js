/**
 * Discord's dialect of Markdown, read into a small tree. No DOM here: markdown-view.js draws the tree.
 *
 * @typedef {{type: 'text', text: string} | {type: 'code', text: string}
 *   | {type: 'strong' | 'em' | 'u' | 's' | 'spoiler', children: Inline[]}
 *   | {type: 'link', href: string, children: Inline[]}} Inline
 * @typedef {{children: Inline[], lists: Block[]}} Item
 * @typedef {{type: 'paragraph' | 'subtext', children: Inline[]} | {type: 'heading', level: number, children: Inline[]}
 *   | {type: 'quote', blocks: Block[]} | {type: 'list', ordered: boolean, start: number, items: Item[]}
 *   | {type: 'fence', language: string, text: string} | {type: 'gap'}} Block
 */

/** Deeper nesting than this is drawn as it was typed; nobody writes it, but a stack must not depend on input. */
const maxDepth = 12;

const fencePattern = /```(?:([a-z0-9_+\-.#]+)\n)?\n*([^\n][^]*?)\n*```/iy;
const itemPattern = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/;
const headingPattern = /^(#{1,3}) +(\S.*?)(?: +#+)?$/;
const autolinkPattern = /https?:\/\/[^\s<]*[^\s<.,:;"'\])]/iy;
const bracketedPattern = /https?:\/\/[^\s<>]+(?=>)/iy;
/** The address may hold one level of parentheses, as Wikipedia's do. */
const maskedPattern = /\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))+)>?(?:\s+"[^"]*")?\s*\)/y;

/** @param {string} source @returns {Block[]} */
export function parseMarkdown(source) {
  return parseBlocks(source.replace(/\r\n?/g, '\n'), 0);
}

/** Titles and field names: emphasis and code, but no links. @param {string} source @returns {Inline[]} */
export function parseTitle(source) {
  return parseInline(source, { links: false, all: false }, 0);
}

/** @param {string} text @param {number} depth @returns {Block[]} */
function parseBlocks(text, depth) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let paragraph = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', children: inline(paragraph.join('\n'), depth) });
    paragraph = [];
  };

  let position = 0;
  while (position < text.length) {
    const end = lineEnd(text, position);
    const line = text.slice(position, end);

    if (depth < maxDepth && line.startsWith('>>> ')) {
      flush();
      blocks.push({ type: 'quote', blocks: parseBlocks(text.slice(position + 4), depth + 1) });
      return blocks;
    }
    if (depth < maxDepth && isQuote(line)) {
      flush();
      const quoted = [];
      for (let next = position; next < text.length && isQuote(text.slice(next, lineEnd(text, next))); next = position) {
        quoted.push(text.slice(next, lineEnd(text, next)).slice(2));
        position = lineEnd(text, next) + 1;
      }
      blocks.push({ type: 'quote', blocks: parseBlocks(quoted.join('\n'), depth + 1) });
      continue;
    }

    // A fence may start in the middle of a line and go over many.
    const tick = findFence(text, position, end);
    if (tick) {
      if (tick.start > position) paragraph.push(text.slice(position, tick.start));
      flush();
      blocks.push({ type: 'fence', language: tick.language, text: tick.text });
      position = text[tick.end] === '\n' ? tick.end + 1 : tick.end;
      continue;
    }

    if (itemPattern.test(line)) {
      flush();
      const lines = [];
      while (position < text.length) {
        const match = itemPattern.exec(text.slice(position, lineEnd(text, position)));
        if (!match) break;
        lines.push(match);
        position = lineEnd(text, position) + 1;
      }
      blocks.push(...parseList(lines, depth));
      continue;
    }

    const heading = headingPattern.exec(line);
    if (heading) {
      flush();
      blocks.push({ type: 'heading', level: heading[1].length, children: inline(heading[2], depth) });
    } else if (/^-# +\S/.test(line)) {
      flush();
      blocks.push({ type: 'subtext', children: inline(line.slice(2).trim(), depth) });
    } else if (line.trim() === '') {
      flush();
      if (blocks.length > 0) blocks.push({ type: 'gap' });
    } else {
      paragraph.push(line);
    }
    position = end + 1;
  }

  flush();
  while (blocks.at(-1)?.type === 'gap') blocks.pop();
  return blocks;
}

/** @param {string} text @param {number} from */
function lineEnd(text, from) {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** @param {string} line */
const isQuote = (line) => line.startsWith('> ');

/** @param {string} text @param {number} from @param {number} end the line's end: a later line finds its own fence */
function findFence(text, from, end) {
  for (let start = text.indexOf('```', from); start >= 0 && start < end; start = text.indexOf('```', start + 3)) {
    if (isEscaped(text, start)) continue;
    fencePattern.lastIndex = start;
    const match = fencePattern.exec(text);
    if (match) return { start, end: fencePattern.lastIndex, language: match[1] ?? '', text: match[2] };
  }
  return null;
}

/** @param {string} text @param {number} at */
function isEscaped(text, at) {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** @param {RegExpExecArray[]} lines @param {number} depth @returns {Block[]} */
function parseList(lines, depth) {
  /** @type {Block[]} */
  const roots = [];
  /** @type {{indent: number, list: Extract<Block, {type: 'list'}>}[]} */
  const open = [];
  for (const [, spaces, marker, content] of lines) {
    const indent = spaces.length;
    const ordered = marker.endsWith('.');
    while (open.length > 0 && indent < /** @type {any} */ (open.at(-1)).indent) open.pop();

    let current = open.at(-1);
    const deeper = current && indent >= current.indent + 2 && open.length < maxDepth;
    if (!current || deeper || current.list.ordered !== ordered) {
      if (current && !deeper) open.pop();
      /** @type {Extract<Block, {type: 'list'}>} */
      const list = { type: 'list', ordered, start: ordered ? Number.parseInt(marker, 10) : 1, items: [] };
      const parent = open.at(-1)?.list.items.at(-1);
      (parent ? parent.lists : roots).push(list);
      current = { indent, list };
      open.push(current);
    }
    current.list.items.push({ children: inline(content, depth), lists: [] });
  }
  return roots;
}

/** @param {string} text @param {number} depth */
const inline = (text, depth) => parseInline(text, { links: true, all: true }, depth);

/** Longest first: `***` is `**` around `*`. @type {[string, 'strong' | 'em' | 'u' | 's' | 'spoiler'][]} */
const delimiters = [['**', 'strong'], ['__', 'u'], ['~~', 's'], ['||', 'spoiler'], ['*', 'em'], ['_', 'em']];

/**
 * @param {string} text
 * @param {{links: boolean, all: boolean}} allowed
 * @param {number} depth
 * @returns {Inline[]}
 */
function parseInline(text, allowed, depth) {
  /** @type {Inline[]} */
  const nodes = [];
  /** Delimiters that have no closer from here on: looking again would make long runs of `*` quadratic. @type {Set<string>} */
  const hopeless = new Set();
  let plain = '';
  let at = 0;

  /** @param {Inline} node @param {number} next */
  const take = (node, next) => {
    if (plain) nodes.push({ type: 'text', text: plain });
    plain = '';
    nodes.push(node);
    at = next;
  };

  while (at < text.length) {
    const character = text[at];

    if (character === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1];
      at += 2;
      continue;
    }

    if (character === '`') {
      const span = codeSpan(text, at);
      if (span) {
        take({ type: 'code', text: span.text }, span.end);
      } else {
        const run = /`+/y;
        run.lastIndex = at;
        plain += /** @type {RegExpExecArray} */ (run.exec(text))[0];
        at = run.lastIndex;
      }
      continue;
    }

    if (allowed.links) {
      const link = linkAt(text, at, depth);
      if (link) {
        take(link.node, link.end);
        continue;
      }
    }

    const pair = depth < maxDepth ? delimiters.find(([mark, type]) =>
      text.startsWith(mark, at) && !hopeless.has(mark) && (allowed.all || type === 'strong' || type === 'em')) : undefined;
    if (pair) {
      const [mark, type] = pair;
      const close = mayOpen(text, at, mark) ? closer(text, at + mark.length, mark) : -2;
      if (close > at + mark.length) {
        const children = parseInline(text.slice(at + mark.length, close), allowed, depth + 1);
        take({ type, children }, close + mark.length);
        continue;
      }
      if (close === -1) hopeless.add(mark);
      plain += mark;
      at += mark.length;
      continue;
    }

    plain += character;
    at++;
  }

  if (plain) nodes.push({ type: 'text', text: plain });
  return nodes;
}

/** @param {string} text @param {number} at @param {string} mark */
function mayOpen(text, at, mark) {
  if (mark === '*') return /\S/.test(text[at + 1] ?? '');
  // snake_case_names stay whole.
  if (mark === '_') return !/[\p{L}\p{N}_]/u.test(text[at - 1] ?? '');
  return true;
}

/** @param {string} text @param {number} from @param {string} mark @returns {number} -1 when there is none */
function closer(text, from, mark) {
  const single = mark.length === 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') {
      at++;
    } else if (text[at] === '`') {
      const span = codeSpan(text, at);
      if (span) at = span.end - 1;
    } else if (text.startsWith(mark, at)) {
      if (single && text[at + 1] === mark) {
        at++; // a double mark inside belongs to something else
      } else if (at > from && text[at + mark.length] !== mark[0] && mayClose(text, at, mark)) {
        return at;
      }
    }
  }
  return -1;
}

/** @param {string} text @param {number} at @param {string} mark */
function mayClose(text, at, mark) {
  if (mark === '*') return /\S/.test(text[at - 1]);
  if (mark === '_') return !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '');
  return true;
}

/** @param {string} text @param {number} at */
function codeSpan(text, at) {
  let length = 1;
  while (text[at + length] === '`') length++;
  const ticks = '`'.repeat(length);
  for (let end = text.indexOf(ticks, at + length); end >= 0; end = text.indexOf(ticks, end)) {
    let run = length;
    while (text[end + run] === '`') run++;
    if (run === length) {
      const inner = text.slice(at + length, end);
      // One space inside each end lets a span start or end with a backtick.
      return { text: /^ .*` $|^ `.* $/s.test(inner) ? inner.slice(1, -1) : inner, end: end + length };
    }
    end += run;
  }
  return null;
}

/** @param {string} text @param {number} at @param {number} depth @returns {{node: Inline, end: number} | null} */
function linkAt(text, at, depth) {
  if (text[at] === '[' && depth < maxDepth) return maskedLink(text, at, depth);

  const bracketed = text[at] === '<';
  const start = bracketed ? at + 1 : at;
  if (!/h/i.test(text[start] ?? '') || (!bracketed && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))) return null;
  const pattern = bracketed ? bracketedPattern : autolinkPattern;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  const href = match && safeUrl(match[0]);
  if (!match || !href) return null;
  const end = pattern.lastIndex + (bracketed ? 1 : 0); // and the closing bracket
  return { node: { type: 'link', href, children: [{ type: 'text', text: match[0] }] }, end };
}

/** @param {string} text @param {number} at @param {number} depth */
function maskedLink(text, at, depth) {
  const middle = text.indexOf('](', at);
  // Labels of any length would make a run of `[` quadratic; Discord's own limit for them is far lower.
  if (middle < 0 || middle - at > 512) return null;
  const label = text.slice(at + 1, middle);
  if (label.trim() === '' || /[[\]\n]/.test(label.replace(/\\./g, ''))) return null;

  maskedPattern.lastIndex = middle + 1;
  const match = maskedPattern.exec(text);
  const href = match && safeUrl(match[1]);
  if (!href) return null;
  const children = parseInline(label, { links: false, all: true }, depth + 1);
  return { node: /** @type {Inline} */ ({ type: 'link', href, children }), end: maskedPattern.lastIndex };
}

/** Only the web: no javascript:, data: or relative addresses. @param {string} text @returns {string | null} */
export function safeUrl(text) {
  if (!/^https?:\/\//i.test(text)) return null;
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}
