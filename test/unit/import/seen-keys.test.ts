/** Keys of a file that stand for different contents are found among many, and none else. */
import { createSeenKeys } from "../../../platform/import/seen-keys.js";

describe("keys that were seen", () => {
  it("differ where their contents do, however many others came between", () => {
    const seen = createSeenKeys();
    const differing: number[] = [];
    for (let index = 0; index < 50_000; index++)
      if (seen.differs(`key ${index}`, `row ${index}`)) differing.push(index);
    expect(differing).toEqual([]);
    for (let index = 0; index < 50_000; index++)
      if (seen.differs(`key ${index}`, index % 1_000 === 7 ? "another" : `row ${index}`)) differing.push(index);
    expect(differing).toEqual(Array.from({ length: 50 }, (_, index) => index * 1_000 + 7));
  });

  it("are compared with what stood there first", () => {
    const seen = createSeenKeys();
    expect(["a", "b", "b", "a"].map((contents) => seen.differs("key", contents))).toEqual([false, true, true, false]);
  });

  it("may be nothing and have nothing beside them", () => {
    const seen = createSeenKeys();
    expect([seen.differs("", ""), seen.differs("", ""), seen.differs("", "x")]).toEqual([false, false, true]);
  });
});
