// Choosing, dropping and sending files.

import {byId, el, icon} from './dom.js';
import * as api from './api.js';
import {count, size} from './texts.js';

const SHOWN_AS = [
  [/^image\/(jpeg|png|webp)$/, 'photo'],
  [/^video\/(mp4|quicktime|webm)$/, 'video'],
  [/^audio\/(mpeg|mp3|mp4|x-m4a|aac)$/, 'audio'],
];
const ALBUM = 10;

const kindOf = (file) => SHOWN_AS.find(([type]) => type.test(file.type))?.[1] ?? 'document';

/** Width, height and length as the browser sees them; whatever it cannot open has none. */
function measure(file, kind) {
  if (kind !== 'video' && kind !== 'audio') return Promise.resolve({});
  return new Promise((done) => {
    const url = URL.createObjectURL(file);
    const probe = document.createElement(kind);
    const finish = (answer) => { URL.revokeObjectURL(url); done(answer); };
    probe.addEventListener('loadedmetadata', () => finish({
      duration: Number.isFinite(probe.duration) ? Math.max(1, Math.round(probe.duration)) : null,
      width: probe.videoWidth, height: probe.videoHeight,
    }));
    probe.addEventListener('error', () => finish({}));
    probe.preload = 'metadata';
    probe.src = url;
  });
}

async function sendOne(user, file, kind, caption) {
  await api.media(user, file, {kind, caption, ...await measure(file, kind)});
}

/** Photos go together as albums, everything else one by one, in the order chosen. */
async function sendAll(user, files, asFile, caption) {
  const rest = files.map((file) => ({file, kind: asFile ? 'document' : kindOf(file)}));
  let words = caption;
  while (rest.length) {
    const run = rest.findIndex((item) => item.kind !== 'photo');
    const together = rest[0].kind === 'photo' ? rest.slice(0, Math.min(run < 0 ? rest.length : run, ALBUM)) : rest.slice(0, 1);
    rest.splice(0, together.length);
    if (together.length > 1) await api.album(user, together.map((item) => item.file), 'photo', words);
    else await sendOne(user, together[0].file, together[0].kind, words);
    words = '';
  }
}

export class Attachments {
  /** @param attempt runs an action and shows its failure; user gives the current user's id */
  constructor(user, attempt) {
    this.user = user;
    this.sheet = byId('sheet');
    byId('attach').addEventListener('click', () => byId('files').click());
    byId('files').addEventListener('change', () => { this.offer([...byId('files').files]); byId('files').value = ''; });
    byId('sheet-cancel').addEventListener('click', () => this.sheet.close());
    byId('sheet-send').addEventListener('click', () => {
      const {files} = this;
      this.sheet.close();
      attempt(() => sendAll(this.user(), files, byId('as-file').checked, byId('caption').value.trim()));
    });
    byId('caption').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); byId('sheet-send').click(); }
    });
    this.sheet.addEventListener('close', () => { for (const url of this.urls) URL.revokeObjectURL(url); this.urls = []; });
    this.urls = [];
    this.listen();
  }

  listen() {
    const zone = byId('conversation');
    const drop = byId('drop');
    const carries = (event) => event.dataTransfer?.types.includes('Files');
    zone.addEventListener('dragover', (event) => { if (carries(event)) { event.preventDefault(); drop.hidden = false; } });
    zone.addEventListener('dragleave', (event) => { if (!zone.contains(event.relatedTarget)) drop.hidden = true; });
    zone.addEventListener('drop', (event) => {
      drop.hidden = true;
      if (!carries(event)) return;
      event.preventDefault();
      this.offer([...event.dataTransfer.files]);
    });
    byId('input').addEventListener('paste', (event) => {
      if (event.clipboardData?.files.length) { event.preventDefault(); this.offer([...event.clipboardData.files]); }
    });
  }

  offer(files) {
    if (!files.length) return;
    this.files = files;
    byId('sheet-title').textContent = count('files', files.length);
    byId('as-file').checked = false;
    byId('as-file-label').hidden = files.every((file) => kindOf(file) === 'document');
    byId('caption').value = '';
    byId('sheet-files').replaceChildren(...files.map((file) => el('li', {}, this.picture(file),
      el('span', {class: 'file-text'}, el('strong', {}, file.name), el('small', {}, size(file.size))))));
    if (!this.sheet.open) this.sheet.showModal();
    byId('caption').focus();
  }

  picture(file) {
    if (kindOf(file) !== 'photo') return el('span', {class: 'disc'}, icon('file'));
    const url = URL.createObjectURL(file);
    this.urls.push(url);
    return el('img', {src: url, alt: ''});
  }
}
