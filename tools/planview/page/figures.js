// SPDX-License-Identifier: MIT
import { keptTasks, taskOf } from './corrections.js';
import { list } from './document.js';
import { byId, el } from './dom.js';
import { demandOf } from './inspector.js';
import { flash, scrollToSpan } from './source.js';
import { state, update, watch } from './state.js';
import { say } from './words.js';

// Targets by indicator, and what was odd in the notice.
const svg = 'http://www.w3.org/2000/svg';

// A share as a bar from 0 to 100 per cent.
function shareBar(target) {
  if (target.unit !== '%' || target.value < 0 || target.value > 100) return null;
  const bar = document.createElementNS(svg, 'svg');
  const end = target.comparator === 'range' ? Math.min(target.max, 100) : target.value;
  const parts = [['share-all', 0, 100], ['share-part', 0, end]];
  bar.setAttribute('class', 'share');
  bar.setAttribute('viewBox', '0 0 100 6');
  bar.setAttribute('aria-hidden', 'true');
  for (const [name, x, width] of parts) {
    const rect = document.createElementNS(svg, 'rect');
    for (const [key, value] of Object.entries({ class: name, x, y: 0, width, height: 6, rx: 1 })) rect.setAttribute(key, value);
    bar.append(rect);
  }
  return bar;
}

// The time that a target is due by: the one it names, else the only deadline of its task.
function timeOf(task, target) {
  const times = task.times ?? [];
  if (target.by !== undefined && times[target.by]) return times[target.by];
  const deadlines = times.filter((time) => time.end);
  return deadlines.length === 1 ? deadlines[0] : null;
}

function targetRow({ task, target }, i, all) {
  const name = target.indicator ?? '';
  const isFirst = i === 0 || (all[i - 1].target.indicator ?? '') !== name;
  const time = timeOf(task, target);
  return el('tr', { 'data-task': task.id, class: isFirst ? 'first' : '' },
    el('th', { scope: 'row' }, isFirst ? name || say('targets.unnamed') : el('span', { class: 'away' }, name)),
    el('td', { class: 'demand' }, demandOf(target), shareBar(target)),
    el('td', {}, time ? el('span', { title: time.text }, time.end || time.start || time.text) : ''),
    el('td', {}, el('button', {
      type: 'button', class: 'link', title: target.text,
      onclick: () => { update({ task: task.id }); scrollToSpan(target.span); flash(target.span); },
    }, task.id)));
}

function renderTargets() {
  const view = byId('view-targets');
  const all = keptTasks().flatMap((task) => (task.targets ?? []).map((target) => ({ task, target })));
  const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
  const name = ({ target }) => target.indicator ?? '';
  all.sort((a, b) => !name(a) - !name(b) || collator.compare(name(a), name(b)));
  if (all.length === 0) return view.replaceChildren(el('p', { class: 'hint' }, say('targets.none')));
  const heads = ['indicator', 'value', 'due', 'task'].map((key) => el('th', { scope: 'col' }, say(`targets.${key}`)));
  return view.replaceChildren(el('table', { class: 'figures' }, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...all.map(targetRow))));
}

function diagnosticItem(diagnostic) {
  const open = () => {
    if (diagnostic.task && taskOf(diagnostic.task)) update({ task: diagnostic.task });
    if (!diagnostic.span) return;
    if (window.innerWidth < 900) update({ view: 'source' });
    scrollToSpan(diagnostic.span);
    flash(diagnostic.span);
  };
  return el('li', { class: diagnostic.severity }, el('button', { type: 'button', class: 'note', onclick: open, disabled: !diagnostic.span && !diagnostic.task },
    el('b', { class: `severity ${diagnostic.severity}` }, say(`severity.${diagnostic.severity}`)),
    el('span', { lang: 'en' }, diagnostic.message),
    el('code', {}, diagnostic.task ? `${diagnostic.code} · ${diagnostic.task}` : diagnostic.code)));
}

function renderDiagnostics() {
  byId('view-diagnostics').replaceChildren(list.diagnostics.length
    ? el('ul', { class: 'notes' }, ...list.diagnostics.map(diagnosticItem))
    : el('p', { class: 'hint' }, say('diagnostics.none')));
}

// Only the view that is looked at is drawn.
function show() {
  if (state.view === 'targets') renderTargets();
  if (state.view === 'diagnostics') renderDiagnostics();
}

export function startFigures() {
  show();
  watch(['view', 'lang', 'corrections'], show);
}
