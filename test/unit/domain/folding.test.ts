/** Folding: no text of a caller is folded beyond its first thousand units, whatever it is sent as. */
import { foldCode, foldText, parseDivisionCode, parseTaskCode, parseUscc } from "../../../platform/domain/index.js";
import {
  isDocumentNumber,
  isValidOrgCode,
  isValidResidentId,
  parseIndexNumber,
} from "../../../platform/domain/index.js";
import { searchQuery } from "../../../platform/database/index.js";

/** Lengths of the texts that were normalised meanwhile. */
const folded = (run: () => unknown): number[] => {
  const lengths: number[] = [];
  const { normalize } = String.prototype;
  String.prototype.normalize = function (this: string, form?: string) {
    lengths.push(this.length);
    return normalize.call(this, form);
  };
  try {
    run();
  } catch {
    // A refusal is as good as an answer.
  } finally {
    String.prototype.normalize = normalize;
  }
  return lengths;
};

const LONG = "甲".repeat(240_000);

describe("a text of 240,000 characters", () => {
  it("is searched by its beginning, and only that is folded", () => {
    expect(folded(() => searchQuery(LONG))).toEqual([1_000]);
    expect(searchQuery(LONG)).toBe(searchQuery("甲".repeat(64)));
  });

  it.each([
    ["a credit code", parseUscc],
    ["a division", parseDivisionCode],
    ["a matter's code", parseTaskCode],
    ["an index number", parseIndexNumber],
    ["an organisation code", isValidOrgCode],
    ["an identity number", (text: string) => isValidResidentId(text, "2026-09-28")],
    ["a document number", isDocumentNumber],
  ] as const)("is no code, and not folded as %s", (_name, read) => {
    for (const length of folded(() => read(LONG))) expect(length).toBeLessThanOrEqual(1_000);
  });

  it("is no code by its beginning", () => {
    expect(parseUscc("91990101MA9000011P ")).toBe("91990101MA9000011P");
    expect(() => parseUscc(`91990101MA9000011P${" ".repeat(2_000)}x`)).toThrow("A credit code has 18 characters.");
    expect(foldCode(` ａ${"b".repeat(1_000)}`)).toBe(` ａ${"b".repeat(1_000)}`);
  });

  it("is not cut within a character", () => {
    expect(foldText(`${"a".repeat(999)}𠀀b`)).toBe("a".repeat(999));
    expect(foldText(`${"a".repeat(998)}𠀀b`)).toBe(`${"a".repeat(998)}𠀀`);
  });
});
