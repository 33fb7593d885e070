// SPDX-License-Identifier: MIT
import { keptTasks, resetAll } from './corrections.js';
import { fileStem, list, text } from './document.js';
import { byId, el, showToast } from './dom.js';
import { makeGold, makeTaskList } from './gold.js';
import { say } from './words.js';

// Files that the analyst takes away.

function download(name, value) {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 1)}\n`], { type: 'application/json' }));
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function exportGold() {
  const { gold, lost } = makeGold(list, text, keptTasks());
  const name = `${fileStem}.gold.json`;
  download(name, gold);
  showToast(lost.length ? say('export.problem', { n: lost.length, ids: lost.join(', ') }) : say('export.done', { name }));
}

function exportList() {
  const name = `${fileStem}.tasks.json`;
  download(name, makeTaskList(list, keptTasks()));
  showToast(say('export.done', { name }));
}

// All work of an analyst goes only when the button is pressed twice.
function askAndReset() {
  const button = byId('reset-all');
  const isSure = button.dataset.word === 'export.reset.confirm';
  button.dataset.word = isSure ? 'export.reset' : 'export.reset.confirm';
  button.textContent = say(button.dataset.word);
  if (isSure) resetAll();
}

export function startExports() {
  byId('export-gold').addEventListener('click', exportGold);
  byId('export-list').addEventListener('click', exportList);
  byId('reset-all').addEventListener('click', askAndReset);
  const menu = byId('export-menu');
  document.addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener('toggle', () => {
    byId('reset-all').dataset.word = 'export.reset';
    byId('reset-all').textContent = say('export.reset');
  });
}
