// SPDX-License-Identifier: MIT
import { correct } from './corrections.js';
import { quoteOf, text, toUnits } from './document.js';
import { el } from './dom.js';
import { squeeze } from './quotes.js';
import { selectedSpan } from './source.js';
import { say } from './words.js';

// The form in which a task is corrected. Every value keeps a place in the notice: the words that it is read from.
const roles = ['lead', 'responsible', 'cooperate', 'participate', 'supervise', 'implement'];
const timeTypes = ['deadline', 'period', 'start', 'recurrence', 'relative', 'ongoing', 'external'];
const comparators = ['ge', 'le', 'gt', 'lt', 'eq', 'range'];
const neededParts = { deadline: ['end'], period: ['start', 'end'], start: ['start'], recurrence: ['every'], relative: ['within'] };
const parts = ['start', 'end', 'every', 'by', 'within', 'after'];
const partsOf = { deadline: ['end'], period: ['start', 'end'], start: ['start'], recurrence: ['every', 'by'], relative: ['within', 'after'] };
const patterns = {
  start: /^\d{4}-\d\d-\d\d$/, end: /^\d{4}-\d\d-\d\d$/,
  every: /^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
  within: /^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
  by: /^(--(0[1-9]|1[0-2])-|---)(0[1-9]|[12]\d|3[01])$/,
};

let editing = null;  // the panel that holds the form

export const isEditing = () => editing !== null;

export function closeEditor() {
  editing = null;
}

function labelled(key, control, className = '') {
  return el('label', { class: `field ${className}` }, el('span', {}, say(key)), control);
}

const input = (name, value = '', attributes = {}) => el('input', { name, value, autocomplete: 'off', spellcheck: 'false', ...attributes });

function select(name, value, family, words) {
  const control = el('select', { name }, ...words.map((word) => el('option', { value: word }, say(`${family}.${word || 'none'}`))));
  control.value = value;
  return control;
}

// A line of the form for one unit, time or target; `kept` is the value that it started as.
function row(kind, kept, ...fields) {
  const remove = el('button', { type: 'button', class: 'quiet', 'aria-label': say('edit.remove'), title: say('edit.remove'), onclick: () => line.remove() }, '\u00d7');
  const line = el('div', { class: `edit-row edit-${kind}` }, ...fields, remove);
  line.kept = kept;
  return line;
}

function unitRow(unit = {}) {
  return row('unit', unit, labelled('edit.role', select('role', unit.role ?? 'responsible', 'role', roles)),
    labelled('edit.organization', input('organization', unit.organization), 'wide'),
    labelled('edit.name', input('name', unit.name), 'wide'));
}

function timeRow(time = {}) {
  const type = select('type', time.type ?? 'deadline', 'time', timeTypes);
  const fields = parts.map((part) => labelled(`edit.${part}`,
    input(part, time[part], part === 'start' || part === 'end' ? { type: 'date' } : {}), `part-${part}`));
  const showParts = () => {
    parts.forEach((part, i) => { fields[i].hidden = !(partsOf[type.value] ?? []).includes(part); });
  };
  type.addEventListener('change', showParts);
  showParts();
  return row('time', time, labelled('edit.type', type), labelled('edit.quote', input('text', time.text), 'wide'), ...fields);
}

function targetRow(target = {}) {
  return row('target', target, labelled('edit.quote', input('text', target.text), 'wide'),
    labelled('edit.indicator', input('indicator', target.indicator), 'wide'),
    labelled('edit.comparator', select('comparator', target.comparator ?? 'ge', 'comparator', comparators)),
    labelled('edit.value', input('value', target.value ?? '', { type: 'number', step: 'any' }), 'number'),
    labelled('edit.max', input('max', target.max ?? '', { type: 'number', step: 'any' }), 'number'),
    labelled('edit.unit', input('unit', target.unit), 'number'),
    labelled('edit.direction', select('direction', target.direction ?? '', 'direction', ['', 'up', 'down'])));
}

// A list of rows. What is selected in the notice becomes the words of a new row.
function rows(key, kind, values, makeRow, quoteField) {
  const place = el('div', { class: 'edit-rows' }, ...values.map((value) => makeRow(value)));
  const add = () => {
    const selected = selectedSpan();
    const line = makeRow(selected ? { [quoteField]: squeeze(selected.quote), span: selected.span } : {});
    place.append(line);
    line.querySelector(`[name=${quoteField}]`).focus();
  };
  return el('fieldset', { class: `edit-${kind}s` }, el('legend', {}, say(key)), place,
    el('button', { type: 'button', class: 'quiet add', 'data-add': kind, onmousedown: (event) => event.preventDefault(), onclick: add }, `+ ${say('edit.add')}`));
}

// Where `quote` stands, blind to white space: from the task on, up to 400 characters behind its end (the slot of units
// and times), else anywhere before. Null where it does not.
function findQuote(quote, span) {
  if (text === null) return span;
  const wanted = squeeze(quote);
  for (const [from, to] of [[span.begin, span.end + 400], [0, span.end]]) {
    const points = Array.from(text.slice(toUnits(from), toUnits(to)));
    const kept = [];
    points.forEach((c, i) => { if (squeeze(c)) kept.push(i); });
    const at = squeeze(points.join('')).indexOf(wanted);
    if (at < 0) continue;
    const before = Array.from(squeeze(points.join('')).slice(0, at)).length;
    const last = before + Array.from(wanted).length - 1;
    return { begin: from + kept[before], end: from + kept[last] + 1 };
  }
  return null;
}

const fieldsOf = (line) => Object.fromEntries([...line.querySelectorAll('[name]')].map((control) => [control.name, control.value.trim()]));

// The span that a value has: its own where its words are as they were, else where the words stand now.
function spanFor(line, quote, keptQuote, task, problems) {
  if (line.kept.span && quote === keptQuote) return line.kept.span;
  const span = findQuote(quote, task.span);
  if (!span) problems.push(say('edit.problem.quote', { text: quote }));
  return span;
}

function readUnit(line, task, problems) {
  const { role, organization, name } = fieldsOf(line);
  if (!organization) return problems.push(say('edit.problem.name'));
  const { canonical, group, scope, inherited } = line.kept;
  const isSame = organization === line.kept.organization && (name || organization) === line.kept.name;
  const span = spanFor(line, organization, line.kept.organization, task, problems);
  return { role, organization, name: name || organization, ...(isSame && canonical && { canonical }), ...(group && { group }),
    ...(scope && { scope }), ...(isSame && inherited && { inherited }), span };
}

function readTime(line, task, problems) {
  const given = fieldsOf(line);
  const { kept } = line;
  const used = partsOf[given.type] ?? [];
  const isBad = (part) => given[part] ? patterns[part] && !patterns[part].test(given[part]) : (neededParts[given.type] ?? []).includes(part);
  if (!given.text || used.some(isBad) || (given.type === 'period' && given.start > given.end)) {
    problems.push(say('edit.problem.dates', { text: given.text }));
    return null;
  }
  const span = spanFor(line, given.text, kept.text, task, problems);
  const isSame = given.type === kept.type && given.text === kept.text && used.every((part) => given[part] === (kept[part] ?? ''));
  if (isSame) return kept;
  const filled = used.filter((part) => given[part]);
  const time = { type: given.type, text: given.text, span };
  for (const part of filled) time[part] = given[part];
  if (kept.count && given.type === 'recurrence') time.count = kept.count;
  return time;
}

function readTarget(line, task, problems) {
  const given = fieldsOf(line);
  const isRange = given.comparator === 'range';
  if (!given.text || given.value === '' || (isRange && given.max === '')) {
    problems.push(say('edit.problem.value', { text: given.text }));
    return null;
  }
  const span = spanFor(line, given.text, line.kept.text, task, problems);
  return { ...(given.indicator && { indicator: given.indicator }), comparator: given.comparator, value: Number(given.value),
    ...(isRange && { max: Number(given.max) }), ...(given.unit && { unit: given.unit }),
    ...(given.direction && { direction: given.direction }), text: given.text, span };
}

const joinLines = (quote) => quote.replace(/\s*\n\s*/g, '').trim();

function readForm(form, task, body) {
  const problems = [];
  const corrected = { ...task, kind: form.elements.kind.value, span: body.span };
  if (text === null) corrected.text = form.elements.body.value.trim();
  else if (body.span !== task.span) corrected.text = joinLines(quoteOf(body.span));
  if (!corrected.text) problems.push(say('edit.problem.empty'));
  if (corrected.text !== task.text) {
    delete corrected.fingerprint;
    if (corrected.title && !corrected.text.startsWith(corrected.title)) delete corrected.title;
  }
  const readAll = (selector, read) => [...form.querySelectorAll(selector)].map((line) => read(line, corrected, problems));
  const values = { responsibilities: readAll('.edit-unit', readUnit), times: readAll('.edit-time', readTime), targets: readAll('.edit-target', readTarget) };
  // A target may say which time it is due by: that holds while the times are as they were.
  const sameTimes = JSON.stringify(values.times) === JSON.stringify(task.times ?? []);
  values.targets.forEach((target, i) => {
    const { by } = [...form.querySelectorAll('.edit-target')][i].kept;
    if (target && sameTimes && by !== undefined) target.by = by;
  });
  for (const [key, list] of Object.entries(values)) {
    if (list.length) corrected[key] = list;
    else delete corrected[key];
  }
  if (form.elements.optional.checked) corrected.optional = true;
  else delete corrected.optional;
  return { corrected, problems };
}

export function openEditor(panel, task, done) {
  editing = panel;
  const body = { span: task.span };
  const quote = text === null ? el('textarea', { name: 'body', rows: '4' }, task.text) : el('p', { class: 'body' }, task.text);
  const complaint = el('p', { class: 'complaint', role: 'alert' });
  const take = () => {
    const selected = selectedSpan();
    complaint.textContent = selected ? '' : say('edit.problem.selection');
    if (!selected) return;
    body.span = selected.span;
    quote.textContent = joinLines(selected.quote);
  };
  const finish = () => {
    closeEditor();
    done();
    panel.querySelector('[data-act=correct]')?.focus();
  };
  const form = el('form', {
    class: 'editor', 'aria-label': say('edit.title'),
    onsubmit: (event) => {
      event.preventDefault();
      const { corrected, problems } = readForm(form, task, body);
      complaint.textContent = problems.join(' ');
      if (problems.length) return;
      closeEditor();
      correct(task.id, corrected);
      finish();
    },
  },
  el('header', {}, el('h2', {}, el('span', { class: 'id' }, task.id), say('edit.title')),
    el('div', { class: 'move' },
      el('button', { type: 'submit', class: 'primary' }, say('edit.save')),
      el('button', { type: 'button', class: 'quiet', 'data-act': 'cancel', onclick: finish }, say('edit.cancel')))),
  complaint,
  el('div', { class: 'about' },
    el('fieldset', {}, el('legend', {}, say('edit.text')), quote,
      text !== null && el('button', { type: 'button', class: 'quiet', 'data-act': 'take', onmousedown: (event) => event.preventDefault(), onclick: take }, say('edit.take'))),
    el('div', { class: 'row' }, labelled('edit.kind', select('kind', task.kind, 'kind', ['task', 'goal', 'phase', 'safeguard'])),
      el('label', { class: 'check' }, el('input', { type: 'checkbox', name: 'optional', checked: Boolean(task.optional) }), say('edit.optional'))),
    rows('edit.units', 'unit', task.responsibilities ?? [], unitRow, 'organization'),
    rows('edit.times', 'time', task.times ?? [], timeRow, 'text'),
    rows('edit.targets', 'target', task.targets ?? [], targetRow, 'text')));
  panel.replaceChildren(form);
  form.elements.kind.focus();
}
