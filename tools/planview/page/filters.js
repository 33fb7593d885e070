// SPDX-License-Identifier: MIT
import { allTasks, statusOf } from './corrections.js';
import { dueOf, unitName } from './document.js';
import { byId, el } from './dom.js';
import { defaults, state, update, watch } from './state.js';
import { say } from './words.js';

// Which tasks are shown.
export const filterKeys = ['q', 'unit', 'role', 'kind', 'status', 'from', 'to'];
const none = '-';  // value of a choice: nothing stated

const fields = {};
let unitCounts = [];  // what the choice of units shows

// What the search looks at, in lower case; made once for each form of a task.
const haystacks = new WeakMap();
function haystackOf(task) {
  let text = haystacks.get(task);
  if (text === undefined) {
    const units = (task.responsibilities ?? []).flatMap((unit) => [unit.organization, unit.name, unit.canonical ?? '']);
    text = [task.id, task.title ?? '', task.text, ...units, ...(task.times ?? []).map((time) => time.text)].join('\n').toLowerCase();
    haystacks.set(task, text);
  }
  return text;
}

function meetsUnits(task) {
  const units = task.responsibilities ?? [];
  if (state.unit === none) return units.length === 0;
  if (!state.unit && !state.role) return true;
  return units.some((unit) => (!state.unit || unitName(unit) === state.unit) && (!state.role || unit.role === state.role));
}

export function isShown(task) {
  if (state.kind && task.kind !== state.kind) return false;
  if (state.status && statusOf(task.id) !== state.status) return false;
  if (!meetsUnits(task)) return false;
  const due = dueOf(task);
  if (state.from && (!due || due < state.from)) return false;
  if (state.to && (!due || due > state.to)) return false;
  return state.q.toLowerCase().split(/\s+/).every((word) => haystackOf(task).includes(word));
}

export const isFiltered = () => filterKeys.some((key) => state[key] !== '');

export function clearFilters() {
  update(Object.fromEntries(filterKeys.map((key) => [key, defaults[key]])));
}

// Units with their number of tasks, the busiest first.
function countUnits() {
  const counts = new Map();
  for (const task of allTasks()) {
    for (const name of new Set((task.responsibilities ?? []).map(unitName))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function field(key, control) {
  fields[key] = control;
  control.id = `filter-${key}`;
  control.value = state[key];
  control.addEventListener(control.type === 'search' ? 'input' : 'change', () => update({ [key]: control.value }));
  return el('label', { class: `field field-${key}` }, el('span', {}, say(`filter.${key === 'q' ? 'search' : key}`)), control);
}

const choose = (key, options) => field(key, el('select', {}, el('option', { value: '' }, say('filter.any')),
  ...options.map(([value, label]) => el('option', { value }, label))));

const words = (family, names) => names.map((name) => [name, say(`${family}.${name}`)]);

function render() {
  unitCounts = countUnits();
  const search = el('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', placeholder: say('filter.search.hint') });
  const more = el('details', { class: 'more', open: byId('filters').querySelector('details')?.open || window.innerWidth >= 900 },
    el('summary', {}, say('filter.more')),
    el('div', { class: 'row' },
      choose('unit', [[none, say('filter.none')], ...unitCounts.map(([name, n]) => [name, `${name} (${n})`])]),
      choose('role', words('role', ['lead', 'responsible', 'cooperate', 'participate', 'supervise', 'implement'])),
      choose('kind', words('kind', ['task', 'goal', 'phase', 'safeguard'])),
      choose('status', words('status', ['open', 'accepted', 'corrected', 'rejected', 'added'])),
      field('from', el('input', { type: 'date' })),
      field('to', el('input', { type: 'date' })),
      el('button', { type: 'button', class: 'quiet', id: 'filter-clear', onclick: clearFilters }, say('filter.clear'))));
  byId('filters').replaceChildren(field('q', search), more);
  show();
}

function show() {
  for (const [key, control] of Object.entries(fields)) if (control.value !== state[key]) control.value = state[key];
  byId('filter-clear').disabled = !isFiltered();
}

export function startFilters() {
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  render();
  watch(['lang'], render);
  watch(['corrections'], () => { if (JSON.stringify(countUnits()) !== JSON.stringify(unitCounts)) render(); });
  watch(filterKeys, show);
}
