/** The way out that a refused reader is told: what would help this reader, and whom to ask where nothing does. */
import { remedyFor } from "../../../platform/disclosure/decision/index.js";
import type { FieldRule, PolicyTable } from "../../../platform/disclosure/table/index.js";
import type { Viewer } from "../../../platform/auth/index.js";
import { VIEWERS } from "../../support/viewers.js";

const TABLE = { subgraphs: { s: { owner: { zh: "演示机关", en: "Agency" } } } } as unknown as PolicyTable;

const ruleOf = (tier: FieldRule["tier"], requires?: FieldRule["requires"]): FieldRule => ({
  subgraph: "s",
  type: "Thing",
  field: "a",
  tier,
  reason: "INTERNAL_AFFAIRS",
  basis: "OGI-2019-16",
  ...(requires ? { requires } : {}),
});

const strong: Viewer = { ...VIEWERS["citizen-1"], acr: "strong" };

describe("a reader who is refused", () => {
  it.each<[string, FieldRule, Viewer, string, string]>([
    ["signs in", ruleOf(["OWNER"]), VIEWERS.anonymous, "SIGN_IN", "Sign in; readable by the person or body concerned."],
    ["signs in for a guard", ruleOf([], { authenticated: true }), VIEWERS.anonymous, "SIGN_IN", "Sign in."],
    ["signs in before a level", ruleOf([], { policies: [["acr.strong"]] }), VIEWERS.anonymous, "SIGN_IN", "Sign in."],
    [
      "signs in again",
      ruleOf([], { policies: [["acr.strong"]] }),
      VIEWERS["citizen-1"],
      "STEP_UP",
      "Sign in again with the level strong.",
    ],
    ["asks the owner about other policies", ruleOf([], { policies: [["x"]] }), strong, "CONTACT", "Apply to Agency."],
    [
      "brings a scope",
      ruleOf(["OWNER"], { scopes: [["a", "b"], ["c"]] }),
      VIEWERS["citizen-1"],
      "SCOPE",
      "Use a token with the scope a + b or c.",
    ],
    [
      "concludes an agreement as an application",
      ruleOf(["SHARED"]),
      VIEWERS["app-open"],
      "AGREEMENT",
      "A data-sharing agreement that names Thing.a is needed.",
    ],
    ["concludes none as a person", ruleOf(["SHARED"]), VIEWERS["citizen-1"], "CONTACT", "Apply to Agency."],
    ["asks the owner of another's record", ruleOf(["OWNER"]), VIEWERS["citizen-1"], "CONTACT", "Apply to Agency."],
    ["asks the owner of what no one reads", ruleOf(["NEVER"]), VIEWERS.anonymous, "CONTACT", "Apply to Agency."],
  ])("%s", (_case, rule, viewer, kind, detail) =>
    expect(remedyFor(rule, viewer, TABLE, "en")).toEqual({ kind, detail }),
  );

  it("is told in Chinese too", () =>
    expect(remedyFor(ruleOf(["NEVER"]), VIEWERS.anonymous, TABLE, "zh").detail).toBe("请向演示机关申请公开。"));
});
