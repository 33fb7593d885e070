// SPDX-License-Identifier: MIT
import { allTasks, statusOf } from './corrections.js';
import { dueOf } from './document.js';
import { byId, el } from './dom.js';
import { filterKeys, isFiltered, isShown } from './filters.js';
import { state, update, watch } from './state.js';
import { say } from './words.js';

// The table of tasks. Rows are blocks and no table rows, so that the browser may skip those out of sight; and they are
// made a stretch at a time, so that sorting and searching take as long for 2,000 tasks as for 200.
const stretch = 200;
const nearEnd = 2000;  // pixels left below when the next stretch is made
const columns = ['status', 'id', 'task', 'units', 'due', 'kind'];
const rows = new Map();  // id → {element, task, status, lang}
let shown = [];   // tasks that meet the filters, sorted
let drawn = 0;    // how many of them have a row in the page

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
const firstUnit = (task) => task.responsibilities?.[0]?.name ?? '';
const order = {
  status: (a, b) => statusOf(a.id).localeCompare(statusOf(b.id)),
  task: (a, b) => collator.compare(a.text, b.text),
  units: (a, b) => !firstUnit(a) - !firstUnit(b) || collator.compare(firstUnit(a), firstUnit(b)),
  due: (a, b) => (dueOf(a) || '9').localeCompare(dueOf(b) || '9'),
  kind: (a, b) => a.kind.localeCompare(b.kind),
};

function cell(column, ...children) {
  return el('div', { role: 'gridcell', class: `c-${column}` }, ...children);
}

function textCell(task) {
  const title = task.title ?? '';
  if (title && task.text.startsWith(title)) return cell('task', el('b', {}, title), task.text.slice(title.length));
  return cell('task', title && el('b', {}, `${title} `), task.text);
}

export function unitTag(unit) {
  return el('span', { class: `unit role-${unit.role}` }, el('i', {}, say(`role.${unit.role}`)), ' ', unit.name || unit.organization);
}

function unitsCell(task) {
  const units = task.responsibilities ?? [];
  const most = units.length > 3 ? 2 : 3;
  return cell('units', ...units.slice(0, most).map(unitTag), units.length > most && el('span', { class: 'rest' }, `+${units.length - most}`));
}

function dueCell(task) {
  const times = task.times ?? [];
  const due = dueOf(task);
  return cell('due', due && el('b', {}, due), times.length > 0 && el('span', {}, times[0].text),
    times.length > 1 && el('span', { class: 'rest' }, `+${times.length - 1}`));
}

function makeRow(task, status) {
  return el('div', { role: 'row', class: `row is-${status}`, 'data-task': task.id, tabindex: '-1' },
    cell('status', el('span', { class: `dot ${status}`, title: say(`status.${status}`) }, el('span', { class: 'away' }, say(`status.${status}`)))),
    cell('id', task.id), textCell(task), unitsCell(task), dueCell(task),
    cell('kind', el('span', { class: `kind ${task.kind}` }, say(`kind.${task.kind}`))));
}

function rowOf(task) {
  const status = statusOf(task.id);
  const known = rows.get(task.id);
  if (known && known.task === task && known.status === status && known.lang === state.lang) return known.element;
  const element = makeRow(task, status);
  rows.set(task.id, { element, task, status, lang: state.lang });
  return element;
}

function head() {
  const sorted = (column) => (state.sort !== column ? 'none' : state.dir === 'asc' ? 'ascending' : 'descending');
  return el('div', { role: 'row', class: 'row head' }, ...columns.map((column) => el('div', {
    role: 'columnheader', class: `c-${column}`, 'aria-sort': sorted(column),
  }, el('button', {
    type: 'button', 'data-sort': column, 'aria-label': say(`table.${column}`),
    onclick: () => update({ sort: column, dir: state.sort === column && state.dir === 'asc' ? 'desc' : 'asc' }),
  }, column === 'status' ? '\u2713' : say(`table.${column}`)))));
}

function sortTasks(tasks) {
  const compare = order[state.sort];
  if (compare) tasks.sort(compare);  // stable: equal ones stay in text order
  return state.dir === 'desc' ? tasks.reverse() : tasks;
}

export const shownIds = () => shown.map((task) => task.id);

function drawUpTo(count) {
  const end = Math.min(count, shown.length);
  if (end <= drawn) return;
  byId('grid').querySelector('.body').append(...shown.slice(drawn, end).map(rowOf));
  drawn = end;
}

// Puts corrected tasks in their rows where the order has not changed. False where it has.
function refresh(tasks) {
  if (tasks.length !== shown.length || tasks.some((task, i) => task.id !== shown[i].id)) return false;
  shown = tasks;
  for (const task of shown.slice(0, drawn)) {
    const before = rows.get(task.id)?.element;
    const element = rowOf(task);
    if (before === element) continue;
    const hadFocus = before === document.activeElement;
    before.replaceWith(element);
    if (hadFocus) element.focus({ preventScroll: true });
  }
  return true;
}

function drawAnew() {
  const focused = document.activeElement?.closest?.('#grid [data-sort]')?.dataset.sort;
  const body = el('div', { role: 'rowgroup', class: 'body' }, shown.length === 0 && el('p', { class: 'hint' }, say('table.empty')));
  byId('grid').replaceChildren(el('div', { role: 'rowgroup', class: 'head-group' }, head()), body);
  byId('grid').setAttribute('aria-rowcount', String(shown.length + 1));
  drawn = 0;
  drawUpTo(stretch);
  if (focused) byId('grid').querySelector(`[data-sort="${focused}"]`)?.focus();
}

function render(changed = new Set()) {
  const all = allTasks();
  const tasks = sortTasks(all.filter(isShown));
  if (changed.size !== 1 || !changed.has('corrections') || !refresh(tasks)) {
    shown = tasks;
    drawAnew();
  }
  byId('count').textContent = isFiltered() ? say('table.count.filtered', { n: shown.length, all: all.length }) : say('table.count', { n: all.length });
  showSelected();
}

function showSelected() {
  for (const row of byId('grid').querySelectorAll('[aria-selected="true"], [tabindex="0"]')) {
    row.setAttribute('aria-selected', 'false');
    if (row.getAttribute('role') === 'row') row.tabIndex = -1;
  }
  const row = rows.get(state.task)?.element;
  if (row?.isConnected) {
    row.setAttribute('aria-selected', 'true');
    row.tabIndex = 0;
  } else if (shown.length) {
    rows.get(shown[0].id).element.tabIndex = 0;
  }
}

export function scrollToRow(id) {
  const at = shown.findIndex((task) => task.id === id);
  if (at >= drawn) drawUpTo(at + stretch);
  const row = rows.get(id)?.element;
  if (!row?.isConnected) return;
  row.scrollIntoView({ block: 'nearest' });
  requestAnimationFrame(() => row.scrollIntoView({ block: 'nearest' }));
}

// The task `step` rows further on; the first where none is selected.
export function neighbour(step) {
  const ids = shownIds();
  if (ids.length === 0) return '';
  const at = ids.indexOf(state.task);
  if (at < 0) return ids[step > 0 ? 0 : ids.length - 1];
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
}

export function focusRow(id) {
  rows.get(id)?.element.focus({ preventScroll: true });
}

export function startTable() {
  byId('grid').addEventListener('click', (event) => {
    const id = event.target.closest('.row[data-task]')?.dataset.task;
    if (id) {
      update({ task: id });
      focusRow(id);
    }
  });
  render();
  watch([...filterKeys, 'sort', 'dir', 'lang', 'corrections'], render);
  watch(['task'], () => {
    scrollToRow(state.task);
    showSelected();
  });
  const grid = byId('grid');
  grid.addEventListener('scroll', () => {
    if (grid.scrollTop + grid.clientHeight > grid.scrollHeight - nearEnd) drawUpTo(drawn + stretch);
  }, { passive: true });
  window.addEventListener('beforeprint', () => drawUpTo(shown.length));
}

