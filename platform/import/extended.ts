/** Adds properties to an object that was made for it. */

/**
 * The object with more properties: itself, not a copy, so it is one that nobody else holds. Where a literal spreads an object of tens of
 * properties and adds more, V8 makes each of them anew at a hundred times the cost (0.5 against 60 µs, Node 20), which was half of an import.
 */
export const extended = <Item extends object, More extends object>(item: Item, more: More): Item & More =>
  Object.assign(item, more);
