// Text with Bot API entities as DOM nodes. Offsets count UTF-16 units, as strings here do.

import {el} from './dom.js';
import {t} from './texts.js';

const SAFE = /^(https?|tg|mailto|tel):/i;
const PLAIN = {bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code'};

/** The nodes of a text; onCommand gets commands that are pressed. */
export function rich(text, entities = [], onCommand = null) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, sorted, 0, text.length, onCommand);
}

function between(text, entities, from, to, onCommand) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= start) continue;
    if (start > at) nodes.push(text.slice(at, start));
    const inner = entities.slice(i + 1).filter((other) => other.offset < end);
    nodes.push(wrap(entity, text.slice(start, end), between(text, inner, start, end, onCommand), onCommand));
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, text, children, onCommand) {
  if (PLAIN[entity.type]) return el(PLAIN[entity.type], {}, ...children);
  switch (entity.type) {
    case 'pre': return el('pre', {'data-language': entity.language}, el('code', {}, ...children));
    case 'spoiler': return spoiler(children);
    case 'blockquote': return el('blockquote', {}, ...children);
    case 'expandable_blockquote': return folded(children);
    case 'text_link': return link(entity.url, children);
    case 'url': return link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, children);
    case 'email': return link(`mailto:${text}`, children);
    case 'phone_number': return link(`tel:${text}`, children);
    case 'bot_command': return el('button', {type: 'button', class: 'command', onclick: () => onCommand?.(text)}, ...children);
    default: return el('span', {class: `entity ${entity.type}`}, ...children);
  }
}

function link(url, children) {
  if (!SAFE.test(url)) return el('span', {}, ...children);
  return el('a', {href: url, target: '_blank', rel: 'noopener noreferrer'}, ...children);
}

function spoiler(children) {
  const show = () => {
    node.classList.add('shown');
    node.removeAttribute('role');
    node.removeAttribute('tabindex');
    node.removeAttribute('aria-label');
  };
  const node = el('span', {
    class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': t('reveal'), onclick: show,
    onkeydown: (event) => { if (event.key === 'Enter') show(); },
  }, ...children);
  return node;
}

function folded(children) {
  const body = el('div', {class: 'folded'}, ...children);
  const toggle = el('button', {
    type: 'button', class: 'unfold', 'aria-expanded': 'false',
    onclick: () => {
      const open = body.classList.toggle('open');
      toggle.setAttribute('aria-expanded', open);
      toggle.textContent = t(open ? 'collapse' : 'expand');
    },
  }, t('expand'));
  return el('blockquote', {class: 'expandable'}, body, toggle);
}
