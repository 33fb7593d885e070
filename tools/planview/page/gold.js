// SPDX-License-Identifier: MIT
import { makeFinder, quoteFromBegin, quoteToEnd, squeeze } from './quotes.js';

// What a page exports: gold as planeval reads it (docs/testing.md has the form), and the task list with the corrections
// in it.

const comma = '\u3001';  // between issuers
const startLength = 14;
const endLength = 12;

const pick = (object, keys) =>
  Object.fromEntries(keys.filter((key) => object[key] !== undefined && object[key] !== '').map((key) => [key, object[key]]));

function goldMeta(document) {
  const meta = pick(document, ['title', 'issued_on', 'year']);
  if (document.doc_number?.text) meta.doc_number = document.doc_number.text;
  if (document.issuers?.length) meta.issuer = document.issuers.join(comma);
  return meta;
}

const countSigns = { ge: '>=', le: '<=', gt: '>', lt: '<', eq: '', range: '' };

function goldUnit(unit) {
  const entry = { role: unit.role, unit: unit.organization };
  if (unit.name && unit.name !== unit.organization) entry.name = unit.name;
  if (unit.scope) entry.scope = unit.scope;
  return entry;
}

function goldTime(time) {
  const entry = pick(time, ['type', 'text', 'start', 'end', 'every', 'by', 'within', 'after']);
  if (time.count) entry.count = countSigns[time.count.comparator] + time.count.value;
  return entry;
}

function goldTarget(target) {
  const entry = { text: target.text, cmp: target.comparator, value: target.value, unit: target.unit ?? '' };
  return Object.assign(entry, pick(target, ['max', 'indicator', 'direction']));
}

// A value's words are kept without the marks of a page (`**2025** 年`); gold quotes what stands there.
function asWritten(entry, key, span, scope, quoteOf) {
  if (scope.includes(squeeze(entry[key]))) return entry;
  const written = quoteOf(span);
  return written && scope.includes(written) ? { ...entry, [key]: written } : entry;
}

// Units that a heading or a rule of the document adds are gold only where the item's own text names them.
function goldItem(task, quotes, scope, quoteOf) {
  const item = { kind: task.kind, start: quotes.start, end: quotes.end };
  const isNamed = (unit) => !unit.inherited || scope.includes(squeeze(unit.organization));
  const resp = (task.responsibilities ?? []).filter(isNamed)
    .map((unit) => asWritten(goldUnit(unit), 'unit', unit.span, scope, quoteOf));
  const times = (task.times ?? []).map((time) => asWritten(goldTime(time), 'text', time.span, scope, quoteOf));
  const targets = (task.targets ?? []).map((target) => asWritten(goldTarget(target), 'text', target.span, scope, quoteOf));
  if (resp.length) item.resp = resp;
  if (times.length) item.times = times;
  if (targets.length) item.targets = targets;
  if (task.optional) item.optional = true;
  return item;
}

// Without the text of the notice, quotes are taken from the texts of the tasks and cannot be checked.
function itemsWithoutText(tasks) {
  return tasks.map((task) => {
    const flat = squeeze(task.text);
    return goldItem(task, { start: flat.slice(0, startLength), end: flat.slice(-endLength) }, flat, () => '');
  });
}

// Gold for `tasks`, and the ids of those that no quote can point at.
export function makeGold(list, text, tasks) {
  const gold = { doc: (list.document.source.path ?? '').replace(/^.*[\\/]/, '') };
  const meta = goldMeta(list.document);
  if (Object.keys(meta).length) gold.meta = meta;
  gold.sections = (list.sections ?? []).filter((section) => section.label)
    .map((section) => [section.form, section.label, section.title ?? null]);
  if (text === null) return { gold: Object.assign(gold, { items: itemsWithoutText(tasks) }), lost: [] };

  const { flat, place } = makeFinder(text);
  const quoteOf = (span) => flat.slice(place(span.begin), place(span.end));
  const lost = [];
  gold.items = [];
  let from = 0;
  tasks.forEach((task, i) => {
    const begin = place(task.span.begin);
    const end = place(task.span.end);
    const start = end > begin && begin >= from ? quoteFromBegin(flat, from, begin, Math.min(startLength, end - begin)) : null;
    if (start === null) {
      lost.push(task.id);
      return;
    }
    const next = i + 1 < tasks.length ? place(tasks[i + 1].span.begin) : flat.length;
    gold.items.push(goldItem(task, { start, end: quoteToEnd(flat, begin, end, endLength) },
      flat.slice(begin, Math.max(next, end)), quoteOf));
    from = begin + 1;
  });
  return { gold, lost };
}

// The task list with `tasks` in place of its own, as schemas/task-list.schema.json wants it.
export function makeTaskList(list, tasks) {
  const out = { schema: list.schema, generator: list.generator, document: list.document };
  if (list.sections?.length) out.sections = list.sections;
  if (tasks.length) out.tasks = tasks.map(({ optional, ...task }) => task);
  const known = new Set(tasks.map((task) => task.id));
  const diagnostics = (list.diagnostics ?? []).filter((diagnostic) => !diagnostic.task || known.has(diagnostic.task));
  if (diagnostics.length) out.diagnostics = diagnostics;
  return out;
}
