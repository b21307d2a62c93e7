/** `npm run bench -- writes`: what a submit and a decision cost beside reading the same case, CPU of gateway and services in one process, and how late reads come beside writes; asserts no time. */
import "reflect-metadata";
import { runMain } from "../../platform/config/index.js";
import type { TestStack } from "../support/stack.js";
import { wholeDraft } from "../support/verbs/cases.js";
import { measureOnStack } from "./bench-stack.js";
import { measureWriteLoad } from "./write-load.js";

const CASES = Number(process.env["BENCH_SAMPLES"] ?? 300);

const SHOWN = "caseNo state version deadline { dueOn } steps { name }";
const READ = `query Read($caseNo: ID!) { serviceCase(caseNo: $caseNo) { ${SHOWN} } }`;
const verb = (name: string, input: string): string =>
  `mutation Write($input: ${input}!) { done: ${name}(input: $input) { case { ${SHOWN} } } }`;

/** A step that is taken of every case. */
interface Step {
  readonly name: string;
  readonly viewer: string;
  readonly query: string;
  readonly variables: (caseNo: string, version: number) => object;
}

const step = (name: string, viewer: string, input: string, more: object = {}): Step => ({
  name,
  viewer,
  query: verb(name, input),
  variables: (caseNo, expectedVersion) => ({ input: { caseNo, expectedVersion, ...more } }),
});

const read = (viewer: string): Step => ({ name: "read", viewer, query: READ, variables: (caseNo) => ({ caseNo }) });

/** In their order; each writes what the next needs. */
const STEPS: readonly Step[] = [
  step("submitCase", "citizen-1", "SubmitCaseInput"),
  read("citizen-1"),
  step("receiveCase", "officer-1", "CaseStepInput"),
  step("acceptCase", "officer-1", "AcceptCaseInput", { acceptanceNo: "受2026-1" }),
  step("decideCase", "officer-1", "DecideCaseInput", { outcome: "GRANTED" }),
  read("officer-1"),
];

const ask = async (stack: TestStack, { query, viewer }: Step, variables: object): Promise<string> => {
  const { body } = await stack.ask(query, { viewer, variables });
  if (body.errors) throw new Error(JSON.stringify(body.errors).slice(0, 300));
  return (body.data.done?.case ?? body.data.serviceCase).caseNo as string;
};

const measure = async (stack: TestStack): Promise<object> => {
  const input = await wholeDraft(stack);
  const draft = { ...step("draftCase", "citizen-1", "DraftCaseInput"), name: "draftCase" };
  const numbers: string[] = [];
  for (let index = 0; index < CASES; index++) numbers.push(await ask(stack, draft, { input }));
  const spent: { step: string; viewer: string; cpuMs: number }[] = [];
  let version = 1;
  for (const each of STEPS) {
    const before = process.cpuUsage();
    for (const caseNo of numbers) await ask(stack, each, each.variables(caseNo, version));
    const { user, system } = process.cpuUsage(before);
    spent.push({ step: each.name, viewer: each.viewer, cpuMs: Number(((user + system) / 1_000 / CASES).toFixed(3)) });
    if (each.name !== "read") version += 1;
  }
  const cpuOf = (name: string, viewer: string): number =>
    spent.find((each) => each.step === name && each.viewer === viewer)!.cpuMs;
  return {
    cases: CASES,
    spent,
    submitToRead: Number((cpuOf("submitCase", "citizen-1") / cpuOf("read", "citizen-1")).toFixed(2)),
    decideToRead: Number((cpuOf("decideCase", "officer-1") / cpuOf("read", "officer-1")).toFixed(2)),
    most: 3,
    load: await measureWriteLoad(),
  };
};

await runMain(() => measureOnStack("writes", measure));
