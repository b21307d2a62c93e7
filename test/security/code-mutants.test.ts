/** The mutants of the code are of the code that is there; three of them, others whenever it changes, are killed for real. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { mutated } from "../mutants/code-mutant.js";
import { CODE_MUTANTS } from "../mutants/code-mutants.js";
import { copySources, type SourceCopy } from "../mutants/run-code-mutant.js";

const sourceOf = (file: string): string => readFileSync(projectPath(file), "utf8");

describe("the mutants of the code", () => {
  it.each(CODE_MUTANTS.map((mutant) => [mutant.name, mutant] as const))("change something: %s", (_name, mutant) => {
    const source = sourceOf(mutant.file);
    expect(mutated(mutant, source)).not.toBe(source);
  });

  it("name tests that there are", () => {
    const named = CODE_MUTANTS.flatMap(({ tests: { file, name } }) => (name === undefined ? [] : [{ file, name }]));
    // A pattern that begins a test's name may begin one that is made of a table.
    const isThere = ({ file, name }: { file: string; name: string }): boolean => new RegExp(name).test(sourceOf(file));
    expect(named.filter((tests) => !tests.name.startsWith("^") && !isThere(tests))).toEqual([]);
  });

  it("have names of their own", () => {
    const names = CODE_MUTANTS.map(({ file, name }) => `${file}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** Mutants whose tests start neither servers nor a composer: each takes about a second. */
const quick = CODE_MUTANTS.filter(({ tests }) => tests.file.startsWith("test/unit/disclosure/"));

/** Pseudo-random order that the mutated sources seed, so that a run can be had again. */
const sampled = (count: number): typeof quick => {
  const files = [...new Set(CODE_MUTANTS.map(({ file }) => file))].sort();
  const sources = createHash("sha256").update(files.map(sourceOf).join()).digest("hex");
  const placeOf = (name: string): string => createHash("sha256").update(`${sources}${name}`).digest("hex");
  return quick
    .map((mutant) => ({ mutant, place: placeOf(mutant.name) }))
    .sort((left, right) => (left.place < right.place ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
};

describe("a sample of them", () => {
  const sample = sampled(3);
  let copy: SourceCopy;
  beforeAll(() => {
    copy = copySources();
  });
  afterAll(() => copy.remove());

  it.each(sample.map((mutant) => [mutant.name, mutant] as const))(
    "is killed: %s",
    async (_name, mutant) => {
      expect(await copy.killerOf(mutant)).toEqual(expect.any(String));
    },
    120_000,
  );

  it("is of mutants whose tests pass without them", async () => {
    for (const file of new Set(sample.map(({ tests }) => tests.file)))
      expect(await copy.brokenIn({ file })).toBeUndefined();
  });
});
