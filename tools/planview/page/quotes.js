// SPDX-License-Identifier: MIT
// Finding quotes in the way in which gold is read: in order, blind to white space (tests/score/gold.cpp).

const space = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

export const squeeze = (text) => Array.from(text).filter((c) => !space.test(c)).join('');

// The text without white space; `index` has the offset in code points of each UTF-16 unit that is kept.
export function makeFinder(text) {
  const kept = [];
  const index = [];
  let at = 0;
  for (const character of text) {
    if (!space.test(character)) {
      kept.push(character);
      for (let i = 0; i < character.length; i += 1) index.push(at);
    }
    at += 1;
  }
  const flat = kept.join('');
  // First kept unit at or behind an offset in code points.
  const place = (points) => {
    let low = 0;
    let high = index.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index[middle] < points) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { flat, index, place };
}

const isTrail = (flat, at) => /[\udc00-\udfff]/.test(flat[at] ?? '');

// The shortest quote from `begin` on, at least `least` long, that is found nowhere in [from, begin). Null where the
// text has none.
export function quoteFromBegin(flat, from, begin, least) {
  for (let length = least; length <= 2000; length += length < 40 ? 1 : 20) {
    const end = begin + length;
    if (isTrail(flat, end)) continue;
    const quote = flat.slice(begin, end);
    if (flat.indexOf(quote, from) === begin) return quote;
    if (end >= flat.length) return null;
  }
  return null;
}

// The shortest quote that ends at `end`, at least `least` long, and is found in [begin, end) at no other place before.
export function quoteToEnd(flat, begin, end, least) {
  for (let length = Math.min(least, end - begin); length <= end - begin; length += 1) {
    const at = end - length;
    if (isTrail(flat, at)) continue;
    const quote = flat.slice(at, end);
    if (flat.indexOf(quote, begin) === at) return quote;
  }
  return flat.slice(begin, end);
}
