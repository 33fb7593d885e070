// SPDX-License-Identifier: MIT
import { ownLanguage } from './words.js';

// What is shown, kept in the hash of the address, so that a link or a reload shows the same.
export const defaults = {
  view: 'table', q: '', unit: '', role: '', kind: '', status: '', from: '', to: '', sort: 'id', dir: 'asc', task: '',
  lang: ownLanguage,
};
const choices = {
  view: ['table', 'timeline', 'matrix', 'targets', 'diagnostics', 'source'],
  role: ['', 'lead', 'responsible', 'cooperate', 'participate', 'supervise', 'implement'],
  kind: ['', 'task', 'goal', 'phase', 'safeguard'],
  status: ['', 'open', 'accepted', 'corrected', 'rejected', 'added'],
  sort: ['id', 'status', 'task', 'units', 'due', 'kind'],
  dir: ['asc', 'desc'],
  lang: ['zh', 'en'],
};

export const state = { ...defaults };
const watchers = [];

// Calls `react(changed)` when one of `keys` changes; `changed` is the set of all that did.
export function watch(keys, react) {
  watchers.push({ keys, react });
}

export function tell(changed) {
  for (const { keys, react } of watchers) if (keys.some((key) => changed.has(key))) react(changed);
}

export function update(patch) {
  const changed = new Set(Object.keys(patch).filter((key) => state[key] !== patch[key]));
  if (changed.size === 0) return;
  Object.assign(state, patch);
  const hash = new URLSearchParams(Object.entries(state).filter(([key, value]) => value !== defaults[key])).toString();
  history.replaceState(null, '', `#${hash}`);
  tell(changed);
}

// The state that the address asks for; what makes no sense in it is passed over.
export function readHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const read = {};
  for (const [key, value] of Object.entries(defaults)) {
    const wanted = given.get(key) ?? value;
    read[key] = choices[key] && !choices[key].includes(wanted) ? value : wanted;
  }
  return read;
}
