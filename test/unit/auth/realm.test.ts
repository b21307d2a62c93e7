/** The realm files: the production realm is closed where it must be, the demonstration realm adds only what is listed. */
import { ROLES } from "../../../platform/auth/index.js";
import { createDemoRealm, readRealm } from "../../../infra/keycloak/demo-realm.js";
import { DEMO_CLIENTS, DEMO_USERS } from "../../../infra/keycloak/demo-users.js";

const production = readRealm("realm.json");
const demo = readRealm("realm.demo.json");

describe.each([
  ["production", production, 5],
  ["demonstration", demo, 5 + 1 + DEMO_CLIENTS.length],
])("the %s realm", (_name, realm, clients) => {
  it("asks for TLS, slows guessing down and lets nobody register", () => {
    expect(realm).toMatchObject({
      realm: "gov",
      sslRequired: "external",
      bruteForceProtected: true,
      registrationAllowed: false,
      revokeRefreshToken: true,
    });
  });

  it("gives access tokens of five minutes at most", () => {
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(300);
    expect(realm.clients).toHaveLength(clients);
    for (const { attributes = {} } of realm.clients) expect(attributes).not.toHaveProperty(["access.token.lifespan"]);
  });

  it("has no implicit flow, no full scope, and PKCE wherever there is a redirect", () => {
    for (const client of realm.clients) {
      expect([client.clientId, client.implicitFlowEnabled, client.fullScopeAllowed]).toEqual([
        client.clientId,
        false,
        false,
      ]);
      if (client.standardFlowEnabled) expect(client.attributes?.["pkce.code.challenge.method"]).toBe("S256");
      else expect(client.redirectUris ?? []).toEqual([]);
    }
  });

  it("redirects to exact addresses only", () => {
    for (const { redirectUris = [], webOrigins = [], attributes = {} } of realm.clients) {
      const all = [...redirectUris, attributes["post.logout.redirect.uris"] ?? ""];
      // + stands for the origins of those addresses: what may sign in may ask for tokens, and nothing else.
      expect(webOrigins).toEqual(redirectUris.length > 0 ? ["+"] : []);
      expect(all.filter((address) => /[*+]/.test(address))).toEqual([]);
    }
  });

  it("knows the roles of the code, and lets them into tokens", () => {
    expect(realm.roles.realm.map(({ name }) => name)).toEqual([...ROLES]);
    expect(realm.scopeMappings).toEqual([{ clientScope: "gov-roles", roles: [...ROLES] }]);
  });

  // Keycloak drops unknown scopes and roles without a word.
  it("refers to no scope or role that is not there", () => {
    const scopes = realm.clientScopes.map(({ name }) => name);
    for (const { defaultClientScopes, optionalClientScopes = [] } of realm.clients)
      expect(scopes).toEqual(expect.arrayContaining([...defaultClientScopes, ...optionalClientScopes]));
    const clients = realm.clients.map(({ clientId }) => clientId);
    for (const { realmRoles, serviceAccountClientId } of realm.users) {
      expect(ROLES).toEqual(expect.arrayContaining([...realmRoles]));
      if (serviceAccountClientId) expect(clients).toContain(serviceAccountClientId);
    }
  });

  it("shows the scope gov-graph in tokens, so that their scope is never empty", () =>
    expect(realm.clientScopes.find(({ name }) => name === "gov-graph")?.attributes["include.in.token.scope"]).toBe(
      "true",
    ));

  it("knows the scopes that fields may require, and shows them in tokens of those who ask for them", () => {
    for (const scope of ["credit.read", "funds.read", "matters.read"]) {
      const known = realm.clientScopes.find(({ name }) => name === scope);
      expect(known?.attributes["include.in.token.scope"]).toBe("true");
      // Nobody has them without asking.
      for (const { defaultClientScopes } of realm.clients) expect(defaultClientScopes).not.toContain(scope);
      expect(realm.clients.find(({ clientId }) => clientId === "gov-portal")?.optionalClientScopes).toContain(scope);
    }
  });

  it("signs for the operator with RS256", () =>
    expect(
      realm.clients.find(({ clientId }) => clientId === "gov-operator")?.attributes?.[
        "access.token.signed.response.alg"
      ],
    ).toBe("RS256"));
});

describe("the production realm", () => {
  it("has no persons, no secrets and no password grant", () => {
    expect(production.users.filter(({ serviceAccountClientId }) => serviceAccountClientId === undefined)).toEqual([]);
    expect(production.clients.filter(({ directAccessGrantsEnabled }) => directAccessGrantsEnabled)).toEqual([]);
    expect(JSON.stringify(production)).not.toMatch(/"secret"|"credentials"|demo|localhost|127\.0\.0\.1/);
  });

  it("lets one client manage clients, and none anything else of the realm", () =>
    expect(
      production.users.map(({ username, realmRoles, clientRoles }) => [username, realmRoles, clientRoles]),
    ).toEqual([["service-account-gov-apps", [], { "realm-management": ["manage-clients"] }]]));

  // Keycloak makes this client with the password grant where a realm file does not mention it.
  it("closes admin-cli", () =>
    expect(production.clients.find(({ clientId }) => clientId === "admin-cli")).toMatchObject({ enabled: false }));

  it("takes every address from the environment, without a fallback", () => {
    const addresses = production.clients.flatMap(({ redirectUris = [] }) => redirectUris);
    expect(addresses).toEqual(["${GOV_PORTAL_URL}/", "${GOV_OPERATOR_URL}/"]);
  });
});

describe("the demonstration realm", () => {
  it("is what the production realm and the table of users give (node dist/infra/keycloak/generate.js)", () =>
    expect(JSON.stringify(demo)).toBe(JSON.stringify(createDemoRealm(production))));

  it("has the users of the table, with their claims", () => {
    const people = demo.users.filter(({ serviceAccountClientId }) => serviceAccountClientId === undefined);
    expect(
      people.map(({ username, realmRoles, attributes, credentials }) => ({
        username,
        realmRoles,
        attributes,
        password: credentials?.[0]?.value,
      })),
    ).toEqual(
      DEMO_USERS.map(({ username, roles, claims }) => ({
        username,
        realmRoles: roles,
        attributes: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, [String(value)]])),
        password: `demo-only-${username}`,
      })),
    );
  });

  it("lets integrators ask for the scopes that fields may require", () => {
    for (const { clientId } of DEMO_CLIENTS)
      expect(demo.clients.find((client) => client.clientId === clientId)?.optionalClientScopes).toEqual([
        "credit.read",
        "funds.read",
        "matters.read",
      ]);
  });

  it("adds gov-cli and the service accounts, and the password grant to gov-cli alone", () => {
    const known = new Set(production.clients.map(({ clientId }) => clientId));
    expect(demo.clients.map(({ clientId }) => clientId).filter((id) => !known.has(id))).toEqual([
      "gov-cli",
      ...DEMO_CLIENTS.map(({ clientId }) => clientId),
    ]);
    expect(
      demo.clients.filter(({ directAccessGrantsEnabled }) => directAccessGrantsEnabled).map(({ clientId }) => clientId),
    ).toEqual(["gov-cli"]);
  });

  it("declares every attribute of its users, for Keycloak drops undeclared ones without a word", () => {
    const declared = JSON.stringify(demo);
    for (const { claims } of DEMO_USERS)
      for (const [name, value] of Object.entries(claims)) {
        expect(declared).toContain(`{\\"name\\":\\"${name}\\"`);
        if (name === "subject_hash") expect(value).toMatch(/^demo-subject-[0-9]+$/);
      }
  });
});
