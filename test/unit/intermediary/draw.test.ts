/** The draw by lot: typed vectors, an implementation of its own, and what must break when a fact is changed. */
import { createHash, webcrypto } from "node:crypto";
import fc from "fast-check";
import { draw, recomputes } from "../../../platform/domain/index.js";

/** A second implementation from the README alone: Web Crypto, long division on the digits, no number larger than 2^53. */
const drawIndependently = async (
  projectNo: string,
  ids: readonly string[],
  value: string,
): Promise<{ hash: string; seed: string; selected: string }> => {
  const digest = async (text: string): Promise<string> =>
    [...new Uint8Array(await webcrypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
  const encoder = new TextEncoder();
  const sorted = [...ids].sort((a, b) => {
    const [x, y] = [encoder.encode(a), encoder.encode(b)];
    for (let index = 0; index < Math.min(x.length, y.length); index++)
      if (x[index] !== y[index]) return x[index]! - y[index]!;
    return x.length - y.length;
  });
  const hash = await digest(sorted.join("\n"));
  const seed = await digest([value, projectNo, hash].join("\n"));
  let rest = 0;
  for (const digit of seed) rest = (rest * 16 + Number.parseInt(digit, 16)) % sorted.length;
  return { hash, seed, selected: sorted[rest]! };
};

const facts = { projectNo: "XM-1", candidates: ["CN-USCC-B", "CN-USCC-A", "CN-USCC-C"], sourceValue: "03 11 17" };

describe("a draw", () => {
  it("gives what a calculator gives, step by step", () => {
    const hex = (text: string): string => createHash("sha256").update(text).digest("hex");
    const hash = hex("CN-USCC-A\nCN-USCC-B\nCN-USCC-C");
    expect(draw(facts)).toEqual({
      candidates: ["CN-USCC-A", "CN-USCC-B", "CN-USCC-C"],
      candidateListHash: hash,
      seed: hex(`03 11 17\nXM-1\n${hash}`),
      position: 2,
      selected: "CN-USCC-C",
    });
    // Typed from `printf 'CN-USCC-A\nCN-USCC-B\nCN-USCC-C' | sha256sum`.
    expect(hash).toBe("6fe651eb6b5175d3a5c726e8e29e7f320b1b5a36aab9a97c75ccdd0d96522c02");
  });

  it("is the same in a second implementation, for any facts", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" }).filter((id) => !id.includes("\n")),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        fc.string({ maxLength: 20 }),
        fc.string({ maxLength: 40 }),
        async (candidates, projectNo, sourceValue) => {
          const ours = draw({ projectNo, candidates, sourceValue })!;
          const theirs = await drawIndependently(projectNo, candidates, sourceValue);
          expect([ours.candidateListHash, ours.seed, ours.selected]).toEqual([
            theirs.hash,
            theirs.seed,
            theirs.selected,
          ]);
        },
      ),
    ));

  it("does not depend on the order in which bids came in", () => {
    expect(draw({ ...facts, candidates: [...facts.candidates].reverse() })).toEqual(draw(facts));
  });

  it("selects every candidate about equally often", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 3_000; index++) {
      const { selected } = draw({ ...facts, sourceValue: `value ${index}` })!;
      counts.set(selected, (counts.get(selected) ?? 0) + 1);
    }
    // Three standard deviations about 1,000.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(78);
    expect(counts.size).toBe(3);
  });

  it.each([
    ["no candidate", []],
    ["one twice", ["CN-USCC-A", "CN-USCC-A"]],
  ])("is none with %s", (_case, candidates) => expect(draw({ ...facts, candidates })).toBeUndefined());
});

describe("a published draw", () => {
  const result = draw(facts)!;
  const published = { ...facts, ...result, sourceValue: facts.sourceValue };

  it("recomputes", () => expect(recomputes(published)).toBe(true));

  it.each([
    ["a candidate is changed", { candidates: ["CN-USCC-A", "CN-USCC-B", "CN-USCC-D"] }],
    ["a candidate is left out", { candidates: ["CN-USCC-A", "CN-USCC-B"] }],
    ["a candidate is added", { candidates: [...result.candidates, "CN-USCC-D"] }],
    ["the value is changed", { sourceValue: "03 11 18" }],
    ["another project claims it", { projectNo: "XM-2" }],
    ["the seed is changed", { seed: result.seed.replace(/^./, (digit) => (digit === "0" ? "1" : "0")) }],
    ["the hash is changed", { candidateListHash: "0".repeat(64) }],
    ["another is selected", { selected: "CN-USCC-A" }],
  ])("breaks when %s", (_case, change) => expect(recomputes({ ...published, ...change })).toBe(false));
});
