// SPDX-License-Identifier: MIT
import { documentKey, list } from './document.js';
import { showToast } from './dom.js';
import { tell } from './state.js';
import { say } from './words.js';

// What the analyst decided about each task. The list itself is never changed; a corrected task is a copy beside it.
// Kept in the browser under the SHA-256 of the notice.
const storeKey = `planview:${documentKey}`;
let verdicts = new Map();  // id → {status: accepted | corrected | rejected, task: the copy, where corrected}
let added = [];            // tasks that the program missed
let warned = false;

const isTask = (task) => typeof task === 'object' && task !== null && typeof task.id === 'string' &&
  typeof task.text === 'string' && typeof task.span?.begin === 'number' && typeof task.span?.end === 'number' &&
  ['responsibilities', 'times', 'targets', 'path'].every((key) => task[key] === undefined || Array.isArray(task[key]));
const isVerdict = ([id, verdict]) => list.tasks.some((task) => task.id === id) &&
  (['accepted', 'rejected'].includes(verdict?.status) || (verdict?.status === 'corrected' && isTask(verdict.task)));

export function loadCorrections() {
  try {
    const kept = JSON.parse(localStorage.getItem(storeKey) ?? '{}');
    verdicts = new Map(Object.entries(kept.verdicts ?? {}).filter(isVerdict));
    added = (Array.isArray(kept.added) ? kept.added : []).filter(isTask);
  } catch {
    verdicts = new Map();
    added = [];
  }
}

function save() {
  try {
    if (verdicts.size + added.length === 0) localStorage.removeItem(storeKey);
    else localStorage.setItem(storeKey, JSON.stringify({ verdicts: Object.fromEntries(verdicts), added }));
  } catch {
    if (!warned) showToast(say('save.failed'));
    warned = true;
  }
  tell(new Set(['corrections']));
}

const own = new Map(list.tasks.map((task) => [task.id, task]));

export const isAdded = (id) => added.some((task) => task.id === id);
export const statusOf = (id) => (isAdded(id) ? 'added' : verdicts.get(id)?.status ?? 'open');

// A task as it stands now: corrected where it was.
export const taskOf = (id) => verdicts.get(id)?.task ?? own.get(id) ?? added.find((task) => task.id === id);

const byPlace = (a, b) => a.span.begin - b.span.begin || a.span.end - b.span.end;

// All tasks in text order as they stand now; rejected ones too.
export function allTasks() {
  const tasks = list.tasks.map((task) => verdicts.get(task.id)?.task ?? task);
  return added.length || verdicts.size ? [...tasks, ...added].sort(byPlace) : tasks;
}

export const keptTasks = () => allTasks().filter((task) => statusOf(task.id) !== 'rejected');
export const countChecked = () => verdicts.size + added.length;

export function setVerdict(id, status) {
  if (isAdded(id)) return;
  const task = verdicts.get(id)?.task;
  verdicts.set(id, status === 'accepted' && task ? { status: 'corrected', task } : { status, ...(task && { task }) });
  save();
}

export function correct(id, task) {
  const at = added.findIndex((entry) => entry.id === id);
  if (at >= 0) added[at] = task;
  else verdicts.set(id, { status: 'corrected', task });
  save();
}

export function resetTask(id) {
  verdicts.delete(id);
  added = added.filter((task) => task.id !== id);
  save();
}

export function resetAll() {
  verdicts = new Map();
  added = [];
  save();
}

// Adds a task and gives it an id that no other has: that of its section with `+` and a number.
export function addTask(task) {
  const taken = new Set(allTasks().map((entry) => entry.id));
  let n = 1;
  while (taken.has(`${task.section ?? ''}+${n}`)) n += 1;
  const entry = { id: `${task.section ?? ''}+${n}`, ...task };
  added = [...added, entry];
  save();
  return entry.id;
}
