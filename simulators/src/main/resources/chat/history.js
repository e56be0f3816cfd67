// The messages on the screen: keeps them in order, groups albums, parts days, follows the end.

import {byId, el} from './dom.js';
import {bubble} from './bubble.js';
import {rich} from './entities.js';
import {day, t} from './texts.js';

const NEAR = 80;

export class History {
  constructor(hands) {
    this.hands = hands;
    this.log = byId('log');
    this.messages = new Map();
    this.elements = new Map();
    this.drafts = new Map();
    this.unread = 0;
    this.log.addEventListener('scroll', () => this.scrolled());
    this.log.addEventListener('load', () => { if (this.following) this.toEnd(); }, true);
    this.log.addEventListener('loadedmetadata', () => { if (this.following) this.toEnd(); }, true);
    new ResizeObserver(() => { if (this.following) this.toEnd(); }).observe(this.log);
    byId('down').addEventListener('click', () => { this.log.focus({preventScroll: true}); this.toEnd(); });
    this.following = true;
  }

  clear() {
    this.messages.clear();
    this.elements.clear();
    for (const draft of this.drafts.values()) clearTimeout(draft.timer);
    this.drafts.clear();
    this.log.replaceChildren();
    this.following = true;
    this.seen();
  }

  fill(messages) {
    this.clear();
    for (const message of messages) this.messages.set(message.message_id, message);
    for (const message of messages) this.show(message);
    this.days();
    this.toEnd();
  }

  find(id) { return this.messages.get(id); }

  get last() { return [...this.messages.values()].at(-1); }

  put(message) {
    const known = this.messages.has(message.message_id);
    this.messages.set(message.message_id, message);
    if (message.from?.is_bot && !known) this.dropDrafts();
    this.show(message);
    this.days();
    this.arrived(!known && message.from?.is_bot);
    if (!message.from?.is_bot && !known) this.toEnd();
  }

  remove(id) {
    const message = this.messages.get(id);
    if (!message) return;
    this.messages.delete(id);
    const key = this.key(message);
    const rest = this.group(message);
    if (rest.length) this.replace(key, rest);
    else { this.elements.get(key)?.remove(); this.elements.delete(key); }
    this.days();
  }

  draft(draft) {
    const known = this.drafts.get(draft.draft_id);
    clearTimeout(known?.timer);
    const body = el('div', {class: 'bubble draft'}, el('div', {class: 'text', dir: 'auto'}, ...rich(draft.text ?? '', draft.entities)),
      el('div', {class: 'meta'}, el('span', {class: 'dots', 'aria-label': t('draft')}, '•••')));
    const element = el('article', {class: 'message theirs', testid: 'draft'}, body);
    if (known) known.element.replaceWith(element); else this.log.append(element);
    const timer = setTimeout(() => { element.remove(); this.drafts.delete(draft.draft_id); }, 30_000);
    this.drafts.set(draft.draft_id, {element, timer});
    this.arrived(false);
  }

  dropDrafts() {
    for (const draft of this.drafts.values()) { clearTimeout(draft.timer); draft.element.remove(); }
    this.drafts.clear();
  }

  key(message) { return message.media_group_id ? `g${message.media_group_id}` : `m${message.message_id}`; }

  group(message) {
    if (!message.media_group_id) return this.messages.has(message.message_id) ? [message] : [];
    return [...this.messages.values()].filter((other) => other.media_group_id === message.media_group_id);
  }

  show(message) { this.replace(this.key(message), this.group(message)); }

  replace(key, messages) {
    const element = bubble(messages, this.hands);
    const old = this.elements.get(key);
    if (old) {
      const focused = old.contains(document.activeElement) ? document.activeElement.dataset?.callback : null;
      const open = [...old.querySelectorAll('.unfold')].map((toggle) => toggle.getAttribute('aria-expanded') === 'true');
      old.replaceWith(element);
      element.querySelectorAll('.unfold').forEach((toggle, i) => { if (open[i]) toggle.click(); });
      if (focused) element.querySelector(`[data-callback="${CSS.escape(focused)}"]`)?.focus();
    } else {
      const firstDraft = this.drafts.values().next().value?.element ?? null;
      this.log.insertBefore(element, firstDraft);
    }
    this.elements.set(key, element);
    for (const quote of element.querySelectorAll('.folded')) {
      if (quote.scrollHeight <= quote.clientHeight + 2) quote.parentElement.classList.add('short');
    }
  }

  days() {
    for (const old of this.log.querySelectorAll('.day')) old.remove();
    let before = '';
    for (const element of this.log.querySelectorAll('.message[data-message-id]')) {
      const message = this.messages.get(Number(element.dataset.messageId));
      const name = message ? day(message.date) : before;
      if (name !== before) element.before(el('div', {class: 'day', testid: 'day'}, el('span', {}, name)));
      before = name;
    }
  }

  jump(id) {
    const message = this.messages.get(id);
    const element = message && this.elements.get(this.key(message));
    if (!element) return;
    element.scrollIntoView({block: 'center', behavior: 'smooth'});
    element.classList.add('flash');
    setTimeout(() => element.classList.remove('flash'), 1500);
  }

  arrived(counts) {
    if (this.following) { this.toEnd(); return; }
    if (counts) this.unread++;
    this.badge();
  }

  scrolled() {
    this.following = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
    if (this.following) this.seen(); else this.badge();
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.following = true;
    this.seen();
  }

  seen() { this.unread = 0; this.badge(); }

  badge() {
    byId('down').hidden = this.following;
    byId('unread').hidden = this.unread === 0;
    byId('unread').textContent = this.unread;
  }
}
