// Building elements. Text always goes in as text nodes, never as markup.

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  back: 'M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z',
  more: 'M12 8a2 2 0 100-4 2 2 0 000 4zm0 2a2 2 0 100 4 2 2 0 000-4zm0 6a2 2 0 100 4 2 2 0 000-4z',
  down: 'M7.4 8.6L12 13.2l4.6-4.6L18 10l-6 6-6-6z',
  slash: 'M6 3h12a3 3 0 013 3v12a3 3 0 01-3 3H6a3 3 0 01-3-3V6a3 3 0 013-3zm0 2a1 1 0 00-1 1v12a1 1 0 001 1h12a1 1 0 001-1V6a1 1 0 00-1-1zm7.4 2l1.9.6L10.6 17l-1.9-.6z',
  clip: 'M16.5 6v11.5a4 4 0 01-8 0V5a2.5 2.5 0 015 0v10.5a1 1 0 01-2 0V6H10v9.5a2.5 2.5 0 005 0V5a4 4 0 00-8 0v12.5a5.5 5.5 0 0011 0V6z',
  send: 'M2 21l21-9L2 3v7l15 2-15 2z',
  mic: 'M12 15a3 3 0 003-3V5a3 3 0 00-6 0v7a3 3 0 003 3zm5-3a5 5 0 01-10 0H5a7 7 0 006 6.9V22h2v-3.1A7 7 0 0019 12z',
  bin: 'M6 19a2 2 0 002 2h8a2 2 0 002-2V7H6zM19 4h-3.5l-1-1h-5l-1 1H5v2h14z',
  close: 'M19 6.4L17.6 5 12 10.6 6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6z',
  play: 'M8 5v14l11-7z',
  pause: 'M6 5h4v14H6zm8 0h4v14h-4z',
  file: 'M6 2h8l6 6v12a2 2 0 01-2 2H6a2 2 0 01-2-2V4a2 2 0 012-2zm7 1.5V9h5.5z',
  star: 'M12 2l2.9 6.3 6.9.8-5.1 4.7 1.4 6.8L12 17.2l-6.1 3.4 1.4-6.8L2.2 9.1l6.9-.8z',
  link: 'M14 3v2h3.6l-9.8 9.8 1.4 1.4L19 6.4V10h2V3zM5 5h5v2H5v12h12v-5h2v5a2 2 0 01-2 2H5a2 2 0 01-2-2V7a2 2 0 012-2z',
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon-${name}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** el('button', {class: 'x', onclick: f}, 'text', node): null children are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'testid') element.dataset.testid = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

const COLOURS = 7;

export function avatar(name, seed, extra = '') {
  const initials = name.trim().split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? '').join('').toUpperCase();
  return el('div', {class: `avatar colour-${Math.abs(seed) % COLOURS} ${extra}`, 'aria-hidden': 'true'}, initials);
}

/** A small menu under a button; items are {text, hint, testid, danger, run}. Arrow keys move, Escape closes. */
export function openMenu(anchor, items) {
  document.querySelector('.menu')?.remove();
  const menu = el('div', {class: 'menu', role: 'menu', testid: 'open-menu'});
  const close = () => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    if (document.activeElement === document.body || menu.contains(document.activeElement)) anchor.focus();
  };
  const outside = (event) => { if (!menu.contains(event.target)) close(); };
  for (const item of items) {
    menu.append(el('button', {
      type: 'button', role: 'menuitem', testid: item.testid, class: item.danger ? 'danger' : null,
      onclick: () => { close(); item.run(); },
    }, el('span', {}, ...[item.text].flat()), item.hint ? el('small', {}, item.hint) : null));
  }
  menu.addEventListener('keydown', (event) => {
    const buttons = [...menu.children];
    const at = buttons.indexOf(document.activeElement);
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) { buttons[(at + step + buttons.length) % buttons.length].focus(); event.preventDefault(); }
    if (event.key === 'Escape' || event.key === 'Tab') { close(); anchor.focus(); event.preventDefault(); }
  });
  document.body.append(menu);
  const place = anchor.getBoundingClientRect();
  const left = Math.max(8, Math.min(place.left, innerWidth - menu.offsetWidth - 8));
  const below = place.bottom + menu.offsetHeight + 8 < innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(8, below ? place.bottom + 4 : place.top - menu.offsetHeight - 4)}px`;
  document.addEventListener('pointerdown', outside, true);
  menu.firstElementChild?.focus();
}
