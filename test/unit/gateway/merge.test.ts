/** What services give is merged: nothing that came is lost by what came later. */
import { mergeInto } from "../../../gateway/engine/compiled/merge.js";

describe("what came later", () => {
  it.each<[string, object, object, object]>([
    ["adds fields to an object", { a: { x: 1 } }, { a: { y: 2 } }, { a: { x: 1, y: 2 } }],
    [
      "adds fields to objects of a list, by position",
      { a: [{ x: 1 }, null] },
      { a: [{ y: 2 }, { y: 3 }] },
      { a: [{ x: 1, y: 2 }, { y: 3 }] },
    ],
    [
      "takes nothing away by null",
      { a: { x: 1 }, b: [{ x: 1 }] },
      { a: null, b: [null] },
      { a: { x: 1 }, b: [{ x: 1 }] },
    ],
    ["takes the place of a null", { a: null }, { a: { x: 1 } }, { a: { x: 1 } }],
    [
      "takes the place of a list of another length",
      { a: [{ x: 1 }] },
      { a: [{ y: 1 }, { y: 2 }] },
      { a: [{ y: 1 }, { y: 2 }] },
    ],
    [
      "takes the place of another kind of value",
      { a: "text", b: [1] },
      { a: { x: 1 }, b: { x: 1 } },
      { a: { x: 1 }, b: { x: 1 } },
    ],
  ])("%s", (_case, target, source, merged) => {
    mergeInto(target as Record<string, unknown>, source as Record<string, unknown>);
    expect(target).toEqual(merged);
  });
});
