// The page: which user speaks, what happens in the chat, what the buttons do.

import {avatar, byId, el, icon, openMenu} from './dom.js';
import * as api from './api.js';
import {Attachments} from './attach.js';
import {History} from './history.js';
import {summary} from './media.js';
import {isInvoiceLink, Payments, starred} from './pay.js';
import {Recorder} from './recorder.js';
import {actionText, language, number, speak, t} from './texts.js';

const ACTION_SECONDS = 6;
const ANSWER_SECONDS = 20;
const LANGUAGES = {en: 'English', ru: 'Русский'};

let users = [];
let user = null;
let bot = {id: 0, first_name: '', username: '', commands: {}};
let state = {started: false, blocked: false};
let source = null;
let context = null;
let acting = 0;
let late = null;
const waiting = new Map();
const answered = new Map();

const log = new History({
  command: (text) => attempt(() => api.text(user.id, text)),
  press, actions, jump: (id) => log.jump(id), bot: () => bot.first_name, isPaid: (message) => payments.isPaid(message),
});
const payments = new Payments({
  user: () => user?.id, bot: () => bot.first_name, alarm: alertBox, attempt,
  changed: (id) => { if (log.find(id)) log.show(log.find(id)); },
});
const recorder = new Recorder((recording) => attempt(() => api.voice(user.id, recording)));
new Attachments(() => user.id, attempt);

async function attempt(action) {
  try { return await action(); } catch (error) { toast(t('failed', error.message)); return null; }
}

function toast(text) {
  const note = el('div', {class: 'toast', testid: 'toast'}, text);
  byId('toasts').append(note);
  setTimeout(() => note.remove(), 4000);
}

function alertBox(text) {
  byId('alert-text').textContent = text;
  if (!byId('alert').open) byId('alert').showModal();
}

// People

function listUsers() {
  byId('user-list').replaceChildren(...users.map((one) => {
    const name = [one.first_name, one.last_name].filter(Boolean).join(' ');
    const hint = [one.username ? `@${one.username}` : null, LANGUAGES[one.language_code] ?? one.language_code].filter(Boolean).join(' · ');
    return el('li', {}, el('a', {
      href: `?user=${one.id}`, class: one.id === user?.id ? 'current' : null, 'aria-current': one.id === user?.id ? 'true' : null,
      testid: 'user', 'data-user-id': one.id,
      onclick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        history.pushState(null, '', `?user=${one.id}`);
        choose();
      },
    }, avatar(name, one.id), el('span', {class: 'file-text'}, el('strong', {}, name), el('small', {}, hint))));
  }));
}

byId('new-user').addEventListener('submit', async (event) => {
  event.preventDefault();
  const name = byId('new-user-name').value.trim();
  if (!name) return;
  const made = await attempt(() => api.createUser(name, byId('new-user-language').value));
  if (!made) return;
  byId('new-user-name').value = '';
  history.pushState(null, '', `?user=${made.id}`);
  users = await api.users();
  choose();
});

byId('back').addEventListener('click', () => { history.pushState(null, '', '?'); choose(); });
addEventListener('popstate', () => choose());

async function choose() {
  const id = Number(new URLSearchParams(location.search).get('user'));
  source?.close();
  source = null;
  if (recorder.machine) recorder.finish(false);
  setContext(null);
  user = users.find((one) => one.id === id) ?? null;
  speak(user ? user.language_code : navigator.language);
  document.body.classList.toggle('talking', user !== null);
  byId('conversation').hidden = !user;
  byId('nobody').hidden = user !== null;
  document.title = user ? `${user.first_name} — ${bot.first_name}` : bot.first_name || t('people');
  listUsers();
  log.clear();
  waiting.clear();
  if (user) await open(user);
}

async function open(one) {
  showBot();
  listen(one);
  await attempt(() => load(one));
  if (matchMedia('(hover: hover)').matches) byId('input').focus();
}

function showBot() {
  byId('bot-name').textContent = bot.first_name;
  const picture = avatar(bot.first_name || '?', bot.id);
  picture.id = 'bot-avatar';
  byId('bot-avatar').replaceWith(picture);
  status('');
}

/** What happens while the messages are fetched is shown after them. */
async function load(one) {
  late = [];
  try {
    await fetchAll(one);
  } finally {
    if (user === one) {
      const events = late ?? [];
      late = null;
      for (const react of events) react();
    }
  }
}

async function fetchAll(one) {
  const [chat, messages] = await Promise.all([api.chat(one.id), api.messages(one.id), payments.load()]);
  if (user !== one) return;
  payments.have(chat.stars);
  log.fill(messages);
  if (chat.draft) log.draft(chat.draft);
  state = chat;
  // A button under the input stays until a later message takes it away.
  const keyboard = messages.filter((message) => message.from?.is_bot && (message.reply_markup?.keyboard || message.reply_markup?.remove_keyboard)).at(-1);
  replyKeyboard(keyboard);
  footer();
}

// Events

function listen(one) {
  const events = api.events(one.id);
  source = events;
  let lost = false;
  const on = (name, react) => events.addEventListener(name, (event) => {
    if (source !== events) return;
    const data = JSON.parse(event.data);
    if (late) late.push(() => react(data)); else react(data);
  });
  on('message', arrived);
  on('edit', (message) => { if (log.find(message.message_id)) log.put(message); });
  on('delete', ({message_id}) => log.remove(message_id));
  on('answer', answer);
  on('stars', ({stars}) => payments.have(stars));
  on('draft', (draft) => { log.draft(draft); status(''); });
  on('action', ({action}) => act(action));
  events.addEventListener('error', () => { lost = true; status(t('offline')); });
  events.addEventListener('open', () => {
    if (lost && source === events) { lost = false; status(''); attempt(() => load(one)); }
  });
}

function arrived(message) {
  log.put(message);
  if (message.successful_payment || message.refunded_payment) attempt(() => payments.learn());
  if (message.from?.is_bot) {
    status('');
    if (message.reply_markup?.keyboard || message.reply_markup?.remove_keyboard) replyKeyboard(message);
  } else {
    state.started = true;
    footer();
  }
}

function status(text) {
  clearTimeout(acting);
  byId('status').textContent = text || t('bot');
  byId('status').classList.toggle('acting', Boolean(text));
}

function act(action) {
  status(actionText(action));
  acting = setTimeout(() => status(''), ACTION_SECONDS * 1000);
}

// Buttons under messages

async function press(message, button, element) {
  if (button.copy_text) { copy(button.copy_text.text); return; }
  if (button.pay) { payments.press(message); return; }
  if (!button.callback_data) { toast(t('notHere')); return; }
  if (element.classList.contains('waiting')) return;
  element.classList.add('waiting');
  element.setAttribute('aria-busy', 'true');
  const rest = () => { element.classList.remove('waiting'); element.removeAttribute('aria-busy'); };
  const pressed = await attempt(() => api.press(user.id, message.message_id, button.callback_data));
  if (!pressed) { rest(); return; }
  if (answered.delete(pressed.callback_query_id)) { rest(); return; }
  const timer = setTimeout(rest, ANSWER_SECONDS * 1000);
  waiting.set(pressed.callback_query_id, () => { clearTimeout(timer); rest(); });
}

function answer({callback_query_id, text, show_alert}) {
  const rest = waiting.get(callback_query_id);
  if (rest) { waiting.delete(callback_query_id); rest(); } else answered.set(callback_query_id, true);
  if (!text) return;
  if (show_alert) alertBox(text); else toast(text);
}

function copy(text) {
  navigator.clipboard?.writeText(text).then(() => toast(t('copied')), (error) => toast(t('failed', error.message)));
}

function actions(message, anchor) {
  const text = message.text ?? message.caption;
  const items = [{text: t('reply'), testid: 'reply', run: () => setContext({kind: 'reply', message})}];
  if (!message.from?.is_bot && text !== undefined && !message.forward_origin) {
    items.push({text: t('edit'), testid: 'edit', run: () => setContext({kind: 'edit', message})});
  }
  items.push({text: t('forward'), testid: 'forward', run: () => attempt(() => api.forward(user.id, message.message_id))});
  if (text) items.push({text: t('copy'), testid: 'copy', run: () => copy(text)});
  openMenu(anchor, items);
}

function replyKeyboard(message) {
  const rows = message?.reply_markup?.keyboard;
  byId('keyboard').hidden = !rows;
  byId('keyboard').replaceChildren(...(rows ?? []).map((row) => el('div', {class: 'row'}, ...row.map((key) => {
    const text = typeof key === 'string' ? key : key.text;
    return el('button', {type: 'button', class: 'key', testid: 'reply-button', onclick: () => {
      if (message.reply_markup.one_time_keyboard) replyKeyboard(null);
      attempt(() => api.text(user.id, text));
    }}, text);
  }))));
}

// Writing

function footer() {
  byId('start').hidden = state.started || state.blocked;
  byId('unblock').hidden = !state.blocked;
  byId('composer').hidden = state.blocked || !state.started || Boolean(recorder.machine);
  resize();
}

byId('start').addEventListener('click', () => attempt(() => api.text(user.id, '/start')));
byId('unblock').addEventListener('click', () => block(false));

async function block(blocked) {
  if (await attempt(() => api.block(user.id, blocked))) {
    state.blocked = blocked;
    footer();
    if (blocked) toast(t('hasBlocked'));
  }
}

byId('log').addEventListener('click', (event) => {
  const link = event.target.closest('a')?.getAttribute('href');
  if (!isInvoiceLink(link)) return;
  event.preventDefault();
  attempt(() => payments.follow(link));
});

byId('menu').addEventListener('click', () => openMenu(byId('menu'), [
  {text: starred(t('balance', number(payments.stars))), hint: t('moreStars'), testid: 'balance',
    run: () => attempt(() => api.setStars(user.id, payments.stars + 1000))},
  state.blocked
    ? {text: t('unblock'), testid: 'unblock-menu', run: () => block(false)}
    : {text: t('block'), testid: 'block', danger: true, run: () => block(true)},
]));

byId('commands').addEventListener('click', async () => {
  bot = await attempt(api.bot) ?? bot;
  const list = bot.commands?.[language()] ?? bot.commands?.[''] ?? [];
  if (!list.length) { toast(t('noCommands')); return; }
  openMenu(byId('commands'), list.map((one) => ({
    text: `/${one.command}`, hint: one.description, testid: 'command', run: () => attempt(() => api.text(user.id, `/${one.command}`)),
  })));
});

function setContext(next) {
  const input = byId('input');
  if (context?.kind === 'edit' || next?.kind === 'edit') input.value = next?.kind === 'edit' ? next.message.text ?? next.message.caption : '';
  context = next;
  byId('context').hidden = !next;
  if (next) {
    byId('context-title').textContent = t(next.kind);
    byId('context-text').textContent = summary(next.message);
    input.focus();
  }
  resize();
}

byId('context-cancel').addEventListener('click', () => setContext(null));

function resize() {
  const input = byId('input');
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
  const typed = input.value.trim() !== '';
  byId('send').hidden = !typed;
  byId('mic').hidden = typed;
}

async function send() {
  const input = byId('input');
  const text = input.value.trim();
  if (!text) return;
  const then = context;
  input.value = '';
  setContext(null);
  const done = await attempt(() => then?.kind === 'edit'
    ? api.edit(user.id, then.message.message_id, text)
    : api.text(user.id, text, then?.message.message_id));
  if (!done && !input.value) { input.value = text; resize(); }
}

byId('input').addEventListener('input', resize);
byId('input').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  if (event.key === 'Escape') setContext(null);
});
byId('composer').addEventListener('submit', (event) => { event.preventDefault(); send(); });
byId('mic').addEventListener('click', async () => {
  try { await recorder.start(); } catch (error) { toast(t('noMicrophone', error.message)); }
});

// Users made in another tab show up when this one is looked at again.
addEventListener('focus', () => attempt(async () => {
  users = await api.users();
  listUsers();
}));

// Start

for (const button of document.querySelectorAll('[data-icon]')) button.prepend(icon(button.dataset.icon));
speak(navigator.language);
byId('new-user-language').value = language();
attempt(async () => { [users, bot] = await Promise.all([api.users(), api.bot()]); }).then(choose);
