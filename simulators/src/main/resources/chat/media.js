// What a message carries besides text.

import {byId, el, icon} from './dom.js';
import * as api from './api.js';
import {length, size, t} from './texts.js';

const BARS = 36;

/** The kind of content of a message, or null for text only. */
export function kindOf(message) {
  return ['animation', 'photo', 'video', 'video_note', 'voice', 'audio', 'document', 'sticker'].find((kind) => message[kind]) ?? null;
}

export const isPicture = (message) => ['photo', 'video', 'animation'].includes(kindOf(message));

export function attachment(message) {
  const kind = kindOf(message);
  switch (kind) {
    case null: return null;
    case 'photo': return photo(message.photo);
    case 'video': case 'animation': case 'video_note': return video(message[kind], kind);
    case 'voice': return player(message.voice, null);
    case 'audio': return player(message.audio, message.audio);
    default: return file(message[kind]);
  }
}

/** A line that stands for the content, for replies. */
export function summary(message) {
  if (message.invoice) return message.invoice.title;
  const kind = kindOf(message);
  const label = kind === 'document' ? message.document.file_name
    : kind ? t({video_note: 'video', animation: 'video'}[kind] ?? kind) : '';
  return message.text ?? message.caption ?? label ?? t('document');
}

function photo(sizes) {
  const best = sizes[sizes.length - 1];
  const url = api.fileUrl(best.file_id);
  const image = el('img', {src: url, alt: t('photo'), loading: 'lazy', width: best.width, height: best.height, testid: 'photo'});
  return el('button', {type: 'button', class: 'picture', 'aria-label': t('photo'), onclick: () => {
    byId('viewer-image').src = url;
    byId('viewer').showModal();
  }}, image);
}

function video(media, kind) {
  const moving = kind === 'animation';
  return el('video', {
    class: `picture ${kind}`, src: api.fileUrl(media.file_id), controls: !moving, preload: 'metadata', playsinline: true,
    autoplay: moving, loop: moving, muted: moving, width: media.width, height: media.height, 'aria-label': t('video'), testid: 'video',
  });
}

function file(media) {
  const name = media.file_name ?? t('document');
  return el('a', {
    class: 'file', href: api.fileUrl(media.file_id), download: name, testid: 'document-link', 'aria-label': `${t('download')}: ${name}`,
  }, el('span', {class: 'disc'}, icon('file')), el('span', {class: 'file-text'},
    el('strong', {}, name), el('small', {}, size(media.file_size))));
}

function wave(seed) {
  const waves = el('div', {class: 'wave', 'aria-hidden': 'true'});
  let value = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  for (let i = 0; i < BARS; i++) {
    value = (value * 1103515245 + 12345) >>> 0;
    const bar = el('i');
    bar.style.height = `${20 + (value >>> 8) % 80}%`;
    waves.append(bar);
  }
  return waves;
}

function player(media, song) {
  const sound = el('audio', {src: api.fileUrl(media.file_id), preload: 'none'});
  const button = el('button', {type: 'button', class: 'disc', 'aria-label': t('play'), testid: 'play'}, icon('play'));
  const clock = el('small', {}, length(media.duration));
  const seek = el('input', {type: 'range', min: 0, max: 1000, value: 0, 'aria-label': t('position')});
  const bars = song ? null : wave(media.file_unique_id ?? media.file_id);
  const total = () => (Number.isFinite(sound.duration) && sound.duration) || media.duration || 1;
  const show = () => {
    const part = Math.min(1, sound.currentTime / total());
    seek.value = Math.round(part * 1000);
    if (bars) [...bars.children].forEach((bar, i) => bar.classList.toggle('played', i < part * BARS));
    clock.textContent = sound.currentTime ? `${length(sound.currentTime)} / ${length(total())}` : length(media.duration);
  };
  const state = () => {
    button.replaceChildren(icon(sound.paused ? 'play' : 'pause'));
    button.setAttribute('aria-label', t(sound.paused ? 'play' : 'pause'));
  };
  button.addEventListener('click', () => {
    for (const other of document.querySelectorAll('audio')) if (other !== sound) other.pause();
    if (sound.paused) sound.play().catch(() => state()); else sound.pause();
  });
  for (const event of ['play', 'pause', 'ended']) sound.addEventListener(event, state);
  sound.addEventListener('timeupdate', show);
  sound.addEventListener('ended', () => { sound.currentTime = 0; show(); });
  seek.addEventListener('input', () => { sound.currentTime = seek.value / 1000 * total(); });
  const title = song ? el('strong', {}, [song.performer, song.title].filter(Boolean).join(' — ') || song.file_name || t('audio')) : null;
  return el('div', {class: `player ${song ? 'song' : 'voice'}`, testid: song ? 'audio' : 'voice'}, sound, button,
    el('div', {class: 'track'}, title, el('div', {class: 'seek'}, bars, seek), el('div', {class: 'under'}, clock,
      song ? el('a', {href: api.fileUrl(media.file_id), download: song.file_name ?? t('audio'), testid: 'document-link'}, size(media.file_size)) : null)));
}
