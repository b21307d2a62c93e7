/** All mutants of the code (`npm run test:long`): every one is killed. What was killed as its source and its tests are is not run again. */
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { readFileSync, writeFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import type { CodeMutant, TestSlice } from "../mutants/code-mutant.js";
import { CODE_MUTANTS } from "../mutants/code-mutants.js";
import { copySources } from "../mutants/run-code-mutant.js";

const RESULTS = projectPath("test/mutants/results/code.json");

/** What is written of one mutant. */
interface Verdict {
  readonly name: string;
  readonly file: string;
  readonly tests: string;
  /** Name of the test that noticed; null where none did. */
  readonly killedBy: string | null;
  readonly measuredOn: string;
  /** Of what it was measured: the beginning of SHA-256 of change, source and tests. */
  readonly of: string;
}

const today = (): string => new Date().toISOString().slice(0, 10);

const measured = ({ file, find, replace, tests }: CodeMutant): string => {
  const contents = [file, tests.file].map((path) => readFileSync(projectPath(path), "utf8"));
  return createHash("sha256")
    .update(JSON.stringify([find, replace, tests, contents]))
    .digest("hex")
    .slice(0, 16);
};

/** Mutants that were killed as they are now. */
const killedBefore = (): Map<CodeMutant, Verdict> => {
  const { mutantsRun } = JSON.parse(readFileSync(RESULTS, "utf8")) as { readonly mutantsRun: readonly Verdict[] };
  return new Map(
    CODE_MUTANTS.flatMap((mutant) => {
      const of = measured(mutant);
      const known = mutantsRun.find(
        (verdict) => verdict.name === mutant.name && verdict.file === mutant.file && verdict.of === of,
      );
      return known === undefined || known.killedBy === null ? [] : [[mutant, known] as const];
    }),
  );
};

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
const slicesByFile = (mutants: readonly CodeMutant[]): TestSlice[] => {
  const byFile = new Map<string, (string | undefined)[]>();
  for (const { tests } of mutants) byFile.set(tests.file, [...(byFile.get(tests.file) ?? []), tests.name]);
  return [...byFile].map(([file, names]) => ({
    file,
    ...(names.includes(undefined) ? {} : { name: [...new Set(names)].join("|") }),
  }));
};

/** Writes what is decided so far: nothing of a run that is cut off is lost, and the next one goes on from there. */
const write = (verdicts: ReadonlyMap<CodeMutant, Verdict>): void => {
  const decided = CODE_MUTANTS.flatMap((mutant) => verdicts.get(mutant) ?? []);
  const survived = decided.filter(({ killedBy }) => killedBy === null);
  const results = {
    measuredOn: today(),
    mutants: CODE_MUTANTS.length,
    killed: decided.length - survived.length,
    survived: survived.map(({ file, name }) => `${file}: ${name}`),
    notRun: CODE_MUTANTS.length - decided.length,
    mutantsRun: decided,
  };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
};

describe("the mutants of the code", () => {
  it("are all killed by their tests, which pass without them", async () => {
    const verdicts = killedBefore();
    const left = CODE_MUTANTS.filter((mutant) => !verdicts.has(mutant));
    const broken: string[] = [];
    await inCopies(slicesByFile(left), async (copy, slice) => {
      const failing = await copy.brokenIn(slice);
      if (failing !== undefined) broken.push(`${slice.file}: ${failing}`);
    });
    expect(broken).toEqual([]);

    await inCopies(left, async (copy, mutant) => {
      const killer = await copy.killerOf(mutant).catch((error: Error) => {
        process.stderr.write(`${error.message} ${String(error.cause)}\n`);
        return undefined;
      });
      verdicts.set(mutant, {
        ...{ name: mutant.name, file: mutant.file, tests: mutant.tests.file, killedBy: killer ?? null },
        ...{ measuredOn: today(), of: measured(mutant) },
      });
      if (verdicts.size % 10 !== 0) return;
      process.stderr.write(`${verdicts.size} of ${CODE_MUTANTS.length} mutants of the code\n`);
      write(verdicts);
    });
    write(verdicts);
    expect(CODE_MUTANTS.flatMap((mutant) => (verdicts.get(mutant)?.killedBy ? [] : [mutant.name]))).toEqual([]);
  }, 7_200_000);
});
