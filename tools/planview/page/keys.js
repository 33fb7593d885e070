// SPDX-License-Identifier: MIT
import { addTask } from './corrections.js';
import { isEditing } from './editor.js';
import { byId, el, isTyping, showToast } from './dom.js';
import { close, decide, edit, move, reset, show } from './inspector.js';
import { pathOf, sectionAt, selectedSpan, toggleOutline } from './source.js';
import { state, update } from './state.js';
import { focusRow } from './table.js';
import { say } from './words.js';

// What keys do, in one table: the help shows it too.
const views = ['table', 'timeline', 'matrix', 'targets', 'diagnostics'];
const help = [
  ['/', 'help.search'], ['j  k  \u2193  \u2191', 'help.move'], ['Enter', 'help.open'], ['a', 'help.accept'], ['e', 'help.edit'],
  ['x', 'help.reject'], ['u', 'help.reset'], ['n', 'help.add'], ['1 \u2013 5', 'help.views'], ['o', 'help.outline'],
  ['s', 'help.source'], ['Esc', 'help.escape'], ['?', 'help.help'],
];

export function addSelection() {
  const selected = selectedSpan();
  if (!selected) return showToast(say('edit.problem.selection'));
  const section = sectionAt(selected.span.begin);
  const path = pathOf(section);
  const id = addTask({
    kind: 'task', ...(section && { section: section.id }), ...(path.length > 0 && { path }),
    text: selected.quote.replace(/\s*\n\s*/g, ''), span: selected.span,
  });
  window.getSelection().removeAllRanges();
  update({ task: id });
  return edit();
}

export function openHelp() {
  byId('help-keys').replaceChildren(...help.flatMap(([keys, key]) => [
    el('dt', {}, ...keys.split('  ').map((name) => el('kbd', {}, name))), el('dd', {}, say(key))]));
  byId('help').showModal();
}

function search() {
  update({ view: 'table' });
  byId('filter-q').focus();
  byId('filter-q').select();
}

function step(by) {
  const isInTable = document.activeElement?.closest('#grid') || document.activeElement === document.body;
  move(by);
  if (isInTable && state.view === 'table') focusRow(state.task);
}

// From the inside out: a form, the outline, the selected task, the search.
function escape() {
  if (byId('export-menu').open) byId('export-menu').open = false;
  else if (isEditing()) byId('inspector').querySelector('[data-act=cancel]').click();
  else if (!byId('outline').hidden) toggleOutline(false);
  else if (state.task) {
    const id = state.task;
    close();
    focusRow(id);
  } else if (state.q) update({ q: '' });
}

const toggleSource = () => document.body.classList.toggle('no-source');

const actions = {
  '/': search, j: () => step(1), k: () => step(-1), a: () => decide('accepted'), x: () => decide('rejected'), e: edit,
  u: reset, n: addSelection, o: () => toggleOutline(), s: toggleSource, '?': openHelp,
};
views.forEach((view, i) => { actions[i + 1] = () => update({ view }); });

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || byId('help').open) return;
  if (event.key === 'Escape') {
    if (isTyping(event.target) && !isEditing()) event.target.blur();
    escape();
    return;
  }
  if (isTyping(event.target) || isEditing()) return;
  const isInTable = event.target.closest('#grid .row[data-task]') !== null;
  let act = actions[event.key];
  if (isInTable && event.key === 'ArrowDown') act = () => step(1);
  if (isInTable && event.key === 'ArrowUp') act = () => step(-1);
  if (event.key === 'Enter' && (isInTable || event.target === document.body)) {
    act = () => {
      const id = event.target.dataset?.task;
      if (id) update({ task: id });
      show();
      if (state.task) byId('text').focus({ preventScroll: true });
    };
  }
  if (!act) return;
  event.preventDefault();
  act();
}

export function startKeys() {
  document.addEventListener('keydown', onKey);
  byId('add-task').addEventListener('mousedown', (event) => event.preventDefault());
  byId('add-task').addEventListener('click', addSelection);
  byId('help-button').addEventListener('click', openHelp);
}
