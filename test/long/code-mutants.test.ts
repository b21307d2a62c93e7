/** All mutants of the code (`npm run test:long`): every one is killed. What was killed as its source and its tests are is not run again. */
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { readFileSync, writeFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import type { CodeMutant, TestSlice } from "../mutants/code-mutant.js";
import { CODE_MUTANTS } from "../mutants/code-mutants.js";
import { copySources } from "../mutants/run-code-mutant.js";

const RESULTS = projectPath("test/mutants/results/code.json");

/** Only mutants of source files that match it (a regular expression) are run. @default all */
const ONLY = new RegExp(process.env["MUTANTS"] ?? "");

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
  work: (copy: ReturnType<typeof copySources>, item: Item) => Promise<void>,
): Promise<void> => {
  const left = [...items];
  const worker = async (): Promise<void> => {
    const copy = copySources();
    try {
      for (let next = left.shift(); next; next = left.shift()) await work(copy, next);
    } finally {
      copy.remove();
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
};

/** Mutants that one file of tests is to kill. */
interface Group {
  readonly file: string;
  readonly mutants: readonly CodeMutant[];
}

/** By file of tests: those first that start nothing, then those that start servers, then those that need a database, so that a run that is cut off has decided most. */
const groupsOf = (mutants: readonly CodeMutant[]): Group[] => {
  const byFile = new Map<string, CodeMutant[]>();
  for (const mutant of mutants) byFile.set(mutant.tests.file, [...(byFile.get(mutant.tests.file) ?? []), mutant]);
  const groups = [...byFile].map(([file, ofFile]) => ({ file, mutants: ofFile }));
  const cost = ({ file }: Group): number =>
    file.startsWith("test/unit/gateway/") ? 1 : file.startsWith("test/unit/") ? 0 : 2;
  return groups.sort((one, other) => cost(one) - cost(other));
};

/** All tests of a group. */
const sliceOf = ({ file, mutants }: Group): TestSlice => {
  const names = new Set(mutants.map(({ tests }) => tests.name));
  return names.has(undefined) ? { file } : { file, name: [...names].join("|") };
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
    const broken: string[] = [];
    const wanted = CODE_MUTANTS.filter(({ file }) => ONLY.test(file));
    await inCopies(groupsOf(wanted.filter((mutant) => !verdicts.has(mutant))), async (copy, group) => {
      const failing = await copy.brokenIn(sliceOf(group));
      if (failing !== undefined) return void broken.push(`${group.file}: ${failing}`);
      for (const mutant of group.mutants) {
        const killer = await copy.killerOf(mutant).catch((error: Error) => {
          process.stderr.write(`${error.message} ${String(error.cause)}\n`);
          return undefined;
        });
        verdicts.set(mutant, {
          ...{ name: mutant.name, file: mutant.file, tests: mutant.tests.file, killedBy: killer ?? null },
          ...{ measuredOn: today(), of: measured(mutant) },
        });
        if (verdicts.size % 10 === 0) write(verdicts);
      }
      write(verdicts);
      process.stderr.write(`${verdicts.size} of ${CODE_MUTANTS.length} mutants of the code, after ${group.file}\n`);
    });
    write(verdicts);
    expect(broken).toEqual([]);
    expect(wanted.flatMap((mutant) => (verdicts.get(mutant)?.killedBy ? [] : [mutant.name]))).toEqual([]);
  }, 7_200_000);
});
