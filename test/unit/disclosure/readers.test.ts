/** Which of two closures lets more people read: audiences and guards together. */
import { compareReaders, readersWithin } from "../../../platform/composition/index.js";
import type { FieldRule } from "../../../platform/disclosure/table/index.js";

type Closure = Pick<FieldRule, "tier" | "requires">;

const OWNER: Closure = { tier: ["OWNER"] };
const BOTH: Closure = { tier: ["OWNER", "AGENCY"] };
const NEVER: Closure = { tier: ["NEVER"] };
const ANYONE: Closure = { tier: [], requires: { authenticated: true } };
const scoped = (...scopes: string[][]): Closure => ({ tier: ["OWNER"], requires: { scopes } });
const graded = (...policies: string[][]): Closure => ({ tier: ["OWNER"], requires: { policies } });
const signedIn: Closure = { tier: ["OWNER"], requires: { authenticated: true } };

describe("the readers of one closure", () => {
  it.each<[string, Closure | undefined, Closure | undefined, boolean]>([
    ["an open field's are not within a closed one's", undefined, OWNER, false],
    ["a closed field's are within an open one's", OWNER, undefined, true],
    ["one audience's are within those of two", OWNER, BOTH, true],
    ["two audiences' are not within those of one", BOTH, OWNER, false],
    ["no one's are within any, whatever guard it has", NEVER, scoped(["a"]), true],
    ["an audience's are not within no one's", OWNER, NEVER, false],
    ["a guard's alone are not within an audience's", ANYONE, signedIn, false],
    ["an audience's behind the guard are within the guard's alone", signedIn, ANYONE, true],
    ["those without a guard are not within those with it", OWNER, signedIn, false],
    ["whoever holds a scope has signed in", scoped(["a"]), signedIn, true],
    ["whoever has a level has signed in", graded(["acr.strong"]), signedIn, true],
    ["whoever has signed in holds no scope for that", signedIn, scoped(["a"]), false],
    ["two scopes at once are within either", scoped(["a", "b"]), scoped(["b"]), true],
    ["one scope is not within two at once", scoped(["a"]), scoped(["a", "b"]), false],
    ["one alternative is within two", scoped(["a"]), scoped(["a"], ["b"]), true],
    ["two alternatives are not within one of them", scoped(["a"], ["b"]), scoped(["a"]), false],
    ["a scope is not within a level", scoped(["acr.strong"]), graded(["acr.strong"]), false],
  ])("%s", (_case, one, other, within) => expect(readersWithin(one, other)).toBe(within));

  it("are called what has become of them", () => {
    expect([
      compareReaders(BOTH, BOTH),
      compareReaders(OWNER, BOTH),
      compareReaders(BOTH, OWNER),
      compareReaders(OWNER, { tier: ["AGENCY"] }),
    ]).toEqual(["SAME", "WEAKER", "STRONGER", "OTHER"]);
  });
});
