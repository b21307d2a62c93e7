/** The part of Keycloak's admin API by which clients are kept: found, made and changed, each call with a token of a minute. */

/** A client as the realm keeps it, as far as it is read; whatever else it has goes back as it came. */
export interface KeptClient {
  readonly id: string;
  readonly clientId: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

/** A client as it is asked for. */
export type WantedClient = Omit<KeptClient, "id"> & { readonly attributes: Readonly<Record<string, string>> };

/** Clients of a realm. Throws ClientRefused where the realm does not take a client, Error where it does not answer or lets us do nothing; with its status and what it says. */
export interface RealmAdmin {
  /** All clients by their id, page by page: one call for each hundred of them. */
  list(): Promise<ReadonlyMap<string, KeptClient>>;
  find(clientId: string): Promise<KeptClient | undefined>;
  create(client: WantedClient): Promise<void>;
  /** Changes the one before into the other, its scopes too. */
  change(client: KeptClient, before: KeptClient): Promise<void>;
}

/** Clients of one page. */
const PAGE = 100;

/** Where a client's scopes are changed, which no change of the client itself does (Keycloak's issue 24920). */
const SCOPES = [
  ["defaultClientScopes", "default-client-scopes"],
  ["optionalClientScopes", "optional-client-scopes"],
] as const;

const namesOf = (client: KeptClient, member: string): readonly string[] =>
  (client[member] as string[] | undefined) ?? [];

/** How the realm is reached. */
export interface RealmAdminOptions {
  /** Address of the realm, `…/realms/<name>`. */
  readonly url: string;
  readonly client: string;
  readonly secret: string;
}

/** Longest time of a call, in milliseconds. */
const CALL_MS = 10_000;

/** A token is asked again so long before it ends, in milliseconds. */
const EARLY_MS = 5_000;

/** What the realm does not take of one client, while it takes others. */
export class ClientRefused extends Error {
  override readonly name = "ClientRefused";
}

const failure = async (
  what: string,
  response: Response,
  Kind: new (message: string) => Error = Error,
): Promise<Error> =>
  new Kind(`The realm does not ${what}: ${response.status} ${(await response.text()).slice(0, 300)}`);

/** Statuses that speak of what was sent; others speak of the realm, or of who asks. */
const OF_CLIENT: ReadonlySet<number> = new Set([400, 404, 409, 413, 422]);

/** Opens the admin API as the client; the first call signs in. */
export const openRealmAdmin = ({ url, client, secret }: RealmAdminOptions): RealmAdmin => {
  const realm = url.replace("/realms/", "/admin/realms/").replace(/\/$/, "");
  const clients = `${realm}/clients`;
  let token: { readonly text: string; readonly until: number } | undefined;
  const signIn = async (): Promise<string> => {
    if (token !== undefined && Date.now() < token.until - EARLY_MS) return token.text;
    const response = await fetch(`${url.replace(/\/$/, "")}/protocol/openid-connect/token`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "client_credentials", client_id: client, client_secret: secret }),
      signal: AbortSignal.timeout(CALL_MS),
    });
    if (!response.ok) throw await failure(`let ${client} in`, response);
    const { access_token: text, expires_in: seconds } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    token = { text, until: Date.now() + seconds * 1_000 };
    return text;
  };
  const ask = async (what: string, address: string, method = "GET", body?: object): Promise<Response> => {
    const response = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${await signIn()}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(CALL_MS),
    });
    if (!response.ok) throw await failure(what, response, OF_CLIENT.has(response.status) ? ClientRefused : Error);
    return response;
  };
  /** What is taken away goes first: a scope is not both by default and on demand. */
  const changeScopes = async (kept: KeptClient, before: KeptClient): Promise<void> => {
    const changes = SCOPES.flatMap(([member, path]) => {
      const [wanted, had] = [namesOf(kept, member), namesOf(before, member)];
      return [
        ...had.filter((name) => !wanted.includes(name)).map((name) => ({ method: "DELETE", name, path })),
        ...wanted.filter((name) => !had.includes(name)).map((name) => ({ method: "PUT", name, path })),
      ];
    });
    if (changes.length === 0) return;
    const scopes = (await (await ask("show its scopes", `${realm}/client-scopes`)).json()) as {
      id: string;
      name: string;
    }[];
    const ids = new Map(scopes.map(({ id, name }) => [name, id]));
    for (const { method, name, path } of changes.toSorted((one, other) => one.method.localeCompare(other.method))) {
      const id = ids.get(name);
      if (id === undefined) throw new ClientRefused(`The realm has no scope ${name}.`);
      await ask(`change scopes of ${kept.clientId}`, `${clients}/${kept.id}/${path}/${id}`, method);
    }
  };
  return {
    async list() {
      const all = new Map<string, KeptClient>();
      for (let first = 0; ; first += PAGE) {
        const query = new URLSearchParams({ first: String(first), max: String(PAGE) });
        const page = (await (await ask("show its clients", `${clients}?${query}`)).json()) as KeptClient[];
        for (const client of page) all.set(client.clientId, client);
        if (page.length < PAGE) return all;
      }
    },
    async find(clientId) {
      const found = await ask(`show ${clientId}`, `${clients}?${new URLSearchParams({ clientId })}`);
      return ((await found.json()) as KeptClient[])[0];
    },
    async create(wanted) {
      await ask(`take ${wanted.clientId}`, clients, "POST", wanted);
    },
    async change(kept, before) {
      await ask(`change ${kept.clientId}`, `${clients}/${kept.id}`, "PUT", kept);
      await changeScopes(kept, before);
    },
  };
};
