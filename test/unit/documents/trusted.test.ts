/** Documents that gateways remember: while their store is away, and before they ask it. */
import { createTrustedDocuments, type TrustedDocuments } from "../../../gateway/trusted/trusted-documents.js";
import { documentIdOf, type DocumentStore } from "../../../platform/documents/index.js";

const TEXT = "{ shops { id } }";
const NAME = documentIdOf(TEXT);
const STRANGER = { kind: "anonymous" } as const;

let isAway: boolean;
let asked: string[];
let failures: number;
let documents: TrustedDocuments;

const store = {
  async find(name: string) {
    asked.push(name);
    if (isAway) throw new Error("away");
    return name === NAME ? [{ id: NAME, text: TEXT, apps: ["portal"], aliased: null }] : [];
  },
  required: async () => [],
  used: async () => undefined,
  close: async () => undefined,
} satisfies Partial<DocumentStore> as unknown as DocumentStore;

const free = async (): Promise<void> => undefined;

beforeEach(() => {
  [isAway, asked, failures] = [false, [], 0];
  documents = createTrustedDocuments({
    store,
    anonymousHeld: false,
    onFailure: () => void failures++,
    times: { foundMs: 1, unknownMs: 1 },
  });
});
afterEach(() => documents.close());

describe("trusted documents", () => {
  it("are what they were while the store is away, and tell of it", async () => {
    expect((await documents.find(NAME, STRANGER, free))?.text).toBe(TEXT);
    isAway = true;
    while (failures < 2) {
      expect((await documents.find(NAME, STRANGER, free))?.text).toBe(TEXT);
      await new Promise(setImmediate);
    }
    await expect(documents.find("other", STRANGER, free)).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  });

  it("are not looked for where who asks can not pay it", async () => {
    const refuse = async (): Promise<void> => {
      throw new Error("too much");
    };
    await expect(documents.find(NAME, STRANGER, refuse)).rejects.toThrow("too much");
    expect(asked).toEqual([]);
    expect(await documents.find("../..", STRANGER, refuse)).toBeUndefined();
  });
});
