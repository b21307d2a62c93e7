/** All mutants of the code (`npm run test:long`): every one is killed. */
import { availableParallelism } from "node:os";
import { writeFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import type { CodeMutant, TestSlice } from "../mutants/code-mutant.js";
import { CODE_MUTANTS } from "../mutants/code-mutants.js";
import { copySources } from "../mutants/run-code-mutant.js";

/** Works the list off in several copies of the sources at once. */
const inCopies = async <Item>(
  items: readonly Item[],
  work: (copy: ReturnType<typeof copySources>, item: Item, index: number) => Promise<void>,
): Promise<void> => {
  const left = [...items.entries()];
  const worker = async (): Promise<void> => {
    const copy = copySources();
    try {
      for (let next = left.shift(); next; next = left.shift()) await work(copy, next[1], next[0]);
    } finally {
      copy.remove();
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
};

/** Everything that the mutants' tests are, each file once. */
const slicesByFile = (): TestSlice[] => {
  const byFile = new Map<string, (string | undefined)[]>();
  for (const { tests } of CODE_MUTANTS) byFile.set(tests.file, [...(byFile.get(tests.file) ?? []), tests.name]);
  return [...byFile].map(([file, names]) => ({
    file,
    ...(names.includes(undefined) ? {} : { name: [...new Set(names)].join("|") }),
  }));
};

/** Writes what is decided so far: nothing of a run that is cut off is lost. */
const write = (verdicts: ReadonlyMap<CodeMutant, string | null>, started: number): void => {
  const decided = CODE_MUTANTS.filter((mutant) => verdicts.has(mutant));
  const survived = decided.filter((mutant) => verdicts.get(mutant) === null);
  const results = {
    measuredOn: new Date().toISOString().slice(0, 10),
    mutants: CODE_MUTANTS.length,
    killed: decided.length - survived.length,
    survived: survived.map(({ file, name }) => `${file}: ${name}`),
    notRun: CODE_MUTANTS.length - decided.length,
    seconds: Math.round((performance.now() - started) / 1_000),
    mutantsRun: decided.map((mutant) => ({
      name: mutant.name,
      file: mutant.file,
      tests: mutant.tests.file,
      killedBy: verdicts.get(mutant),
    })),
  };
  writeFileSync(projectPath("test/mutants/results/code.json"), `${JSON.stringify(results, null, 2)}\n`);
};

describe("the mutants of the code", () => {
  it("are all killed by their tests, which pass without them", async () => {
    const started = performance.now();
    const broken: string[] = [];
    await inCopies(slicesByFile(), async (copy, slice) => {
      const failing = await copy.brokenIn(slice);
      if (failing !== undefined) broken.push(`${slice.file}: ${failing}`);
    });
    expect(broken).toEqual([]);

    const verdicts = new Map<CodeMutant, string | null>();
    await inCopies(CODE_MUTANTS, async (copy, mutant) => {
      const killer = await copy.killerOf(mutant).catch((error: Error) => {
        process.stderr.write(`${error.message} ${String(error.cause)}\n`);
        return undefined;
      });
      verdicts.set(mutant, killer ?? null);
      if (verdicts.size % 25 !== 0) return;
      process.stderr.write(`${verdicts.size} of ${CODE_MUTANTS.length} mutants of the code\n`);
      write(verdicts, started);
    });
    write(verdicts, started);
    const survived = CODE_MUTANTS.filter((mutant) => verdicts.get(mutant) === null);
    expect(survived.map(({ name }) => name)).toEqual([]);
  }, 3_600_000);
});
