/** A refused step tells its article, the present state and what may be done instead to whoever may know of the record, and nothing to others. */
import "reflect-metadata";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { toFormattedError } from "../../../platform/errors/index.js";
import { next, ruleViolation } from "../../../platform/machine/index.js";
import { CASE } from "../../../subgraphs/matters/service-case/service-case.machine.js";
import { WHOSE_CASE } from "../../../subgraphs/matters/service-case/service-case.policy.js";
import { CaseState } from "../../../subgraphs/matters/service-case/service-case.state.js";
import { startFixtureGateway } from "../../support/fixture-gateway.js";
import { startFixtureSubgraph } from "../../support/fixture-subgraphs.js";
import { VIEWERS } from "../../support/viewers.js";

type Shown = { readonly message: string; readonly extensions: Record<string, unknown> };

const STEP = { basis: "行政许可法 第四十二条", state: "REVIEW", next: ["DECIDE", "SUSPEND"] };

describe("through the gateway", () => {
  let close: () => Promise<void>;
  let told: (extensions: object) => Promise<Shown>;
  beforeAll(async () => {
    const [shops, ratings] = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
    const gateway = await startFixtureGateway([shops, ratings]);
    told = async (extensions) => {
      shops.fail((response) =>
        response
          .writeHead(200, { "content-type": "application/json" })
          .end(JSON.stringify({ data: null, errors: [{ message: "Refused.", extensions }] })),
      );
      const answer = await fetch(new URL("/graphql", gateway.url), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: `{ shop(id: "1") { id } }` }),
      });
      const { errors } = (await answer.json()) as { errors: Shown[] };
      expect(errors).toHaveLength(1);
      return errors[0]!;
    };
    close = async () => {
      await gateway.stop();
      await Promise.all([shops.stop(), ratings.stop()]);
    };
  });
  afterAll(() => close());

  it("a RULE_VIOLATION has article, state and what is allowed next", async () => {
    const { message, extensions } = await told({ code: "RULE_VIOLATION", reason: "STATE", ...STEP, row: "secret" });
    expect(message).toBe("Refused.");
    expect(extensions).toEqual({ code: "RULE_VIOLATION", reason: "STATE", service: "shops", ...STEP });
  });

  it.each(["NOT_FOUND", "FORBIDDEN", "CONFLICT", "BAD_USER_INPUT"])(
    "%s tells no state, whatever a service sends",
    async (code) => {
      const { extensions } = await told({ code, ...STEP });
      expect(extensions).toEqual({ code, service: "shops" });
    },
  );

  it.each([
    ["a state that is a sentence", { state: "张示例 在审" }],
    ["a state that is a record", { state: { name: "REVIEW" } }],
    ["events that are no names", { next: ["DECIDE", "select * from cases"] }],
    ["events that are no list", { next: "DECIDE" }],
    ["an article that is none", { basis: { row: 1 } }],
    ["an article without end", { basis: "行".repeat(201) }],
  ])("%s is left out", async (_what, wrong) => {
    const { extensions } = await told({ code: "RULE_VIOLATION", reason: "STATE", ...wrong });
    expect(extensions).toEqual({ code: "RULE_VIOLATION", reason: "STATE", service: "shops" });
  });
});

describe("of a case", () => {
  const row = {
    state: CaseState.REVIEW,
    applied_on: "2026-09-01",
    subject: "demo-subject-1",
    dept_uscc: "11990101MB9000015E",
    division_code: "222401",
  };
  const refusal = next(CASE, "DELIVER", { state: row.state, actor: "OFFICER", facts: { openSuspension: false } });
  const shownTo = (viewer: keyof typeof VIEWERS): unknown => {
    if (refusal.allowed) throw new Error("It is refused in this state.");
    const error = ruleViolation(refusal, { mayKnow: canRead(WHOSE_CASE, { viewer: VIEWERS[viewer] }, row) });
    return toFormattedError({ message: error.message }, error, () => undefined);
  };

  it.each(["citizen-1", "officer-1", "supervisor-1", "publisher-1"] as const)(
    "%s, who may know of it, reads the state",
    (viewer) =>
      expect(shownTo(viewer)).toMatchObject({
        extensions: { code: "RULE_VIOLATION", reason: "STATE", state: "REVIEW" },
      }),
  );

  it.each(["anonymous", "citizen-2", "agent-1", "officer-2", "auditor-1", "app-open", "app-partner"] as const)(
    "%s, who may not, is told the same as where there is no case",
    (viewer) =>
      expect(shownTo(viewer)).toEqual({ message: "There is no such record.", extensions: { code: "NOT_FOUND" } }),
  );
});
