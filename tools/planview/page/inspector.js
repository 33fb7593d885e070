// SPDX-License-Identifier: MIT
import { isAdded, resetTask, setVerdict, statusOf, taskOf } from './corrections.js';
import { closeEditor, isEditing, openEditor } from './editor.js';
import { byId, el } from './dom.js';
import { flash, scrollToSpan, scrollToTask } from './source.js';
import { state, update, watch } from './state.js';
import { neighbour, unitTag } from './table.js';
import { say } from './words.js';

// The panel with all that is known of the selected task, and what the analyst may do with it.

function button(key, action, attributes = {}) {
  return el('button', { type: 'button', onclick: action, ...attributes }, say(key));
}

const jump = (span, ...children) => el('button', {
  type: 'button', class: 'jump',
  onclick: () => { update({ view: window.innerWidth < 900 ? 'source' : state.view }); scrollToSpan(span); flash(span); },
}, ...children);

function unitItem(unit) {
  const notes = [unit.name !== unit.organization && unit.organization, unit.scope && `${say('task.scope')} ${unit.scope}`,
    unit.inherited && say('task.inherited')].filter(Boolean);
  return el('li', {}, jump(unit.span, unitTag(unit)), notes.length > 0 && el('small', {}, notes.join(' · ')));
}

function timeItem(time) {
  const dates = [time.start, time.end].filter(Boolean).join(' – ') || time.every || time.within || '';
  return el('li', {}, jump(time.span, el('q', {}, time.text)), el('small', {},
    [say(`time.${time.type}`), dates, time.by, time.basis].filter(Boolean).join(' · ')));
}

export function demandOf(target) {
  const number = target.max === undefined ? String(target.value) : `${target.value}–${target.max}`;
  const sign = target.comparator === 'eq' && !target.direction ? '' : say(`comparator.${target.comparator}`);
  const direction = target.direction ? say(`direction.${target.direction}`) : '';
  return [direction, target.comparator === 'range' || (target.direction && target.comparator === 'eq') ? '' : sign, `${number}${target.unit ?? ''}`]
    .filter(Boolean).join(' ');
}

function targetItem(target) {
  return el('li', {}, jump(target.span, el('q', {}, target.text)), el('small', {},
    [target.indicator, demandOf(target)].filter(Boolean).join(' · ')));
}

function group(key, items, empty) {
  if (items.length === 0 && !empty) return null;
  return el('section', {}, el('h3', {}, say(key)), items.length ? el('ul', {}, ...items) : el('p', { class: 'hint' }, say(empty)));
}

function actions(id, status) {
  return el('div', { class: 'verdict', role: 'group', 'data-word-label': 'table.status' },
    button('task.accept', () => decide('accepted'), { class: 'accept', 'data-act': 'accept', 'aria-pressed': String(status === 'accepted'), disabled: isAdded(id) }),
    button('task.correct', edit, { class: 'correct', 'data-act': 'correct' }),
    button('task.reject', () => decide('rejected'), { class: 'reject', 'data-act': 'reject', 'aria-pressed': String(status === 'rejected'), disabled: isAdded(id) }),
    button(isAdded(id) ? 'task.remove' : 'task.reset', reset, { class: 'quiet', 'data-act': 'reset', disabled: status === 'open' }));
}

function heading(task, status) {
  return el('header', {},
    el('h2', {}, el('span', { class: 'id' }, task.id), el('span', { class: `kind ${task.kind}` }, say(`kind.${task.kind}`)),
      el('span', { class: `state ${status}` }, say(`status.${status}`))),
    el('div', { class: 'move' },
      button('task.show', show, { class: 'quiet only-narrow', 'data-act': 'show' }),
      el('button', { type: 'button', class: 'quiet', 'aria-label': say('task.previous'), title: say('task.previous'), onclick: () => move(-1) }, '\u2191'),
      el('button', { type: 'button', class: 'quiet', 'aria-label': say('task.next'), title: say('task.next'), onclick: () => move(1) }, '\u2193'),
      el('button', { type: 'button', class: 'quiet', 'aria-label': say('task.close'), title: say('task.close'), onclick: close }, '\u00d7')));
}

function render() {
  const panel = byId('inspector');
  const task = state.task ? taskOf(state.task) : undefined;
  panel.hidden = !task;
  document.body.classList.toggle('has-task', Boolean(task));
  if (!task) return;
  const status = statusOf(task.id);
  panel.replaceChildren(heading(task, status),
    el('div', { class: 'about' },
      task.path?.length > 0 && el('p', { class: 'path' }, task.path.join(' \u203a ')),
      el('p', { class: 'body' }, task.text),
      el('div', { class: 'values' },
        group('task.units', (task.responsibilities ?? []).map(unitItem), 'task.no_units'),
        group('task.times', (task.times ?? []).map(timeItem), 'task.no_times'),
        group('task.targets', (task.targets ?? []).map(targetItem)),
        group('task.references', (task.references ?? []).map((reference) => el('li', {}, [reference.title, reference.doc_number?.text].filter(Boolean).join(' ')))))),
    actions(task.id, status));
}

// The same verdict again takes it back.
export function decide(status) {
  if (!state.task) return;
  if (statusOf(state.task) === status) resetTask(state.task);
  else setVerdict(state.task, status);
}

export function edit() {
  const task = state.task && taskOf(state.task);
  if (task) openEditor(byId('inspector'), task, render);
}

export function reset() {
  if (!state.task) return;
  const gone = isAdded(state.task);
  resetTask(state.task);
  if (gone) close();
}

export function show() {
  if (!state.task) return;
  if (window.innerWidth < 900) update({ view: 'source' });
  scrollToTask(state.task);
}

export const move = (step) => update({ task: neighbour(step) });

export function close() {
  closeEditor();
  update({ task: '' });
}

export function startInspector() {
  render();
  watch(['task'], () => {
    closeEditor();
    render();
    if (state.task) scrollToTask(state.task);
  });
  watch(['corrections', 'lang'], () => { if (!isEditing()) render(); });
}
