/** Renders docs/identity.md: what a realm must give, and what its log says of a refused token, from the table of checks. */
import { MAX_LIFETIME_S, ROLES, TOKEN_CHECKS } from "../platform/auth/index.js";
import { GENERATED, table } from "./markdown.js";

const CLAIMS = [
  ["`iss` `aud` `sub` `azp` `iat` `exp`", "always", "who signed for whom, and how long"],
  ["`typ`", "`Bearer`", "tells an access token from the realm's other tokens"],
  [
    "`sid`",
    "whoever signed in",
    "a token without it and with the name of a service account is a client's; agreements are clients' alone",
  ],
  ["`preferred_username`", "persons and service accounts", "shown in `me`, no key to any record"],
  ["`realm_access.roles`", "whoever has a role", `names of the roles below; others are left aside`],
  [
    "`division_code`",
    "supervisors, auditors, officers",
    "six digits; a supervisor sees the division and all below it (220000: the province)",
  ],
  ["`agency_uscc`", "officers and publishers", "credit code of their agency"],
  ["`subject_uscc`", "agents of enterprises", "credit code of the body they act for"],
  ["`subject_hash`", "citizens", "keyed SHA-256 of the identity number, hexadecimal; never the number"],
  ["`scope` `acr`", "optional", "scopes of integrators, `strong` after a second factor"],
];

/** The text of docs/identity.md. */
export const identity = (): string => `# Identity: what a realm must give

${GENERATED}

Access tokens come from one issuer, a Keycloak realm or another OpenID provider that signs the same claims. Without a token a request is anonymous; a token that fails any
check is refused with 401 and never taken for anonymous. The client learns \`UNAUTHENTICATED\` and no more; the gateway's log line \`REQUEST_REFUSED\` has the failed check in \`reason\`.

## Where
\`GATEWAY_ISSUER_URL\` is the name that tokens carry in \`iss\`, as browsers know the realm. Where the gateway reaches the realm under another address (containers, a private network),
\`GATEWAY_KEY_SET_URL\` says where its public keys are, such as \`http://keycloak:8080/realms/gov/protocol/openid-connect/certs\`. Keys are fetched again each minute and when an unknown
one appears, and serve for twelve hours while the endpoint is down.

## The realm
[infra/keycloak/realm.json](../infra/keycloak/realm.json) has all of this. A realm of your own needs, for each client whose users come here:

1. **An audience mapper** (\`oidc-audience-mapper\`, included client audience \`gov-graph\`, in access tokens), in a default client scope. Keycloak adds no audience for a resource server by
   itself: without the mapper every token is refused with AUDIENCE.
2. **The scope \`basic\`** as a default scope, or its mapper \`oidc-sub-mapper\`: since Keycloak 25 \`sub\` comes from there, and a realm file that lists its own client scopes has to list this one
   too. Without it: SUBJECT.
3. **Realm roles** with the mapper \`oidc-usermodel-realm-role-mapper\` to \`realm_access.roles\`; with \`fullScopeAllowed: false\` the roles need a scope mapping, or they are left out without a word.
4. **Mappers of the attributes** below (\`oidc-usermodel-attribute-mapper\`, one value, JSON type String). Attributes that the realm's user profile does not declare are dropped without a word.
   Users must not edit them.
5. **A life of access tokens** of at most ${MAX_LIFETIME_S / 60} minutes (Keycloak's default is 5). Without it: LIFETIME.
6. **ES256, PS256 or RS256** as signature algorithm; RS256 for clients of the operator's endpoints.
7. **No lightweight access tokens**, or every mapper above with *Add to lightweight access token* (\`lightweight.claim: true\`): they leave out audience, roles, \`sub\` and attributes. \`admin-cli\` and the admin
   console have them switched on. What is refused first is AUDIENCE.
8. \`at+jwt\` as the header's type (the client's switch, RFC 9068) is taken, and so is Keycloak's \`JWT\`.

Roles: ${ROLES.map((role) => `\`${role}\``).join(", ")}.

## Claims
${table(["claim", "of whom", "what for"], CLAIMS)}

\`integrator_admin\` is held beside \`enterprise_agent\`: who has both registers apps of the body that they act for ([decision 117](decisions/0117-apps-are-registered-in-the-graph.md)).

A claim that is there has its form, or the token is refused: nothing is trimmed, folded or guessed.

## Checks
${table(
  ["`reason` in the log", "what is asked"],
  Object.entries(TOKEN_CHECKS).map(([check, asked]) => [check, asked]),
)}
`;
