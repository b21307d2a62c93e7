/** Who holds the key of one service can ask that one alone: every other refuses, whoever is said to ask. */
import { signContext } from "../../platform/auth/index.js";
import { createBatchCall } from "../../platform/subgraph/index.js";
import { askSigned, startStack, TEST_NOW, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

describe("[E06] the key of one service", () => {
  it("makes that service answer, and no other, as no viewer", async () => {
    const answered: string[] = [];
    let refused = 0;
    for (const holder of stack.subgraphs) {
      const keys = stack.contextKeys(holder.name);
      for (const { name, url } of stack.subgraphs) {
        for (const viewer of Object.values(VIEWERS)) {
          const { status, body } = await askSigned({ url, subgraph: name, keys }, "{ __typename }", { viewer });
          if (status === 200) answered.push(`${holder.name} ${name} ${body.data.__typename}`);
          else {
            expect([status, body]).toEqual([
              401,
              {
                errors: [
                  { message: "The request is not signed by the gateway.", extensions: { code: "UNAUTHENTICATED" } },
                ],
              },
            ]);
            refused += 1;
          }
        }
      }
    }
    const viewers = Object.keys(VIEWERS).length;
    expect(new Set(answered)).toEqual(new Set(stack.subgraphs.map(({ name }) => `${name} ${name} Query`)));
    const services = stack.subgraphs.length;
    expect(answered).toHaveLength(services * viewers);
    expect(refused).toBe(services * (services - 1) * viewers);
  });

  it("is all that an import needs of the service it asks, and calls no batch of another", async () => {
    const [reference, matters] = ["reference", "matters"].map((name) => ({
      url: stack.subgraphs.find((entry) => entry.name === name)!.url,
      keys: stack.contextKeys("reference"),
    }));
    const call = createBatchCall({ reference: reference!, matters: matters! }, TEST_NOW);
    expect(await call("reference", "knownDivisions", ["222401"])).toEqual(["222401"]);
    await expect(call("matters", "knownMatters", [])).rejects.toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
    await expect(call("funds", "anything", [])).rejects.toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
  });

  it("does not pass for another's where a request says that it is for the holder", async () => {
    const body = JSON.stringify({ query: "{ __typename }" });
    const context = {
      subgraph: "credit",
      viewer: VIEWERS["supervisor-1"],
      asOf: TEST_NOW.toISOString(),
      requestId: "test",
    };
    const headers = signContext({ context, method: "POST", path: "/graphql", body }, stack.contextKeys("credit"));
    const ask = async (name: string): Promise<number> => {
      const { url } = stack.subgraphs.find((entry) => entry.name === name)!;
      return (await fetch(url, { method: "POST", body, headers })).status;
    };
    expect(await ask("funds")).toBe(401);
    expect(await ask("credit")).toBe(200);
  });
});
