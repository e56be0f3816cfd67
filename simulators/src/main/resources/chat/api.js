// The control API of the simulator.

async function call(method, path, body, type) {
  const response = await fetch(path, {method, body, headers: type ? {'Content-Type': type} : {}});
  const text = await response.text();
  let answer;
  try { answer = JSON.parse(text); } catch { answer = {error: text.slice(0, 200)}; }
  if (!response.ok) throw new Error(answer.error ?? String(response.status));
  return answer;
}

const post = (path, body) => call('POST', path, JSON.stringify(body), 'application/json');

export const users = () => call('GET', '/control/users');
export const createUser = (name, language) => post('/control/users', {first_name: name, language_code: language});
export const bot = () => call('GET', '/control/bot');
export const chat = (user) => call('GET', `/control/chats/${user}`);
export const messages = (user) => call('GET', `/control/chats/${user}/messages`);
export const events = (user) => new EventSource(`/control/chats/${user}/events`);
export const fileUrl = (id) => `/control/files/${encodeURIComponent(id)}`;
export const block = (user, blocked) => post(`/control/chats/${user}/block`, {blocked});
export const edit = (user, message, text) => post(`/control/chats/${user}/edit`, {message_id: message, text});
export const forward = (user, message) => post(`/control/chats/${user}/forward`, {message_id: message});
export const payments = (user) => call('GET', `/control/payments?user=${user}`);
export const payment = (id) => call('GET', `/control/payments/${id}`);
export const invoice = (link) => call('GET', `/control/invoice?link=${encodeURIComponent(link)}`);
export const pay = (user, wish) => post(`/control/chats/${user}/pay`, wish);
export const setStars = (user, stars) => post(`/control/chats/${user}/stars`, {stars});
export const press = (user, message, data) => post(`/control/chats/${user}/press`, {message_id: message, data});

export function text(user, words, replyTo) {
  return post(`/control/chats/${user}/text`, replyTo ? {text: words, reply_to: replyTo} : {text: words});
}

export function media(user, file, fields) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({name: file.name, mime: file.type, ...fields})) {
    if (value) query.set(name, value);
  }
  return call('POST', `/control/chats/${user}/media?${query}`, file, 'application/octet-stream');
}

export function album(user, files, kind, caption) {
  const form = new FormData();
  if (caption) form.append('caption', caption);
  for (const file of files) form.append('file', file, file.name);
  return call('POST', `/control/chats/${user}/album?kind=${kind}`, form);
}

export const voice = (user, recording) => call('POST', `/page/voice?user=${user}`, recording, 'application/octet-stream');
