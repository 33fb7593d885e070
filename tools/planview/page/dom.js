// SPDX-License-Identifier: MIT
// Elements are made by hand and text is set as text: nothing that a notice says is ever parsed as markup.

export const byId = (id) => document.getElementById(id);

// Attributes whose value is a function are event handlers (`onclick`); true sets an empty attribute; false, null and
// undefined set none.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const isTyping = (target) => target instanceof Element && target.closest('input, select, textarea') !== null;

// A short message at the foot of the page.
let toastTimer = 0;
export function showToast(text) {
  const toast = byId('toast');
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 6000);
}
