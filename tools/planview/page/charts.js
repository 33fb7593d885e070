// SPDX-License-Identifier: MIT
import { byId, el } from './dom.js';
import { countChecked } from './corrections.js';
import { defaults, state, update, watch } from './state.js';
import { say, sayIn } from './words.js';

// The charts that the program drew (timeline, matrix): shown when first looked at, then joined to the rest of the page.
const drawn = new Map();

function markSelected(view) {
  for (const group of view.querySelectorAll('.selected')) group.classList.remove('selected');
  if (!state.task) return;
  for (const group of view.querySelectorAll(`[data-task="${CSS.escape(state.task)}"]`)) group.classList.add('selected');
}

// What can be clicked can be reached and pressed by key.
function makeButtons(view) {
  for (const group of view.querySelectorAll('[data-task].row, [data-task].column, [data-unit], .month')) {
    group.setAttribute('role', 'button');
    group.setAttribute('tabindex', '0');
    group.setAttribute('aria-label', group.querySelector('title')?.textContent ?? '');
  }
}

function lastDay(month) {
  const [year, number] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

function press(target) {
  const group = target.closest('[data-task], [data-unit], [data-month]');
  if (!group) return;
  const { task, unit, month } = group.dataset;
  if (task) update({ task });
  else if (unit) update({ view: 'table', unit, role: defaults.role });
  else update({ view: 'table', from: `${month}-01`, to: lastDay(month) });
}

// Keeps the names of rows and columns in sight while the matrix scrolls.
function pinNames(view) {
  const heads = view.querySelector('.heads');
  const units = view.querySelector('.units');
  const legend = view.querySelector('.legend');
  if (!heads || !units) return;
  const chart = view.querySelector('svg');
  view.addEventListener('scroll', () => {
    const down = Math.max(0, view.scrollTop - chart.parentElement.offsetTop);
    heads.setAttribute('transform', `translate(0,${down})`);
    units.setAttribute('transform', `translate(${view.scrollLeft},0)`);
    legend.setAttribute('transform', `translate(${view.scrollLeft},${down})`);
  }, { passive: true });
}

function draw(name) {
  const view = byId(`view-${name}`);
  if (drawn.has(name)) return view;
  drawn.set(name, view);
  const stale = el('p', { class: 'hint stale' });
  view.append(stale, el('div', { class: 'chart-place' }, byId(`chart-${name}`).content.cloneNode(true)));
  sayIn(view);
  makeButtons(view);
  pinNames(view);
  view.addEventListener('click', (event) => press(event.target));
  view.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (!event.target.closest('[data-task], [data-unit], [data-month]')) return;
    event.preventDefault();
    event.stopPropagation();
    press(event.target);
  });
  return view;
}

function showStale() {
  for (const view of drawn.values()) view.querySelector('.stale').textContent = countChecked() ? say('chart.stale') : '';
}

function show() {
  if (state.view !== 'timeline' && state.view !== 'matrix') return;
  markSelected(draw(state.view));
  showStale();
}

export function startCharts() {
  show();
  watch(['view', 'task'], show);
  watch(['corrections', 'lang'], showStale);
}
