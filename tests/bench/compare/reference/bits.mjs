// Sets of documents as bits, 32 to a number.

export function bits(size) {
  return new Uint32Array((size + 31) >>> 5);
}

export function insert(set, document) {
  set[document >>> 5] |= 1 << (document & 31);
}

export function intersect(set, other) {
  for (let at = 0; at < set.length; at += 1) set[at] &= other[at];
}

export function unite(set, other) {
  for (let at = 0; at < set.length; at += 1) set[at] |= other[at];
}

function ones(word) {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function count(set) {
  let sum = 0;
  for (let at = 0; at < set.length; at += 1) sum += ones(set[at]);
  return sum;
}

export function countBoth(set, other) {
  let sum = 0;
  for (let at = 0; at < set.length; at += 1) sum += ones(set[at] & other[at]);
  return sum;
}

// The documents of a set that has `total`, in rising order.
export function members(set, total) {
  const found = new Uint32Array(total);
  let end = 0;
  for (let at = 0; at < set.length; at += 1) {
    for (let left = set[at]; left !== 0; left &= left - 1) {
      found[end] = (at << 5) + 31 - Math.clz32(left & -left);
      end += 1;
    }
  }
  return found;
}
