// SPDX-License-Identifier: MIT
import { byId } from './dom.js';

// What the page says, in Chinese and English: words.zh.json and words.en.json.
const words = {
  zh: JSON.parse(byId('words-zh').textContent),
  en: JSON.parse(byId('words-en').textContent),
};
let spoken = 'zh';

export const ownLanguage = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';

// The word for a key, with `{name}` filled in from values.
export function say(key, values = {}) {
  const text = words[spoken][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

// Sets the language and every word that stands in `root` already: `data-word` is the text of an element,
// `data-word-label` its label and tooltip, `data-word-hint` the placeholder of a field.
export function setLanguage(language, root = document) {
  spoken = language;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  sayIn(root);
}

export function sayIn(root) {
  for (const element of root.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word);
  for (const element of root.querySelectorAll('[data-word-hint]')) element.placeholder = say(element.dataset.wordHint);
  for (const element of root.querySelectorAll('[data-word-label]')) {
    const label = say(element.dataset.wordLabel);
    element.setAttribute('aria-label', label);
    if (element.tagName === 'BUTTON') element.title = label;
  }
}
