// The words of the page in the languages its users may have.

const EN = {
  banner: 'This is a simulation of Telegram: nothing here reaches the real one.',
  people: 'Users', newUser: 'New user', name: 'Name', language: 'Language', create: 'Create',
  pickUser: 'Choose a user on the left, or create one, to talk to the bot.',
  back: 'Back to the users', menu: 'Menu', messages: 'Messages', down: 'Scroll to the newest message',
  start: 'Start', unblock: 'Unblock the bot', block: 'Block the bot', cancel: 'Cancel', commands: 'Commands of the bot',
  attach: 'Attach files', message: 'Message', send: 'Send', record: 'Record a voice message',
  cancelRecording: 'Discard the recording', sendRecording: 'Send the recording', recording: 'Recording…',
  dropHere: 'Drop files here to send them', ok: 'OK', asFile: 'Send as file, without changes', caption: 'Caption',
  photo: 'Photo', video: 'Video', voice: 'Voice message', audio: 'Audio', document: 'File', sticker: 'Sticker',
  close: 'Close', edited: 'edited', bot: 'bot', today: 'Today', yesterday: 'Yesterday', play: 'Play', pause: 'Pause',
  position: 'Position', download: 'Download', expand: 'Show all', collapse: 'Show less', reveal: 'Hidden text, press to show',
  reply: 'Reply', edit: 'Edit', forward: 'Forward to the bot', copy: 'Copy text', copied: 'Copied', more: 'Actions',
  forwarded: 'Forwarded from {0}', someone: 'somebody', unsupported: 'This kind of message is not shown here.',
  you: 'You', noCommands: 'The bot has no commands', noMicrophone: 'The microphone cannot be used: {0}',
  notHere: 'This button does nothing in the simulation', failed: 'This did not work: {0}', offline: 'connecting…',
  invoice: 'Invoice', receipt: 'Receipt', stars: ['{0}\u00a0Star', '{0}\u00a0Stars', '{0}\u00a0Stars'], balance: 'Balance: ⭐{0}',
  buyTitle: 'Confirm your purchase', buy: 'Do you want to buy “{0}” from {1} for {2}?', confirm: 'Confirm and pay ⭐{0}',
  missing: 'You need {0} more.', gift: 'Get more Stars, free in the simulation', moreStars: 'Press to get 1,000 more, free in the simulation',
  transferred: 'You have just successfully transferred ⭐{0} to {1}', refunded: '{1} refunded you ⭐{0}',
  receiptText: 'Receipt\n\n{0}\nPaid: {1}\n\nTransaction: {2}', givenBack: 'The Stars have been returned', tooSlow: 'The bot did not respond in time. You have not been charged.',
  tooPoor: 'You do not have enough Stars any more. You have not been charged.', paidBefore: 'You have paid this invoice already.',
  files: ['{0} file', '{0} files', '{0} files'], draft: 'The bot is writing', hasBlocked: 'You have blocked the bot',
  bytes: ['B', 'KB', 'MB', 'GB'],
  actions: {typing: 'typing…', upload_photo: 'sending a photo…', record_video: 'recording a video…', upload_video: 'sending a video…',
    record_voice: 'recording a voice message…', upload_voice: 'sending a voice message…', upload_document: 'sending a file…',
    choose_sticker: 'choosing a sticker…', find_location: 'looking for a place…', record_video_note: 'recording a video message…',
    upload_video_note: 'sending a video message…'},
};

const RU = {
  banner: 'Это симуляция Telegram: до настоящего отсюда ничего не доходит.',
  people: 'Пользователи', newUser: 'Новый пользователь', name: 'Имя', language: 'Язык', create: 'Создать',
  pickUser: 'Выберите пользователя слева или создайте нового, чтобы поговорить с ботом.',
  back: 'К списку пользователей', menu: 'Меню', messages: 'Сообщения', down: 'К последнему сообщению',
  start: 'Начать', unblock: 'Разблокировать бота', block: 'Заблокировать бота', cancel: 'Отмена', commands: 'Команды бота',
  attach: 'Прикрепить файлы', message: 'Сообщение', send: 'Отправить', record: 'Записать голосовое сообщение',
  cancelRecording: 'Удалить запись', sendRecording: 'Отправить запись', recording: 'Идёт запись…',
  dropHere: 'Перетащите файлы сюда, чтобы отправить', ok: 'Понятно', asFile: 'Отправить файлом, без изменений', caption: 'Подпись',
  photo: 'Фото', video: 'Видео', voice: 'Голосовое сообщение', audio: 'Аудио', document: 'Файл', sticker: 'Стикер',
  close: 'Закрыть', edited: 'изменено', bot: 'бот', today: 'Сегодня', yesterday: 'Вчера', play: 'Слушать', pause: 'Пауза',
  position: 'Место', download: 'Скачать', expand: 'Показать всё', collapse: 'Свернуть', reveal: 'Скрытый текст, нажмите, чтобы показать',
  reply: 'Ответить', edit: 'Изменить', forward: 'Переслать боту', copy: 'Копировать текст', copied: 'Скопировано', more: 'Действия',
  forwarded: 'Переслано от {0}', someone: 'неизвестного', unsupported: 'Такие сообщения здесь не показываются.',
  you: 'Вы', noCommands: 'У бота нет команд', noMicrophone: 'Микрофон недоступен: {0}',
  notHere: 'В симуляции эта кнопка ничего не делает', failed: 'Не получилось: {0}', offline: 'соединение…',
  invoice: 'Счёт', receipt: 'Чек', stars: ['{0}\u00a0звезду', '{0}\u00a0звезды', '{0}\u00a0звёзд'], balance: 'Баланс: ⭐{0}',
  buyTitle: 'Подтвердите покупку', buy: 'Купить «{0}» у бота «{1}» за {2}?', confirm: 'Подтвердить и заплатить ⭐{0}',
  missing: 'Пополните баланс ещё на {0}.', gift: 'Получить звёзды, в симуляции бесплатно', moreStars: 'Нажмите, чтобы получить ещё 1000, в симуляции бесплатно',
  transferred: 'Вы успешно перевели ⭐{0} боту «{1}»', refunded: 'Бот «{1}» вернул вам ⭐{0}',
  receiptText: 'Чек\n\n{0}\nОплачено: {1}\n\nТранзакция: {2}', givenBack: 'Звёзды возвращены', tooSlow: 'Бот не ответил вовремя. Звёзды не списаны.',
  tooPoor: 'На балансе уже не хватает звёзд. Ничего не списано.', paidBefore: 'Этот счёт уже оплачен.',
  files: ['{0} файл', '{0} файла', '{0} файлов'], draft: 'Бот пишет', hasBlocked: 'Вы заблокировали бота',
  bytes: ['Б', 'КБ', 'МБ', 'ГБ'],
  actions: {typing: 'печатает…', upload_photo: 'отправляет фото…', record_video: 'записывает видео…', upload_video: 'отправляет видео…',
    record_voice: 'записывает голосовое…', upload_voice: 'отправляет голосовое…', upload_document: 'отправляет файл…',
    choose_sticker: 'выбирает стикер…', find_location: 'ищет место…', record_video_note: 'записывает видеосообщение…',
    upload_video_note: 'отправляет видеосообщение…'},
};

let words = EN;
let code = 'en';

export function speak(language) {
  code = (language ?? '').startsWith('ru') ? 'ru' : 'en';
  words = code === 'ru' ? RU : EN;
  document.documentElement.lang = code;
  for (const node of document.querySelectorAll('[data-i18n]')) node.textContent = words[node.dataset.i18n];
  for (const node of document.querySelectorAll('[data-i18n-label]')) {
    node.setAttribute('aria-label', words[node.dataset.i18nLabel]);
    if (node.tagName === 'BUTTON') node.title = words[node.dataset.i18nLabel];
  }
  for (const node of document.querySelectorAll('[data-i18n-placeholder]')) node.placeholder = words[node.dataset.i18nPlaceholder];
}

export const language = () => code;
export const t = (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, i) => values[i] ?? '');
export const number = (value) => new Intl.NumberFormat(code).format(value);
export const actionText = (action) => words.actions[action] ?? words.actions.typing;

export function count(key, value) {
  const form = {one: 0, few: 1}[new Intl.PluralRules(code).select(value)] ?? 2;
  return words[key][code === 'en' && form ? 1 : form].replace('{0}', number(value));
}

export function time(seconds) {
  return new Intl.DateTimeFormat(code, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'}).format(new Date(seconds * 1000));
}

export function day(seconds) {
  const date = new Date(seconds * 1000);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) return t('today');
  if (days === 1) return t('yesterday');
  const year = date.getFullYear() === new Date().getFullYear() ? {} : {year: 'numeric'};
  return new Intl.DateTimeFormat(code, {day: 'numeric', month: 'long', ...year}).format(date);
}

export function size(bytes) {
  if (bytes === undefined) return '';
  let unit = 0;
  let value = bytes;
  while (value >= 1024 && unit < 3) { value /= 1024; unit++; }
  return `${new Intl.NumberFormat(code, {maximumFractionDigits: unit ? 1 : 0}).format(value)} ${words.bytes[unit]}`;
}

export function length(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const tail = `${hours ? String(minutes).padStart(2, '0') : minutes}:${String(whole % 60).padStart(2, '0')}`;
  return hours ? `${hours}:${tail}` : tail;
}
