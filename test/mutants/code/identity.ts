/** Mutants of who somebody is: the form of claims, the one header, the life of a token; and of rows by their own state. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const TOKENS = { file: "test/unit/auth/token-verifier.test.ts" };
const VERSIONS = { file: "test/subgraph/matters-versions.test.ts" };

const CHECKS = { file: "test/subgraph/intermediary-credit-checks.test.ts" };

export const IDENTITY_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/auth/claims.ts", TOKENS, [
    ["a division of two digits is one", "/^[1-9]\\d{5}$/", "/^[1-9]\\d{1,5}$/"],
    ["a division of nine digits is one", "/^[1-9]\\d{5}$/", "/^[1-9]\\d{5,8}$/"],
    ["a division is not checked", '"DIVISION", (text) => DIVISION.test(text)', '"DIVISION", () => true'],
    ["a list is a text", 'typeof value !== "string" || value.length', "String(value).length"],
    ["a claim may be of any length", "value.length > most || ", ""],
    ["a credit code need not check", "&& isValidUscc(text)", ""],
    ["a credit code is folded", "/^[0-9A-Z]{18}$/.test(text) && ", ""],
    [
      "a credit code is the hash of a person",
      "SUBJECT_HASH.test(text)",
      "text.length >= 18 || SUBJECT_HASH.test(text)",
    ],
    [
      "whoever is called like a service account is a client",
      "session === undefined && (",
      "(session === undefined || username !== undefined) && (",
    ],
    [
      "whoever has no session is a client",
      "session === undefined && (username === undefined || SERVICE_ACCOUNT.test(username))",
      "session === undefined",
    ],
    ["a role need not be a text", '!granted.every((role) => typeof role === "string")', "false"],
  ]),
  ...mutantsOf("platform/auth/token-verifier.ts", TOKENS, [
    ["of two headers the first is taken", 'if (more.length > 0) throw refuseToken("HEADER");', ""],
    ["a token may live for a day", "MAX_LIFETIME_S = 900", "MAX_LIFETIME_S = 86_400"],
    ["a subject may be empty", '|| payload.sub === ""', ""],
    [
      "a header of RFC 9068 makes an identity token an access token",
      '(type === "at+jwt" && (kind ?? "Bearer") === "Bearer")',
      'type === "at+jwt"',
    ],
  ]),
  ...mutantsOf("platform/auth/token-refusal.ts", TOKENS, [
    [
      "the client learns which check failed",
      '"The token is not valid.", {}, {',
      '"The token is not valid.", { reason: check }, {',
    ],
  ]),
  ...mutantsOf("subgraphs/matters/matter/matter.service.ts", VERSIONS, [
    ["versions of a public matter are public", ".filter((version) => canReadVersion(viewer, matter, version))", ""],
  ]),
  ...mutantsOf("subgraphs/matters/matter-version/matter-version.service.ts", VERSIONS, [
    [
      "versions of a public matter may be compared",
      "found && canReadVersion(viewer, matter, found) ? found : undefined",
      "found",
    ],
  ]),
  ...mutantsOf("subgraphs/intermediary/bid/bid.policy.ts", CHECKS, [
    ["a list without a clear yes is one", "onSeriousList === true && typeof", "typeof"],
    ["a later entry is the one of the bid", "&& since <= submittedAt", ""],
    ["what was found at the bid is told for good", "&& since !== undefined && since <= submittedAt", ""],
    ["every check is told", "creditCheck === CreditCheck.LISTED && since", "since"],
  ]),
  ...mutantsOf("subgraphs/intermediary/finding/finding.policy.ts", CHECKS, [
    ["findings tell of every list", "[Ground.PUBLIC]", "[Ground.PUBLIC, Ground.LISTED]"],
  ]),
  ...mutantsOf("subgraphs/intermediary/finding/finding.repository.ts", CHECKS, [
    ["a later entry makes the finding", "and standing.since <= f.submitted_on", ""],
  ]),
  ...mutantsOf(
    "subgraphs/intermediary/finding/finding.repository.ts",
    { file: "test/subgraph/intermediary-findings.test.ts" },
    [
      ["a revoked sanction is told until the next refresh", "and (s.revoked_on is null or s.revoked_on > :today)", ""],
      ["findings of a county are those of its neighbours too", "~<~ (?::text || ':')", "~<~ (left(?::text, 4) || ':')"],
    ],
  ),
  ...mutantsOf(
    "subgraphs/intermediary/finding/finding.policy.ts",
    { file: "test/subgraph/intermediary-findings.test.ts" },
    [
      ["declared relations are everybody's", "[Ground.PUBLIC]", "[Ground.PUBLIC, Ground.DECLARED]"],
      ["the department's findings are nobody's but supervisors'", 'ofAgency("department_uscc"), ', ""],
    ],
  ),
  ...mutantsOf(
    "subgraphs/intermediary/finding/finding.of-firms.repository.ts",
    { file: "test/subgraph/intermediary-findings.test.ts" },
    [
      ["sealed bids are found", "and p.opened_on <= :today", ""],
      [
        "a declared relation is a public ground",
        "select '${Ground.DECLARED}', x.kind",
        "select '${Ground.PUBLIC}', x.kind",
      ],
    ],
  ),
];
