// SPDX-License-Identifier: MIT
import { byId } from './dom.js';

// The task list and the text of the notice as the program wrote them into the page. `text` is null where the page was
// made from a task list alone.
export const list = JSON.parse(byId('data-list').textContent);
export const text = JSON.parse(byId('data-text').textContent);
list.sections ??= [];
list.tasks ??= [];
list.diagnostics ??= [];

// Spans count code points; strings of the page count UTF-16 units, two for a character beyond U+FFFF. `beyond` has the
// code point offsets of those.
const beyond = [];
if (text !== null && /[\ud800-\udbff]/.test(text)) {
  let at = 0;
  for (const character of text) {
    if (character.length === 2) beyond.push(at);
    at += 1;
  }
}

// How many entries of a sorted list are below a value.
function countBelow(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const toUnits = (points) => points + countBelow(beyond, points);

export function toPoints(units) {
  if (beyond.length === 0) return units;
  let low = 0;
  let high = units;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toUnits(middle) < units) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const quoteOf = (span) => text.slice(toUnits(span.begin), toUnits(span.end));

// What corrections are kept under.
const source = list.document.source;
export const documentKey = source.sha256 || source.path || 'unknown';

// `notice` for `folder/notice.txt`.
export const fileStem = (source.path && source.path !== '-' ? source.path : 'notice')
  .replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'notice';

export const sectionsById = new Map(list.sections.map((section) => [section.id, section]));

// The name under which a unit is counted and filtered.
export const unitName = (unit) => unit.canonical || unit.name || unit.organization;

// The last date of a task that decides how urgent it is: its first deadline, else the end of a period.
export function dueOf(task) {
  const ends = (task.times ?? []).filter((time) => time.end).map((time) => time.end).sort();
  return ends[0] ?? '';
}
