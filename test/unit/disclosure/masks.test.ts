/** [D03] Masks, and what they never let through. */
import fc from "fast-check";
import { applyMask } from "../../../platform/disclosure/enforcement/index.js";
import { type Mask, MASKS } from "../../../platform/disclosure/vocabulary/index.js";
import { createPersons } from "../../../infra/local/persons.js";
import { COUNTIES } from "../../../infra/local/catalogue.js";

describe("a mask", () => {
  it.each<[Mask, unknown, string | null]>([
    ["NAME", "张小明", "张**"],
    ["NAME", "欧阳小明", "欧阳**"],
    ["NAME", "欧阳锋", "欧阳*"],
    ["NAME", "司马", "司*"],
    ["NAME", "王五", "王*"],
    ["NAME", "李", "李*"],
    ["NAME", "阿依古丽·买买提", "阿*******"],
    ["NAME", "𠮷田", "𠮷*"],
    ["ID_NUMBER", "990101199001010019", "990*************19"],
    ["ID_NUMBER", "99010119900101001x", "990*************1X"],
    ["ID_NUMBER", "12345", "*****"],
    ["PHONE", "13800138000", "138******00"],
    ["PHONE", "12345", "*****"],
    ["ACCOUNT", "6222020200012345678", "***************5678"],
    ["ACCOUNT", "1234", "****"],
    ["ADDRESS", "吉林省延边州延吉市河南街12号3单元", "吉林省延边州延吉市***"],
    ["ADDRESS", "河南街12号", "***"],
    ["AMOUNT_BAND", 123_456n, "1000-5000"],
    ["AMOUNT_BAND", "999.99", "<1000"],
    ["AMOUNT_BAND", "1000", "1000-5000"],
    ["AMOUNT_BAND", "80000000.00", "≥10000000"],
    ["AMOUNT_BAND", "about a thousand", null],
    ["NAME", 42, null],
    ["NAME", null, null],
    ["PHONE", { phone: "13800138000" }, null],
  ])("%s turns %p into %p", (mask, value, masked) => expect(applyMask(mask, value)).toBe(masked));

  it("never gives the value back", () => {
    const digits = fc.stringMatching(/^\d{4,24}$/);
    const text = fc.string({ unit: "grapheme", minLength: 2, maxLength: 40 }).filter((value) => value.trim() !== "");
    fc.assert(
      fc.property(fc.constantFrom(...MASKS), fc.oneof(digits, text), (mask, value) => {
        const masked = applyMask(mask, value);
        expect(masked === null || masked !== value || /^\*+$/.test(value)).toBe(true);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });

  it("leaves of an identity number neither the day of birth nor the running number", () => {
    for (const { idNumber } of createPersons(COUNTIES))
      expect(applyMask("ID_NUMBER", idNumber)).not.toContain(idNumber.slice(6, 14));
  });

  it("[D03] leaves no one of the seed's 500 persons alone under a masked name and address", () => {
    const groups = new Map<string, number>();
    // The three before them are named for the demonstration.
    for (const { name, address } of createPersons(COUNTIES).slice(3)) {
      const seen = `${applyMask("NAME", name)} ${applyMask("ADDRESS", address)}`;
      groups.set(seen, (groups.get(seen) ?? 0) + 1);
    }
    expect([...groups].filter(([, count]) => count < 5)).toEqual([]);
    expect(groups.size).toBeGreaterThan(20);
  });
});
