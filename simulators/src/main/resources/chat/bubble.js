// One message, or one album, as it stands in the conversation.

import {el, icon} from './dom.js';
import {rich} from './entities.js';
import {attachment, isPicture, kindOf, summary} from './media.js';
import {invoiceCard, serviceText, starred} from './pay.js';
import {t, time} from './texts.js';

/**
 * @param messages one message, or those of an album in order
 * @param hands what can be done: command(text), press(message, button, element), actions(message, element), jump(id);
 *   and what is known: bot(), isPaid(message)
 */
export function bubble(messages, hands) {
  const first = messages[0];
  const told = serviceText(first, hands.bot());
  if (told) return service(first, told);
  const last = messages[messages.length - 1];
  const side = first.from?.is_bot ? 'theirs' : 'mine';
  const captioned = messages.find((message) => message.text ?? message.caption) ?? first;
  const text = captioned.text ?? captioned.caption;
  const entities = captioned.entities ?? captioned.caption_entities;
  const body = el('div', {class: 'bubble'}, forwarded(first), quote(first, hands), ...contents(messages));
  if (text) body.append(el('div', {class: 'text', testid: 'text', dir: 'auto'}, ...rich(text, entities, hands.command)));
  if (!text && !kindOf(first) && !first.invoice) body.append(el('div', {class: 'text unsupported'}, t('unsupported')));
  body.append(el('div', {class: 'meta'}, messages.some((message) => message.edit_date) ? el('span', {testid: 'edited'}, t('edited')) : null,
    el('time', {datetime: new Date(last.date * 1000).toISOString()}, time(last.date))));
  if (!text && messages.every(isPicture)) body.classList.add('bare');
  if (kindOf(first)) body.classList.add('with-media');
  const more = el('button', {type: 'button', class: 'icon more', 'aria-label': t('more'), 'aria-haspopup': 'menu', testid: 'message-menu',
    onclick: () => hands.actions(captioned, more)}, icon('more'));
  body.append(more);
  const article = el('article', {class: `message ${side}`, testid: 'message', 'data-message-id': first.message_id, 'data-side': side,
    'aria-label': side === 'mine' ? t('you') : first.from?.first_name ?? t('bot')}, body, keyboard(last, hands));
  return article;
}

function service(message, text) {
  return el('article', {class: 'message service', testid: 'service', 'data-message-id': message.message_id}, el('span', {}, ...starred(text)));
}

function contents(messages) {
  if (messages[0].invoice) return [invoiceCard(messages[0])];
  if (messages.length === 1) {
    const content = attachment(messages[0]);
    return content ? [content] : [];
  }
  if (!messages.every(isPicture)) return messages.map(attachment);
  const grid = el('div', {class: `album of-${Math.min(messages.length, 10)}`, testid: 'album'}, ...messages.map(attachment));
  return [grid];
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const name = origin.sender_user?.first_name ?? origin.sender_user_name ?? origin.chat?.title ?? t('someone');
  return el('div', {class: 'forwarded'}, t('forwarded', name));
}

function quote(message, hands) {
  const original = message.reply_to_message;
  if (!original) return null;
  const name = original.from?.is_bot ? original.from.first_name : t('you');
  return el('button', {type: 'button', class: 'quote', testid: 'quote', onclick: () => hands.jump(original.message_id)},
    el('strong', {}, name), el('span', {}, message.quote?.text ?? summary(original)));
}

function keyboard(message, hands) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el('div', {class: 'inline'}, ...rows.map((row) => el('div', {class: 'row'}, ...row.map((button) => inline(message, button, hands)))));
}

function inline(message, button, hands) {
  const styled = button.style ? `style-${button.style}` : '';
  if (button.url) {
    const safe = /^(https?|tg):/i.test(button.url) ? button.url : null;
    return el('a', {class: `key ${styled}`, href: safe, target: '_blank', rel: 'noopener noreferrer', testid: 'button'},
      el('span', {}, button.text), icon('link'));
  }
  const label = button.pay ? starred(hands.isPaid(message) ? t('receipt') : button.text) : [button.text];
  const element = el('button', {type: 'button', class: `key ${button.pay ? 'buy' : styled}`, testid: 'button', 'data-callback': button.callback_data,
    onclick: () => hands.press(message, button, element)}, el('span', {}, ...label));
  return element;
}
