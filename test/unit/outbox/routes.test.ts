/** Routes of messages: each topic has receivers, and what nobody receives or nobody sends is refused at start. */
import "reflect-metadata";
import { parseSubgraphRegistry } from "../../../platform/config/index.js";
import { checkRoutes, MessageRejected, registeredRoutes, sendersTo } from "../../../platform/outbox/index.js";
import { messageKeysOf } from "../../../platform/subgraph/index.js";
import { createGatewayKey, parseMessageKeys, parseSenders } from "../../../platform/auth/index.js";

const owner = { zh: "某局", en: "Bureau" };
const REGISTRY = parseSubgraphRegistry([
  { name: "a", port: 1, enforces: true, owner },
  { name: "b", port: 2, enforces: true, owner, receives: ["a.done", "c.begun"] },
  { name: "c", port: 3, enforces: true, owner, receives: ["a.done"] },
]);

describe("routes of messages", () => {
  it("lead from a topic to all that receive it", () => {
    expect([...registeredRoutes("a", REGISTRY)]).toEqual([["done", ["b", "c"]]]);
    expect([...registeredRoutes("c", REGISTRY)]).toEqual([["begun", ["b"]]]);
    expect(registeredRoutes("b", REGISTRY).size).toBe(0);
    expect(sendersTo(["a.done", "c.begun", "a.other"])).toEqual(["a", "c"]);
  });

  it.each(["a", "a.b.c", ".done", "a.", "A.done", "a.done?"])("are no names such as %p", (name) =>
    expect(() => parseSubgraphRegistry([{ name: "b", port: 2, enforces: true, owner, receives: [name] }])).toThrow(),
  );

  it("refuse a topic that nobody receives, and one that nobody sends", () => {
    const routes = registeredRoutes("a", REGISTRY);
    expect(() => checkRoutes("a", ["done"], routes)).not.toThrow();
    expect(() => checkRoutes("a", ["done", "begun"], routes)).toThrow(
      "a sends begun, which no service receives: name a receiver in schema/subgraphs.json, or send it no more.",
    );
    expect(() => checkRoutes("a", [], routes)).toThrow("b, c receives a.done, which a does not send.");
  });

  it("give each service the keys of its own messages, and the public ones of those that it hears", () => {
    const receive = async () => undefined;
    const keys = messageKeysOf(
      [
        { name: "a", sends: ["done"] },
        { name: "b", receives: { "a.done": receive, "c.begun": receive } },
        { name: "d" },
      ],
      createGatewayKey("k1"),
    );
    expect(Object.keys(keys)).toEqual(["A_MESSAGE_KEYS", "B_SENDERS"]);
    expect([...parseMessageKeys(keys["A_MESSAGE_KEYS"]!, "a").keys()]).toEqual(["a-k1"]);
    expect([...parseSenders(keys["B_SENDERS"]!, ["a", "b", "c"]).keys()]).toEqual(["a", "c"]);
  });
});

it.each(["", "no such record", "110101199001011234", "A".repeat(64)])(
  "a rejection has a code and no text: %p",
  (reason) =>
    expect(() => new MessageRejected(reason)).toThrow("The reason of a rejected message is a code in capitals."),
);
