// Recording a voice message.

import {byId} from './dom.js';
import {length} from './texts.js';

const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus'];

export class Recorder {
  /** @param send gets the recording as a Blob */
  constructor(send) {
    this.send = send;
    byId('mic-cancel').addEventListener('click', () => this.finish(false));
    byId('mic-stop').addEventListener('click', () => this.finish(true));
    byId('recorder').addEventListener('keydown', (event) => { if (event.key === 'Escape') this.finish(false); });
  }

  async start() {
    if (this.machine) return;
    if (!navigator.mediaDevices || !window.MediaRecorder) throw new Error('MediaRecorder');
    const stream = await navigator.mediaDevices.getUserMedia({audio: {channelCount: 1, echoCancellation: true, noiseSuppression: true}});
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.pieces = [];
    this.machine = new MediaRecorder(stream, {mimeType, audioBitsPerSecond: 32_000});
    this.machine.addEventListener('dataavailable', (event) => this.pieces.push(event.data));
    this.machine.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop();
      if (this.wanted) this.send(new Blob(this.pieces, {type: mimeType}));
      this.machine = null;
    });
    this.machine.start(1000);
    this.since = performance.now();
    this.ticking = setInterval(() => this.tick(), 200);
    this.tick();
    this.swap(true);
    byId('mic-stop').focus();
  }

  tick() { byId('timer').textContent = length((performance.now() - this.since) / 1000); }

  finish(wanted) {
    if (!this.machine || this.machine.state === 'inactive') return;
    this.wanted = wanted;
    clearInterval(this.ticking);
    this.machine.stop();
    this.swap(false);
    byId('mic').focus();
  }

  swap(recording) {
    byId('recorder').hidden = !recording;
    byId('composer').hidden = recording;
  }
}
