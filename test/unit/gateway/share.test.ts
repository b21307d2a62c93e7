/** Links to operations of the explorer. */
import { beginWith, hashOf, operationIn, present, type Kept } from "../../../gateway/web/client/share.js";

/** What a browser keeps for a page. */
const storage = (kept: Record<string, string>): Kept => ({
  getItem: (name) => kept[name] ?? null,
  setItem(name, value) {
    kept[name] = value;
  },
  removeItem(name) {
    delete kept[name];
  },
});

const OPERATION = {
  query: 'query 甲($a: String) { organizations(search: "#&=%") { nodes { id } } }',
  variables: '{"a":"😀"}',
};

describe("a link", () => {
  it("carries query and variables there and back", () => {
    expect(operationIn(hashOf(OPERATION))).toEqual(OPERATION);
    expect(operationIn(hashOf({ query: "{ me { kind } }" }))).toEqual({ query: "{ me { kind } }" });
  });

  it("is of a form that an address keeps", () =>
    expect(new URL(`http://localhost/${hashOf(OPERATION)}`).hash).toBe(hashOf(OPERATION)));

  it.each(["", "#", "#operation=", "#operation=%", "#operation=null", "#operation=%7B%22query%22%3A1%7D", "#code=x"])(
    "%j carries nothing",
    (hash) => expect(operationIn(hash)).toBeUndefined(),
  );

  it("leaves out variables that are no text", () =>
    expect(operationIn(`#operation=${encodeURIComponent('{"query":"{ a }","variables":{"b":1}}')}`)).toEqual({
      query: "{ a }",
    }));
});

describe("the editors", () => {
  const TABS = "graphiql:tabState";

  it("begin with an operation", () => {
    const kept: Record<string, string> = { other: "stays" };
    beginWith(storage(kept), OPERATION);
    expect(present(storage(kept))).toEqual(OPERATION);
    beginWith(storage(kept), { query: "{ me { kind } }" });
    expect(present(storage(kept))).toEqual({ query: "{ me { kind } }", variables: "" });
    expect(kept["other"]).toBe("stays");
  });

  it("keep what they had, unless they begin anew", () => {
    const kept: Record<string, string> = { [TABS]: "{}", "graphiql:query": "{ mine }" };
    beginWith(storage(kept), OPERATION);
    expect([present(storage(kept)), kept[TABS]]).toEqual([{ query: "{ mine }", variables: "" }, "{}"]);
    beginWith(storage(kept), OPERATION, true);
    expect([present(storage(kept)), kept[TABS]]).toEqual([OPERATION, undefined]);
  });
});
