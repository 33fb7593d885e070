// SPDX-License-Identifier: MIT
import { toUnits } from './document.js';

// Where tasks, units, times and targets stand in the text, line by line. Offsets are UTF-16 units of the text.

export function splitLines(text) {
  const lines = [];
  let begin = 0;
  while (begin <= text.length) {
    let end = text.indexOf('\n', begin);
    if (end < 0) end = text.length;
    lines.push({ begin, end });
    begin = end + 1;
  }
  return lines;
}

export function lineAt(lines, offset) {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle].begin <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function* marksOfTask(task, status) {
  yield { kind: 'task', span: task.span, task: task.id, status };
  for (const unit of task.responsibilities ?? []) yield { kind: 'unit', span: unit.span, task: task.id, role: unit.role };
  for (const time of task.times ?? []) yield { kind: 'time', span: time.span, task: task.id };
  for (const target of task.targets ?? []) yield { kind: 'target', span: target.span, task: task.id };
}

// For each line, its marks in text order. A mark over several lines is cut; a place that several tasks take a value
// from (a heading that names the units) is marked for the first.
export function markLines(lines, sections, tasks, statusOf) {
  const marked = lines.map(() => []);
  const known = new Set();
  const add = (mark) => {
    const begin = toUnits(mark.span.begin);
    const end = toUnits(mark.span.end);
    if (end <= begin) return;
    const key = `${mark.kind} ${begin} ${end}`;
    if (known.has(key)) return;
    known.add(key);
    for (let i = lineAt(lines, begin); i < lines.length && lines[i].begin < end; i += 1) {
      const cut = { ...mark, begin: Math.max(begin, lines[i].begin), end: Math.min(end, lines[i].end) };
      cut.first = begin >= lines[i].begin;
      if (cut.end > cut.begin) marked[i].push(cut);
    }
  };
  for (const section of sections) add({ kind: 'section', span: section.span, section: section.id, depth: section.depth });
  for (const task of tasks) for (const mark of marksOfTask(task, statusOf(task.id))) add(mark);
  return marked;
}

// Cuts a line at every edge of a mark. Each piece has the marks over it.
export function cutLine(line, marks) {
  const edges = [...new Set([line.begin, line.end, ...marks.flatMap((mark) => [mark.begin, mark.end])])].sort((a, b) => a - b);
  const queue = [...marks].sort((a, b) => a.begin - b.begin);
  const pieces = [];
  let active = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i += 1) {
    active = active.filter((mark) => mark.end > edges[i]);
    while (next < queue.length && queue[next].begin <= edges[i]) {
      active.push(queue[next]);
      next += 1;
    }
    pieces.push({ begin: edges[i], end: edges[i + 1], marks: [...active] });
  }
  return pieces;
}
