/** Clients of a realm that follow the register: one that the realm does not take holds up no other. */
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { keepRealm } from "../../../commands/realm/keep-realm.js";
import {
  ClientRefused,
  openRealmAdmin,
  type RealmAdmin,
  type WantedClient,
} from "../../../commands/realm/realm-admin.js";
import { MARK } from "../../../commands/realm/client-of-app.js";
import type { AppOfRealm } from "../../../platform/subgraph/wire.js";

const app = (clientId: string, more: Partial<AppOfRealm> = {}): AppOfRealm => ({
  ...{ clientId, name: clientId, isOpen: true, redirectUris: [], scopes: [], keys: [] },
  ...more,
});
const APPS = [app("app-1"), app("app-2"), app("app-3", { isOpen: false })];
const read = async (after: string): Promise<readonly AppOfRealm[]> => APPS.filter(({ clientId }) => clientId > after);

const toldOf = async (admin: RealmAdmin): Promise<string[]> => {
  const told: string[] = [];
  for await (const { clientId, kept, differences } of keepRealm(admin, read))
    told.push([clientId, kept, ...differences].join(" "));
  return told;
};

const admin = (change: (client: WantedClient) => void): { admin: RealmAdmin; ended: string[] } => {
  const ended: string[] = [];
  return {
    ended,
    admin: {
      list: async () =>
        new Map([["app-3", { id: "3", clientId: "app-3", enabled: true, attributes: { [MARK]: "true" } }]]),
      find: async () => undefined,
      create: async (client) => change(client),
      change: async ({ clientId, enabled }) => {
        if (enabled === false) ended.push(clientId);
      },
    },
  };
};

it("a client that the realm refuses is told of, and those behind it are made and ended all the same", async () => {
  const { admin: realm, ended } = admin(({ clientId }) => {
    if (clientId === "app-1") throw new ClientRefused("The realm does not take app-1: 400 A redirect URI is no URI");
  });
  const [first, second, third] = await toldOf(realm);
  expect(first).toBe("app-1 refused The realm does not take app-1: 400 A redirect URI is no URI");
  expect(second).toBe("app-2 made");
  expect(third).toMatch(/^app-3 changed .*\benabled\b/);
  expect(ended).toEqual(["app-3"]);
});

it("a realm that does not answer ends the round", async () => {
  const { admin: realm } = admin(() => {
    throw new Error("The realm does not take app-1: 503 ");
  });
  await expect(toldOf(realm)).rejects.toThrow("503");
});

it.each([
  [400, ClientRefused],
  [409, ClientRefused],
  [403, Error],
  [500, Error],
])("the admin API's %i is a refusal of the client, or of us", async (status, kind) => {
  const server = createServer((request, response) => {
    if (request.url!.includes("/token"))
      return void response.end(JSON.stringify({ access_token: "t", expires_in: 60 }));
    return void response.writeHead(status).end("why");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/gov`;
  const refused = openRealmAdmin({ url, client: "gov-apps", secret: "x" }).find("app-1");
  await expect(refused).rejects.toThrow(`The realm does not show app-1: ${status} why`);
  await refused.catch((error: Error) => expect(error.constructor).toBe(kind));
  server.closeAllConnections();
  server.close();
});

describe("a realm that takes no scopes with a client, as Keycloak", () => {
  interface Stored {
    id: string;
    readonly clientId: string;
    defaultClientScopes: string[];
    optionalClientScopes: string[];
  }
  const SCOPES = ["basic", "acr", "gov-roles", "gov-identity", "gov-graph", "web-origins", "credit.read", "funds.read"];
  const asked: string[] = [];
  const stored = new Map<string, Stored>();
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const { pathname, searchParams } = new URL(request.url!, "http://x");
      const [id = "", kind, scope] = pathname.split("/clients/")[1]?.split("/") ?? [];
      const answer = (body: object): void => void response.end(JSON.stringify(body));
      if (pathname.endsWith("/token")) return answer({ access_token: "t", expires_in: 60 });
      asked.push(`${request.method} ${pathname.replace("/admin/realms/gov/", "")}`);
      if (pathname.endsWith("/client-scopes")) return answer(SCOPES.map((name) => ({ id: `id-${name}`, name })));
      if (kind !== undefined) {
        const list = kind === "default-client-scopes" ? "defaultClientScopes" : "optionalClientScopes";
        const name = scope!.replace("id-", "");
        const client = [...stored.values()].find((one) => one.id === id)!;
        client[list] = client[list].filter((one) => one !== name);
        if (request.method === "PUT") client[list].push(name);
      } else if (request.method === "PUT") {
        const changed = JSON.parse(text) as Stored;
        const { defaultClientScopes, optionalClientScopes } = stored.get(changed.clientId)!;
        stored.set(changed.clientId, { ...changed, defaultClientScopes, optionalClientScopes });
      } else if (request.method === "POST") {
        const made = JSON.parse(text) as Stored;
        stored.set(made.clientId, { ...made, id: `id-of-${made.clientId}` });
      } else {
        const wanted = searchParams.get("clientId");
        const all = [...stored.values()].sort((one, other) => (one.clientId < other.clientId ? -1 : 1));
        const first = Number(searchParams.get("first") ?? 0);
        if (wanted !== null) return answer(all.filter(({ clientId }) => clientId === wanted));
        return answer(all.slice(first, first + Number(searchParams.get("max"))));
      }
      response.end();
    });
  });
  let realm: RealmAdmin;
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/gov`;
    realm = openRealmAdmin({ url, client: "gov-apps", secret: "x" });
  });
  beforeEach(() => void (asked.length = 0));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const roundOf = async (apps: readonly AppOfRealm[]): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for await (const { kept } of keepRealm(realm, async (after) => apps.filter(({ clientId }) => clientId > after)))
      counts[kept] = (counts[kept] ?? 0) + 1;
    return counts;
  };
  const many = Array.from({ length: 250 }, (_one, at) =>
    app(`app-${String(at).padStart(3, "0")}`, { scopes: ["credit.read"] }),
  );

  it("is asked once for each hundred of its clients, and for nothing more where they are as they are wanted", async () => {
    expect(await roundOf(many)).toEqual({ made: 250 });
    asked.length = 0;
    expect(await roundOf(many)).toEqual({ same: 250 });
    expect(asked).toEqual(["GET clients", "GET clients", "GET clients"]);
  });

  it("has the scopes of a client that differ taken away and given, and those alone", async () => {
    const client = stored.get("app-007")!;
    client.optionalClientScopes = ["funds.read"];
    client.defaultClientScopes = [...client.defaultClientScopes, "credit.read"];
    expect(await roundOf(many)).toEqual({ same: 249, changed: 1 });
    const at = "clients/id-of-app-007";
    expect(asked.slice(3)).toEqual([
      `PUT ${at}`,
      "GET client-scopes",
      `DELETE ${at}/default-client-scopes/id-credit.read`,
      `DELETE ${at}/optional-client-scopes/id-funds.read`,
      `PUT ${at}/optional-client-scopes/id-credit.read`,
    ]);
    expect(await roundOf(many)).toEqual({ same: 250 });
  });

  it("that lacks a scope is told of, and holds up no other", async () => {
    const [first, ...rest] = many;
    expect(await roundOf([{ ...first!, scopes: ["no.scope"] }, ...rest])).toEqual({ refused: 1, same: 249 });
  });
});
