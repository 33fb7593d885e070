// SPDX-License-Identifier: MIT
import { startCharts } from './charts.js';
import { allTasks, countChecked, loadCorrections } from './corrections.js';
import { list, text, unitName } from './document.js';
import { byId, el } from './dom.js';
import { startExports } from './exports.js';
import { startFigures } from './figures.js';
import { startFilters } from './filters.js';
import { startInspector } from './inspector.js';
import { startKeys } from './keys.js';
import { scrollToTask, startSource } from './source.js';
import { readHash, state, update, watch } from './state.js';
import { scrollToRow, startTable } from './table.js';
import { say, setLanguage } from './words.js';

// Puts the page together.
const views = ['table', 'timeline', 'matrix', 'targets', 'diagnostics', 'source'];

function showFacts() {
  const { document: notice } = list;
  const units = new Set(list.tasks.flatMap((task) => (task.responsibilities ?? []).map(unitName)));
  byId('facts').textContent = [notice.doc_number?.text, notice.issuers?.join('\u3001'),
    notice.issued_on && `${notice.issued_on} ${say('page.issued')}`, say('page.tasks', { n: list.tasks.length }),
    say('page.units', { n: units.size })].filter(Boolean).join(' · ');
  byId('language').textContent = say('page.language.short');
}

function showProgress() {
  byId('progress').textContent = countChecked() ? say('page.progress', { n: countChecked(), all: allTasks().length }) : '';
}

function showView() {
  document.body.dataset.view = state.view;
  for (const view of views) {
    const tab = byId(`tab-${view}`);
    tab.setAttribute('aria-selected', String(view === state.view));
    tab.tabIndex = view === state.view ? 0 : -1;
    if (view !== 'source') byId(`view-${view}`).hidden = view !== state.view;
  }
}

function makeTabs() {
  const counts = { diagnostics: list.diagnostics.length, targets: list.tasks.reduce((n, task) => n + (task.targets?.length ?? 0), 0) };
  byId('tabs').replaceChildren(...views.map((view) => el('button', {
    type: 'button', role: 'tab', id: `tab-${view}`, 'aria-controls': view === 'source' ? 'source' : `view-${view}`,
    onclick: () => update({ view }),
  }, el('span', {}, say(`view.${view}`)), counts[view] ? el('small', {}, String(counts[view])) : null)));
  showView();
}

// Left and right move between tabs, as in every tab list.
function moveTab(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const view = views[(views.indexOf(state.view) + by + views.length) % views.length];
  update({ view });
  byId(`tab-${view}`).focus();
}

const themeKey = 'planview:theme';

function startTheme() {
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
  const show = () => { byId('theme').textContent = isDark() ? '\u2600' : '\u263e'; };
  try {
    const kept = localStorage.getItem(themeKey);
    if (kept === 'dark' || kept === 'light') root.dataset.theme = kept;
  } catch { /* a browser that keeps nothing has the theme of the system */ }
  byId('theme').addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    show();
    try {
      localStorage.setItem(themeKey, root.dataset.theme);
    } catch { /* as above */ }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  show();
}

function showLanguage() {
  setLanguage(state.lang);
  makeTabs();
  showFacts();
  showProgress();
}

function start() {
  Object.assign(state, readHash());
  loadCorrections();
  document.body.classList.toggle('no-source', text === null);
  watch(['lang'], showLanguage);  // before all others, which draw themselves anew in the language that is set
  showLanguage();
  startTheme();
  startSource();
  startFilters();
  startTable();
  startInspector();
  startCharts();
  startFigures();
  startExports();
  startKeys();
  watch(['view'], showView);
  watch(['corrections'], showProgress);
  byId('tabs').addEventListener('keydown', moveTab);
  byId('language').addEventListener('click', () => update({ lang: state.lang === 'zh' ? 'en' : 'zh' }));
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    byId('grid').querySelector('[tabindex="0"]')?.focus();
  });
  window.addEventListener('hashchange', () => update(readHash()));
  if (state.task) {
    scrollToTask(state.task);
    scrollToRow(state.task);
  }
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

start();
