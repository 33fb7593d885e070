// SPDX-License-Identifier: MIT
import { allTasks, statusOf, taskOf } from './corrections.js';
import { list, sectionsById, text, toPoints, toUnits } from './document.js';
import { byId, el } from './dom.js';
import { cutLine, lineAt, markLines, splitLines } from './marks.js';
import { state, update, watch } from './state.js';
import { say } from './words.js';

// The notice with its tasks marked in place.
const layers = ['task', 'unit', 'time', 'target'];
const lines = text === null ? [] : splitLines(text);
const paragraphs = [];
const signatures = [];

function renderPiece(piece) {
  const part = text.slice(piece.begin, piece.end);
  if (piece.marks.length === 0) return [document.createTextNode(part)];
  const of = (kind) => piece.marks.filter((mark) => mark.kind === kind).at(-1);
  const task = of('task');
  const value = of('unit') ?? of('time') ?? of('target');
  const classes = [...new Set(piece.marks.map((mark) => `m-${mark.kind}`))];
  if (task?.status === 'rejected') classes.push('rejected');
  const owner = task ?? value;
  const role = of('unit')?.role;
  const element = el(value ? 'mark' : 'span', {
    class: classes.join(' '),
    'data-task': owner?.task,
    'data-section': of('section')?.section,
    title: value && [...new Set(piece.marks.filter((mark) => mark.kind !== 'task' && mark.kind !== 'section')
      .map((mark) => (mark.kind === 'unit' ? say(`role.${role}`) : say(`mark.${mark.kind}`))))].join(' · '),
  }, part);
  if (!task || !task.first || task.begin !== piece.begin) return [element];
  const chip = el('button', {
    type: 'button', class: `chip ${task.status}`, 'data-task': task.task, tabindex: '-1', 'data-id': task.task,
    'aria-label': `${say('mark.task')} ${task.task}`,
  });
  return [chip, element];
}

function renderLine(i, marks) {
  const line = lines[i];
  const heading = marks.find((mark) => mark.kind === 'section');
  const paragraph = paragraphs[i];
  const covers = heading && heading.begin - line.begin < 4 && line.end - heading.end < 3;
  paragraph.className = [covers ? `heading depth-${Math.min(heading.depth, 5)}` : '', line.end === line.begin ? 'blank' : '']
    .filter(Boolean).join(' ');
  paragraph.replaceChildren(...cutLine(line, marks).flatMap(renderPiece));
}

function render() {
  const marked = markLines(lines, list.sections, allTasks(), statusOf);
  marked.forEach((marks, i) => {
    const signature = state.lang + JSON.stringify(marks);
    if (signature === signatures[i]) return;
    signatures[i] = signature;
    renderLine(i, marks);
  });
  showSelected();
}

const piecesOf = (id) => byId('text').querySelectorAll(`[data-task="${CSS.escape(id)}"]`);

function showSelected() {
  for (const element of byId('text').querySelectorAll('.selected')) element.classList.remove('selected');
  if (state.task) for (const element of piecesOf(state.task)) element.classList.add('selected');
}

// The element to scroll to: in the text, where it is on the page.
function placeOf(span) {
  const offset = toUnits(span.begin);
  const i = lineAt(lines, offset);
  const paragraph = paragraphs[i];
  let at = lines[i].begin;
  for (const node of paragraph.childNodes) {
    if (node.classList?.contains('chip')) continue;
    at += node.textContent.length;
    if (at > offset) return node.nodeType === Node.TEXT_NODE ? paragraph : node;
  }
  return paragraph;
}

// Paragraphs out of sight have a guessed height, so the place is looked for again once it has been drawn.
export function scrollToSpan(span) {
  if (text === null) return;
  const place = placeOf(span);
  place.scrollIntoView({ block: 'center', behavior: 'instant' });
  requestAnimationFrame(() => place.scrollIntoView({ block: 'center', behavior: 'instant' }));
}

export function scrollToTask(id) {
  const task = taskOf(id);
  if (task && text !== null) scrollToSpan(task.span);
}

export function flash(span) {
  const place = text === null ? null : placeOf(span);
  place?.classList.add('flash');
  setTimeout(() => place?.classList.remove('flash'), 1600);
}

// Offset in the text of a place in the page; null for a place outside the text.
function offsetAt(node, offset) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('p[data-line]');
  if (!paragraph || !byId('text').contains(paragraph)) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  return lines[Number(paragraph.dataset.line)].begin + range.toString().length;
}

// What is selected in the notice: a span in code points and its words; null where nothing is.
export function selectedSpan() {
  const selection = window.getSelection();
  if (text === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  let begin = offsetAt(range.startContainer, range.startOffset);
  let end = offsetAt(range.endContainer, range.endOffset);
  if (begin === null || end === null) return null;
  while (begin < end && /\s/.test(text[begin])) begin += 1;
  while (begin < end && /\s/.test(text[end - 1])) end -= 1;
  if (begin === end) return null;
  return { span: { begin: toPoints(begin), end: toPoints(end) }, quote: text.slice(begin, end) };
}

// The section that a place in the text belongs to.
export function sectionAt(point) {
  let found = null;
  for (const section of list.sections) if (section.span.begin <= point) found = section;
  return found;
}

export function pathOf(section) {
  const path = [];
  for (let at = section; at; at = sectionsById.get(at.parent)) path.unshift(`${at.label ?? ''}${at.title ?? ''}`);
  return path.filter(Boolean);
}

function renderLegend() {
  byId('legend').replaceChildren(...layers.map((layer) => el('button', {
    type: 'button', class: `m-${layer}`, 'aria-pressed': String(!byId('text').classList.contains(`no-${layer}`)),
    onclick: (event) => {
      const isHidden = byId('text').classList.toggle(`no-${layer}`);
      event.currentTarget.setAttribute('aria-pressed', String(!isHidden));
    },
  }, say(`mark.${layer}`))));
}

export function toggleOutline(open = byId('outline').hidden) {
  byId('outline').hidden = !open;
  byId('outline-button').setAttribute('aria-expanded', String(open));
  if (open) byId('outline').querySelector('button')?.focus();
}

function renderOutline() {
  const entry = (section) => el('li', { class: `depth-${Math.min(section.depth, 5)}` }, el('button', {
    type: 'button',
    onclick: () => {
      if (window.innerWidth < 900) toggleOutline(false);
      scrollToSpan(section.span);
      flash(section.span);
    },
  }, `${section.label ?? ''}${section.title ?? ''}` || section.id));
  byId('outline').append(el('ol', {}, ...list.sections.filter((section) => section.title || section.depth < 3).map(entry)));
}

export function startSource() {
  const place = byId('text');
  if (text === null) {
    place.append(el('p', { class: 'hint', 'data-word': 'source.none' }));
    byId('source').classList.add('empty');
    return;
  }
  lines.forEach((line, i) => paragraphs.push(el('p', { 'data-line': i })));
  place.append(...paragraphs);
  renderOutline();
  render();
  renderLegend();
  place.addEventListener('click', (event) => {
    if (!window.getSelection().isCollapsed) return;
    const id = event.target.closest('[data-task]')?.dataset.task;
    if (id) update({ task: id });
  });
  byId('outline-button').addEventListener('click', () => toggleOutline());
  document.addEventListener('selectionchange', () => { byId('add-task').disabled = selectedSpan() === null; });
  watch(['corrections'], render);
  watch(['lang'], () => { render(); renderLegend(); });
  watch(['task'], showSelected);
}
