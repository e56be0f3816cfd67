// Invoices, the sheet that asks before Stars are spent, and the lines that tell of payments.

import {byId, el, icon} from './dom.js';
import * as api from './api.js';
import {count, number, t} from './texts.js';

const ASK_EVERY = 300;
const LINK = /^https:\/\/t\.me\/\$/;
const GIFT = 1000;

/** A text whose stars are drawn instead of written. */
export function starred(text) {
  return text.split(/(⭐\uFE0F?|\bXTR\b)/).map((part, i) => (i % 2 ? icon('star') : part)).filter((part) => part !== '');
}

export const isInvoiceLink = (url) => LINK.test(url ?? '');

export function invoiceCard({invoice}) {
  return el('div', {class: 'invoice', testid: 'invoice'}, el('strong', {dir: 'auto'}, invoice.title),
    el('p', {dir: 'auto'}, invoice.description),
    el('p', {class: 'price'}, icon('star'), el('b', {}, number(invoice.total_amount)), el('small', {}, t('invoice'))));
}

/** What a service message says, or null for any other. */
export function serviceText(message, bot) {
  const {successful_payment: paid, refunded_payment: refunded} = message;
  if (paid) return t('transferred', number(paid.total_amount), bot);
  return refunded ? t('refunded', number(refunded.total_amount), bot) : null;
}

export class Payments {
  /** @param hands user() and bot() name who pays whom; alarm(text), attempt(action); changed(messageId) */
  constructor(hands) {
    this.hands = hands;
    this.paid = new Map();
    this.stars = 0;
    this.sheet = byId('pay');
    byId('pay-close').addEventListener('click', () => this.sheet.close());
    byId('pay-confirm').addEventListener('click', () => this.hands.attempt(() => this.confirm()));
    byId('pay-gift').addEventListener('click', () => this.hands.attempt(() => this.gift()));
  }

  /** Forgets the user before and learns what this one has paid. */
  async load() {
    this.paid.clear();
    if (this.sheet.open) this.sheet.close();
    await this.learn();
  }

  async learn() {
    const user = this.hands.user();
    const all = await api.payments(user);
    if (user !== this.hands.user()) return;
    for (const payment of all) {
      if (payment.status !== 'paid' || payment.chat_id !== user) continue;
      const known = this.paid.has(payment.message_id);
      this.paid.set(payment.message_id, payment);
      if (!known) this.hands.changed(payment.message_id);
    }
  }

  isPaid(message) { return this.paid.has(message.message_id); }

  have(stars) {
    this.stars = stars;
    this.show();
  }

  /** The Pay button of a message: the sheet, or the receipt when it has been paid. */
  press(message) {
    const paid = this.paid.get(message.message_id);
    if (paid) {
      const back = paid.refunded ? `\n${t('givenBack')}` : '';
      this.hands.alarm(t('receiptText', paid.invoice.title, count('stars', paid.invoice.total_amount) + back, paid.telegram_payment_charge_id));
    } else {
      this.open(message.invoice, {message_id: message.message_id});
    }
  }

  async follow(link) { this.open(await api.invoice(link), {link}); }

  open(invoice, wish) {
    this.invoice = invoice;
    this.wish = wish;
    this.busy(false);
    this.show();
    this.sheet.showModal();
    (byId('pay-confirm').hidden ? byId('pay-gift') : byId('pay-confirm')).focus();
  }

  show() {
    byId('pay-balance').replaceChildren(...starred(t('balance', number(this.stars))));
    if (!this.invoice) return;
    const price = this.invoice.total_amount;
    const missing = Math.max(0, price - this.stars);
    byId('pay-question').textContent = t('buy', this.invoice.title, this.hands.bot(), count('stars', price));
    byId('pay-confirm').replaceChildren(el('span', {}, ...starred(t('confirm', number(price)))));
    byId('pay-confirm').hidden = missing > 0 && !this.waiting;
    byId('pay-missing').hidden = byId('pay-gift').hidden = missing === 0 || this.waiting;
    byId('pay-missing').textContent = t('missing', count('stars', missing));
  }

  busy(waiting) {
    this.waiting = waiting;
    byId('pay-confirm').classList.toggle('waiting', waiting);
    byId('pay-confirm').disabled = waiting;
  }

  async gift() {
    await api.setStars(this.hands.user(), Math.max(this.stars, this.invoice.total_amount) + GIFT);
  }

  async confirm() {
    const {invoice, wish} = this;
    const user = this.hands.user();
    this.busy(true);
    try {
      this.end(user, await this.outcome(await api.pay(user, wish)));
    } finally {
      if (this.invoice === invoice) {
        this.busy(false);
        this.sheet.close();
      }
    }
  }

  /** Asks until the bot has answered or has taken too long. */
  async outcome(payment) {
    let known = payment;
    while (known.status === 'waiting') {
      await new Promise((later) => { setTimeout(later, ASK_EVERY); });
      known = await api.payment(known.payment_id);
    }
    return known;
  }

  end(user, payment) {
    if (user !== this.hands.user() || payment.status === 'paid') return;
    const words = {BOT_PRECHECKOUT_TIMEOUT: 'tooSlow', BALANCE_TOO_LOW: 'tooPoor', INVOICE_ALREADY_PAID: 'paidBefore'}[payment.error];
    this.hands.alarm(words ? t(words) : payment.error);
  }
}
