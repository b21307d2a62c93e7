/** All mutants of the policy table (`npm run test:long`): every one is killed. */
import { writeFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { policyMutants, type PolicyMutant } from "../mutants/policy-mutants.js";
import { ASKED_FOR_THE_PUBLIC, killerOf } from "../mutants/run-policy-mutant.js";
import { startStack } from "../support/stack.js";

describe("the mutants of the policy table", () => {
  it("are all killed by the hand-typed matrix", async () => {
    const stack = await startStack();
    const started = performance.now();
    const counts: Partial<Record<PolicyMutant["kind"], number>> = {};
    const survived: string[] = [];
    const killed = { byLetters: 0, byPruning: 0 };
    const mutants = policyMutants(loadPolicy());
    try {
      for (const [index, mutant] of mutants.entries()) {
        counts[mutant.kind] = (counts[mutant.kind] ?? 0) + 1;
        const killer = await killerOf(stack, mutant);
        if (killer === undefined) survived.push(mutant.name);
        else if (killer === ASKED_FOR_THE_PUBLIC) killed.byPruning += 1;
        else killed.byLetters += 1;
        if (index % 50 === 49)
          process.stderr.write(`${index + 1} of ${mutants.length} mutants, ${survived.length} survived\n`);
      }
    } finally {
      await stack.stop();
    }
    writeFileSync(
      projectPath("test/mutants/results/policy.json"),
      `${JSON.stringify(
        {
          measuredOn: new Date().toISOString().slice(0, 10),
          policy: loadPolicy().hash,
          mutants: mutants.length,
          counts,
          killed,
          survived,
          seconds: Math.round((performance.now() - started) / 1_000),
        },
        null,
        2,
      )}\n`,
    );
    expect(survived).toEqual([]);
  }, 900_000);
});
