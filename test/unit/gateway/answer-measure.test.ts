/** What is measured of a JSON text before it is read. */
import { isWithin } from "../../../gateway/upstream/answer-measure.js";
import { Gathered } from "../../../gateway/upstream/gathered.js";

const LIMITS = { depth: 3, values: 5 };

it.each([
  ["[[[1]]]", true],
  ["[[[[1]]]]", false],
  ['[{"a":[]}]', true],
  ['[{"a":[{}]}]', false],
  ["[1,2,3,4,5]", true],
  ["[1,2,3,4,5,6]", false],
  ["[{},{}]", true],
  ["[{},{},{}]", false],
  // What stands in texts is no structure, whatever is escaped there.
  ['["[[[[[{{{{,,,,,,,"]', true],
  ['["\\"[[[[[[",1]', true],
  ['["\\\\",[[[1]]]]', false],
  ['["\\\\\\"[[[[",1]', true],
  ['["[[[[[', true],
  ["", true],
])("%j is within the limits: %s", (text, is) => expect(isWithin(text, LIMITS)).toBe(is));

it("bytes are one text, in however many parts they come, and characters may be cut", () => {
  const whole = "房屋".repeat(2_000);
  const bytes = Buffer.from(whole);
  for (const length of [1, 5, bytes.length]) {
    const gathered = new Gathered();
    let size = 0;
    for (let at = 0; at < bytes.length; at += length) size = gathered.add(bytes.subarray(at, at + length));
    expect([size, gathered.text()]).toEqual([bytes.length, whole]);
  }
  expect(new Gathered().text()).toBe("");
});
