/** All mutants of the policy table (`npm run test:long`): every one is killed, or stands with its reason in the table of equivalent ones. */
import { writeFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { loadPolicy } from "../../platform/subgraph/index.js";
import { EQUIVALENT } from "../mutants/equivalent.js";
import { policyMutants, type PolicyMutant } from "../mutants/policy-mutants.js";
import { killerOf } from "../mutants/run-policy-mutant.js";
import { startStack } from "../support/stack.js";

describe("the mutants of the policy table", () => {
  it("are killed by the hand-typed matrix, all but those that change nothing", async () => {
    const stack = await startStack();
    const started = performance.now();
    const counts: Partial<Record<PolicyMutant["kind"], number>> = {};
    const survived: string[] = [];
    let killed = 0;
    const mutants = policyMutants(loadPolicy());
    try {
      for (const [index, mutant] of mutants.entries()) {
        counts[mutant.kind] = (counts[mutant.kind] ?? 0) + 1;
        if ((await killerOf(stack, mutant)) === undefined) survived.push(mutant.name);
        else killed += 1;
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
          equivalent: survived.filter((name) => EQUIVALENT[name] !== undefined),
          survived: survived.filter((name) => EQUIVALENT[name] === undefined),
          seconds: Math.round((performance.now() - started) / 1_000),
        },
        null,
        2,
      )}\n`,
    );
    expect(survived.filter((name) => EQUIVALENT[name] === undefined)).toEqual([]);
    expect(Object.keys(EQUIVALENT).filter((name) => !survived.includes(name))).toEqual([]);
  }, 900_000);
});
