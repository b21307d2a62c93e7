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
      find: async (clientId) =>
        clientId === "app-3" ? { id: "3", clientId, enabled: true, attributes: { [MARK]: "true" } } : undefined,
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
