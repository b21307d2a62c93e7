/** Keys of messages: a sender's are its own, receivers hold public halves alone, and what is malformed is refused. */
import {
  createGatewayKey,
  deriveMessageKeys,
  parseMessageKeys,
  parseSenders,
  printSenders,
} from "../../../platform/auth/index.js";

const GATEWAY = createGatewayKey("k1");
const keysOf = (service: string) => parseMessageKeys(deriveMessageKeys(GATEWAY, service), service);

describe("keys of messages", () => {
  it("are the same whenever they are derived, others for each service and each key of the gateway", () => {
    expect(deriveMessageKeys(GATEWAY, "matters")).toBe(deriveMessageKeys(GATEWAY, "matters"));
    const bytes = ["matters", "credit"].map((service) => deriveMessageKeys(GATEWAY, service).split(":")[1]);
    expect(new Set([...bytes, deriveMessageKeys(createGatewayKey("k1"), "matters").split(":")[1]]).size).toBe(3);
  });

  it("are given to receivers as public keys, by the sender's name", () => {
    const text = `${printSenders(keysOf("matters"))},${printSenders(keysOf("funds"))}`;
    const senders = parseSenders(text, ["matters", "funds", "credit"]);
    expect(
      [...senders].map(([name, keys]) => [name, [...keys.keys()], [...keys.values()].map(({ type }) => type)]),
    ).toEqual([
      ["matters", ["matters-k1"], ["public"]],
      ["funds", ["funds-k1"], ["public"]],
    ]);
    expect(text).not.toContain(deriveMessageKeys(GATEWAY, "matters").split(":")[1]!);
  });

  it("follow each other while they are replaced", () => {
    const both = `${GATEWAY},${createGatewayKey("k2")}`;
    const keys = parseMessageKeys(deriveMessageKeys(both, "matters"), "matters");
    expect([...keys.keys()]).toEqual(["matters-k1", "matters-k2"]);
    expect([...parseSenders(printSenders(keys), ["matters"]).get("matters")!.keys()]).toEqual([
      "matters-k1",
      "matters-k2",
    ]);
  });

  it("of a service whose name another begins with are its own", () => {
    const text = printSenders(keysOf("funds-audit"));
    expect([...parseSenders(text, ["funds", "funds-audit"]).keys()]).toEqual(["funds-audit"]);
  });

  it.each([
    ["no key", ""],
    ["another service's", deriveMessageKeys(GATEWAY, "credit")],
    ["one without an id", "c2VjcmV0"],
    ["one that is too short", "matters-k1:c2VjcmV0"],
  ])("of a sender are refused: %s", (_what, text) => expect(() => parseMessageKeys(text, "matters")).toThrow());

  it.each([
    ["a service that is none of ours", "other-k1:" + "A".repeat(43)],
    ["a length that is no key", "matters-k1:c2VjcmV0"],
    ["a key that is given twice", `matters-k1:${"A".repeat(43)},matters-k1:${"A".repeat(43)}`],
  ])("of senders are refused: %s", (_what, text) => expect(() => parseSenders(text, ["matters"])).toThrow());

  it("of no sender are none", () => expect(parseSenders("", ["matters"]).size).toBe(0));
});
