/** Renders docs/limits.md: every limit of the gateway, from the constants that hold it. */
import { APP_READ_MS } from "../gateway/apps/registered-apps.js";
import { CACHE_BYTES } from "../gateway/document/caches.js";
import { PAGE_ROWS } from "../gateway/bulk/bulk-query.js";
import { BULK_PLACES } from "../gateway/bulk/bulk-routes.js";
import { PART_LIMITS } from "../gateway/bulk/make-part.js";
import { PART_READ_MS } from "../gateway/bulk/when-read.js";
import { COST_LIMITS } from "../gateway/document/cost-limits.js";
import { DEFAULT_PAGE, PLAIN_LIST } from "../gateway/document/list-size.js";
import { PLAN_LIMITS } from "../gateway/engine/plan-queue.js";
import { THREAD_LIMITS } from "../gateway/engine/planning/questions.js";
import { ENDED_BY } from "../gateway/engine/planning/ended-by.js";
import { WARMED } from "../gateway/generation/generations.js";
import { GATEWAY_VARIABLES } from "../gateway/config.js";
import { LIVE_LIMITS } from "../gateway/live/live.js";
import { MOST_SET_ASIDE, PUSH_MS, PUSH_PLACES, SHARED_FEED, WEBHOOK_PAUSES } from "../platform/webhooks/index.js";
import { UNREAD_MS } from "../gateway/files/download.js";
import { DOWNLOAD_PLACES, UPLOAD_PLACES } from "../gateway/files/places.js";
import { STALLED_MS, UPLOAD_MS } from "../gateway/files/upload.js";
import { MOST_FILES } from "../platform/files/attached/index.js";
import { RECEIPT_MS, SCAN_SILENCE_MS } from "../platform/files/index.js";
import { REQUEST_DEADLINE_MS } from "../gateway/context.js";
import { HTML_LIMITS } from "../platform/import/files/html.js";
import { PAGE_BYTES } from "../platform/import/files/html-page.js";
import { LONGEST_MEMBER } from "../platform/import/files/json-members.js";
import { MOST_COLUMNS } from "../platform/import/files/table.js";
import { SHEET_LIMITS } from "../platform/import/files/workbook/sheet-rows.js";
import { WORKBOOK_LIMITS } from "../platform/import/files/workbook/workbook-source.js";
import { ZIP_LIMITS } from "../platform/import/files/zip.js";
import { MOST_PARTS } from "../gateway/loads/receive-part.js";
import { UNDO_DAYS } from "../platform/database/index.js";
import { LOAD_LIMITS, MOST_ATTEMPTS } from "../platform/loads/index.js";
import { CONTRACT_CACHE_SHARE } from "../gateway/request/contract-doors.js";
import { MAX_BODY_BYTES } from "../gateway/request/body.js";
import { DOCUMENT_LIMITS } from "../gateway/document/document-limits.js";
import { RECEIPT_COST } from "../gateway/request/receipts.js";
import { LOOKUP_COST } from "../gateway/request/named-document.js";
import { DEFAULT_QUOTAS } from "../gateway/request/rate-limit.js";
import { MOST_OPERATIONS } from "../gateway/use/use-counts.js";
import { WRITTEN_EVERY_MS } from "../gateway/use/use.js";
import { USE_DAYS } from "../platform/use/use.repository.js";
import { MOST_GIVEN } from "../gateway/engine/compiled/given-values.js";
import { ANSWER_LIMITS } from "../gateway/upstream/answer-measure.js";
import { CALL_DEADLINE_MS } from "../gateway/upstream/http-subgraph.js";
import { SLOT_LIMITS } from "../gateway/upstream/subgraph-slots.js";
import { MOST_CONTRACTS } from "../platform/config/index.js";
import { MAX_ANSWER_BYTES } from "../platform/subgraph/index.js";
import { DOOR_LIMITS, MOST_DOCUMENTS } from "../platform/documents/index.js";
import { MOST_AGE_S } from "../gateway/request/public-caching.js";
import { TRUSTED_TIMES } from "../gateway/trusted/trusted-documents.js";
import { GENERATED, table } from "./markdown.js";

const number = (value: number): string => value.toLocaleString("en-US");
const kib = (bytes: number): string => `${number(bytes / 1024)} KiB`;
const mib = (bytes: number): string => `${number(bytes / 1024 / 1024)} MiB`;
const both = ({ anonymous, signedIn }: { readonly anonymous: number; readonly signedIn: number }): string[] => [
  number(anonymous),
  number(signedIn),
];
const same = (value: string): string[] => [value, value];

/** The page. */
export const renderLimits = (): string =>
  `# Limits\n\n${GENERATED}\n\nNothing of a request beyond these limits is planned or asked of a service. It is refused with \`LIMIT_EXCEEDED\`, and \`extensions.reason\` names the limit.

## A document
${table(
  ["reason", "what is limited", "without a token", "signed in"],
  [
    ["BODY", "body of the request, as sent and as inflated", ...same(kib(MAX_BODY_BYTES))],
    ["DOCUMENT", "text of the document, in UTF-8", ...same(kib(DOCUMENT_LIMITS.bytes))],
    ["TOKENS", "tokens", ...both(DOCUMENT_LIMITS.tokens)],
    ["OPERATIONS", "operations", ...same("1")],
    ["DEPTH", "levels of fields", ...same(number(DOCUMENT_LIMITS.depth))],
    ["ROOT_FIELDS", "root fields", ...same(number(DOCUMENT_LIMITS.rootFields))],
    ["ALIASES", "aliases", ...same(number(DOCUMENT_LIMITS.aliases))],
    ["DIRECTIVES", "directives", ...same(number(DOCUMENT_LIMITS.directives))],
    ["FRAGMENTS", "fragments, used or not", ...same(number(DOCUMENT_LIMITS.fragments))],
    ["SELECTIONS", "selections, fragments written out", ...both(DOCUMENT_LIMITS.expandedSelections)],
    [
      "ABSTRACT_FIELDS",
      "fields at and below unions and interfaces, each counted for every type its object can have",
      ...same(number(COST_LIMITS.abstractFields)),
    ],
    ["NODES", "list items that an answer may have", ...both(COST_LIMITS.nodes)],
    [
      "VARIABLES",
      "levels and values of the variables",
      ...same(`${DOCUMENT_LIMITS.variables.levels} and ${number(DOCUMENT_LIMITS.variables.values)}`),
    ],
  ],
)}

Of a document that an app [published](documents.md): ${kib(DOCUMENT_LIMITS.published.bytes)}, ${number(DOCUMENT_LIMITS.published.tokens)} tokens, ${DOCUMENT_LIMITS.published.aliases} aliases, ${DOCUMENT_LIMITS.published.rootFields} root fields, ${DOCUMENT_LIMITS.published.directives} directives, ${DOCUMENT_LIMITS.published.fragments} fragments and ${number(DOCUMENT_LIMITS.published.expandedSelections)} selections; all else as above. A version of an app holds at most ${number(MOST_DOCUMENTS)}; behind its doors at [REST](rest.md) and as [tools](mcp.md) stand at most ${DOOR_LIMITS.operations} operations of ${kib(DOOR_LIMITS.bytes)}. Gateways go by what they read of published documents for ${TRUSTED_TIMES.foundMs / 1_000} s, by who is held to them for ${TRUSTED_TIMES.requiredMs / 1_000} s; a shared cache may keep an answer for ${MOST_AGE_S} s at most.

A standard introspection may be ${DOCUMENT_LIMITS.introspection.depth} levels deep and is not charged. Fragments that nothing spreads count as if they were spread, since they are read as well.
Of a document that is not valid, the first ${DOCUMENT_LIMITS.faults} faults are told.

## How list items are counted
Lengths of lists are multiplied down the document: \`organizations(first: 50) { nodes { penalties(first: 10) { nodes { id } } } }\` is 50 + 50 × 10 = 550. A page has
\`first\` items, ${DEFAULT_PAGE} where neither the request nor the schema says how many; a list without \`first\` has ${PLAIN_LIST}, unless the schema says otherwise. Null is as if nothing were
given. \`edges\` and \`nodes\` of a page are the same items and count once; a page, or its \`nodes\`, under two aliases counts twice. Single objects and scalars are 0. Of
the types of a union the dearest counts. What \`@skip\` and \`@include\` leave out of this request counts nothing.

The weighted cost goes by \`@cost\` and \`@listSize\` of the GraphQL Cost Directives specification where a service declares them: an object is 1, a scalar 0, times
the lengths of the lists above it. The header \`x-cost: show\` shows both numbers as \`extensions.cost { nodes weighted }\`.

## A client
Each client has a bucket of weighted cost, which refills at an even rate; a request takes its weighted cost, one unit at least and a full bucket at most. The name of a [published document](documents.md) that the gateway has to look up takes ${number(LOOKUP_COST)} more, before it does; a [receipt](receipts.md) takes ${number(RECEIPT_COST)} more. Without a token the
client is the address (a network of 64 bits for IPv6), behind as many proxies as \`GATEWAY_TRUSTED_PROXIES\` says; with one it is the person at the client, or the client.
A bucket holds ${number(DEFAULT_QUOTAS.anonymous)} units a minute without a token (\`GATEWAY_RATE_ANONYMOUS\`) and ${number(DEFAULT_QUOTAS.signedIn)} with one (\`GATEWAY_RATE_SIGNED_IN\`). Every answer of \`/graphql\`, and of a contract, says in \`RateLimit\` and
\`RateLimit-Policy\` (draft-ietf-httpapi-ratelimit-headers-10) what is left; where too little is, the answer is 429 \`RATE_LIMITED\` with \`Retry-After\`, and nothing is taken. Several gateways share
buckets through PostgreSQL (\`GATEWAY_RATE_STORE\`); while it does not answer, each counts for itself.

A [registered app](users/integrator.md#register-an-app) that asks for itself has a bucket of a minute and one of a day in place of these; without an agreement they hold at most 6,000,000 and 1,000,000,000. \`RateLimit\` tells of both. Gateways go by what they read of an app for ${APP_READ_MS / 1_000} s. The header \`x-cost: show\` adds to \`extensions.cost\` what was \`requested\`, what was taken (\`actual\`) and what is left in the emptier bucket (\`remaining\`).

Use is counted every ${WRITTEN_EVERY_MS / 1_000} s (\`GATEWAY_USE_STORE\`), tells ${MOST_OPERATIONS} operations of one client apart in a day, and is kept for ${USE_DAYS} days ([decision 49](decisions/0049-use-is-counted-by-operation.md)).

## An answer of a service
${table(
  ["what", "limit", "beyond it"],
  [
    ["one call", `${CALL_DEADLINE_MS / 1_000} s, and no longer than the whole request`, "`UPSTREAM_TIMEOUT`"],
    [
      "an answer, not encoded",
      mib(MAX_ANSWER_BYTES),
      "no more is read, and the connection ends; `UPSTREAM_UNAVAILABLE`",
    ],
    [
      "objects and lists within each other, and values, of a partner's answer",
      `${ANSWER_LIMITS.depth} and ${number(ANSWER_LIMITS.values)}`,
      "it is not read; `UPSTREAM_UNAVAILABLE`",
    ],
    [
      "a text that one service gives another, as a key or a required value",
      `${number(MOST_GIVEN)} characters`,
      "the other service is not asked of that object; `UPSTREAM_INVALID`",
    ],
  ],
)}

## The process
${table(
  ["what", "limit", "beyond it"],
  [
    [
      "requests validated in one round of the event loop",
      "1",
      "others wait, clients have their turns one after the other, and everything else is answered between two rounds",
    ],
    [
      "plans asked of the planning thread at a time",
      number(PLAN_LIMITS.atOnce),
      "others wait, clients have their turns one after the other, and everything else is answered meanwhile (with `GATEWAY_ENGINE=apollo`: between two plans)",
    ],
    [
      "one plan, and loading a supergraph",
      `${THREAD_LIMITS.planMs / 1_000} s and ${THREAD_LIMITS.loadMs / 1_000} s`,
      `the thread is ended and replaced; the document gets 503, reason PLANNING, and is not planned again for ${ENDED_BY.forMs / 1_000} s`,
    ],
    [
      "memory of the planning thread",
      `${number(THREAD_LIMITS.heapMib)} MiB, and ${number(THREAD_LIMITS.youngMib)} MiB of what is young`,
      "as above",
    ],
    [
      "requests that wait for their plan",
      `${number(PLAN_LIMITS.waiting)}, ${number(PLAN_LIMITS.waitingOfOne)} of one client`,
      "503 `SERVICE_UNAVAILABLE`, reason PLANNING, with `Retry-After`; so too at the deadline; who hangs up waits no longer",
    ],
    ["a whole request", `${REQUEST_DEADLINE_MS / 1_000} s`, "`UPSTREAM_TIMEOUT`"],
    [
      "requests to one service at once; equal ones are [one](decisions/0063-requests-to-services-are-shared.md)",
      number(SLOT_LIMITS.atOnce),
      `${SLOT_LIMITS.waiting.light} wait, others get \`SERVICE_UNAVAILABLE\`, reason BUSY, with \`Retry-After\`; so too at the deadline; who hangs up waits no longer`,
    ],
    [
      `of them of documents of more than ${number(SLOT_LIMITS.heavyNodes)} list items`,
      number(SLOT_LIMITS.heavyAtOnce),
      `${SLOT_LIMITS.waiting.heavy} wait, others as above: a light question always finds a place`,
    ],
    [
      "of them mutations ([decision 125](decisions/0125-writes-leave-places-to-reads.md))",
      number(SLOT_LIMITS.writesAtOnce),
      `${SLOT_LIMITS.waiting.write} wait, others as above`,
    ],
    ["documents remembered, without their text", mib(CACHE_BYTES.known), "what was used longest ago is forgotten"],
    ["plans remembered", mib(CACHE_BYTES.plans), "as above"],
    ["answers about the schema itself, remembered", mib(CACHE_BYTES.introspection), "as above"],
    [
      "documents planned for another supergraph or policy before it is in use",
      `${number(WARMED.documents)} that were asked last, for ${WARMED.ms / 1_000} s`,
      "planned when they are asked",
    ],
    [
      "documents analysed and pruned, remembered",
      `${mib(CACHE_BYTES.analysed)} and ${mib(CACHE_BYTES.pruned)}`,
      "as above",
    ],
    [
      "contracts of a graph",
      String(MOST_CONTRACTS),
      `refused; each that is asked keeps documents in 1/${1 / CONTRACT_CACHE_SHARE} of the bounds above, in caches of its own`,
    ],
  ],
)}

## A subscription
${table(
  ["what", "limit", "beyond it"],
  [
    [
      "document and variables",
      "those of a query; each event is charged as its query",
      "as a query; an event that the rate does not allow comes later",
    ],
    [
      "open at once of one person, client or address, of a gateway",
      `${LIVE_LIMITS.ofOne}, ${number(LIVE_LIMITS.ofAll)}`,
      "429 `RATE_LIMITED`, reason SUBSCRIPTIONS, with `Retry-After`",
    ],
    [
      "pause between two looks at a service's journal",
      `${LIVE_LIMITS.everyMs / 1_000} s`,
      "steps between are told with one event",
    ],
    ["its length", "that of the token", "an event `UNAUTHENTICATED`, reason TOKEN_ENDED, and the end"],
    [
      "pause between two signs of life",
      `${LIVE_LIMITS.beatMs / 1_000} s`,
      "a reader that took nothing between two is left",
    ],
  ],
)}

## A part of a bulk export
${table(
  ["what", "limit", "beyond it"],
  [
    [
      "rows, MiB before they are packed, and seconds of one part",
      `${number(PART_LIMITS.rows)}, ${PART_LIMITS.bytes / 1024 / 1024} and ${PART_LIMITS.ms / 1_000}, of whole pages of ${PAGE_ROWS} rows`,
      "the part ends; its header `govgraph-next` says where the next one begins",
    ],
    ["a page of it", "those of its document", "as a query"],
    [
      "parts at once of one client, of a gateway, that are made or not yet read",
      `${BULK_PLACES.ofClient}, ${BULK_PLACES.all}`,
      "429 `RATE_LIMITED`, reason BULK_PARTS, with `Retry-After`",
    ],
    [
      "time in which a part that was made is read",
      `${PART_READ_MS / 1_000} s`,
      "the connection ends: ask for its place again",
    ],
    ["time from the first part to the last", "the day in Shanghai", "`BAD_USER_INPUT`, reason CURSOR_EXPIRED"],
  ],
)}

## Pushes to webhooks
${table(
  ["what", "limit", "beyond it"],
  [
    [
      "webhooks at once of one process; of them to receivers that were quick the last time, to all others, to one host",
      `${PUSH_PLACES.all}; ${PUSH_PLACES.ofKind}, ${PUSH_PLACES.ofKind}, ${PUSH_PLACES.ofReceiver}`,
      "they wait, the longest first",
    ],
    ["time of a receiver for one push", `${PUSH_MS / 1_000} s`, "it is tried again"],
    [
      "tries of a piece, and the longest pause between two",
      `${WEBHOOK_PAUSES.mostTries}, ${WEBHOOK_PAUSES.longestMs / 60_000} min`,
      "it is set aside",
    ],
    ["pieces that were set aside of one app", number(MOST_SET_ASIDE), "the oldest is forgotten"],
    [
      "time in which a change is seen, where nothing waits",
      `${(WEBHOOK_PAUSES.idleMs + SHARED_FEED.freshMs) / 1_000} s`,
      `${SHARED_FEED.ownMs / 1_000} s at the latest`,
    ],
  ],
)}

## A file that is uploaded
${table(
  ["what", "limit", "beyond it"],
  [
    [
      "one file",
      `${GATEWAY_VARIABLES.GATEWAY_FILES_MOST_MIB.fallback} MiB (\`GATEWAY_FILES_MOST_MIB\`)`,
      "413 `LIMIT_EXCEEDED`, reason FILE_SIZE",
    ],
    [
      "files and MiB of one person or client in a day, which refill at an even rate",
      `${GATEWAY_VARIABLES.GATEWAY_FILES_A_DAY.fallback} and ${number(Number(GATEWAY_VARIABLES.GATEWAY_FILES_MIB_A_DAY.fallback))} (\`GATEWAY_FILES_A_DAY\`, \`GATEWAY_FILES_MIB_A_DAY\`); a file counts in whole MiB`,
      "429 `RATE_LIMITED`, reason FILE_QUOTA, with `Retry-After`",
    ],
    [
      "uploads at once of one client, of a gateway",
      `${UPLOAD_PLACES.ofClient}, ${UPLOAD_PLACES.all}`,
      "429, reason FILE_UPLOADS",
    ],
    ["downloads at once", `${DOWNLOAD_PLACES.ofClient}, ${DOWNLOAD_PLACES.all}`, "as above"],
    [
      "an upload, and a time without a byte of it",
      `${UPLOAD_MS / 60_000} min and ${STALLED_MS / 1_000} s`,
      "the connection ends, nothing stays",
    ],
    ["a time in which a reader takes no byte", `${UNREAD_MS / 1_000} s`, "the connection ends"],
    ["a word of the virus scanner", `${SCAN_SILENCE_MS / 1_000} s`, "503 `SERVICE_UNAVAILABLE`, reason FILE_SCANNER"],
    ["an upload that nothing holds", `${RECEIPT_MS / 3_600_000} h`, "it is removed"],
    [
      "files of one object, where its rule does not say fewer",
      number(MOST_FILES),
      "`RULE_VIOLATION`, reason FILE_COUNT",
    ],
  ],
)}

## A file that is imported
Text, JSON, JSON Lines and XML are read piece by piece, from an archive too, and may be of any size. What is above a limit is refused with a sentence, and nothing is loaded.

${table(
  ["what", "limit"],
  [
    ["columns of a table, keys of records", number(MOST_COLUMNS)],
    ["a record of a JSON list", `${number(LONGEST_MEMBER)} characters`],
    ["files in a zip, and what they are unpacked", `${number(ZIP_LIMITS.entries)} and ${mib(ZIP_LIMITS.bytes)}`],
    [
      `how much smaller a file of a zip may be packed, above ${mib(ZIP_LIMITS.alwaysBytes)}`,
      `${ZIP_LIMITS.ratio} times`,
    ],
    ["a workbook, and what it is unpacked", `${mib(WORKBOOK_LIMITS.fileBytes)} and ${mib(ZIP_LIMITS.workbookBytes)}`],
    [
      "memory of the thread that reads it, and time until its rows are there",
      `${number(WORKBOOK_LIMITS.heapMiB)} MiB and ${WORKBOOK_LIMITS.seconds} s`,
    ],
    ["cells of a sheet", number(SHEET_LIMITS.cells)],
    ["the page of one document", mib(PAGE_BYTES)],
    ["an HTML page, and its cells", `${mib(HTML_LIMITS.bytes)} and ${number(HTML_LIMITS.cells)}`],
  ],
)}

Agencies that load [at the gateway](imports-http.md) load within these too:

${table(
  ["what", "limit"],
  [
    ["a part of a file, and a file", `${mib(LOAD_LIMITS.partBytes)} and ${mib(LOAD_LIMITS.fileBytes)}`],
    ["files of an agency that are kept at the same time", String(LOAD_LIMITS.files)],
    ["parts that a gateway takes at the same time", `${MOST_PARTS}; SERVICE_UNAVAILABLE above`],
    ["days until a file, its report and its rows to correct are removed", String(LOAD_LIMITS.keptDays)],
    ["days in which a load can be undone", String(UNDO_DAYS)],
    ["times that a step is begun whose worker ends", String(MOST_ATTEMPTS)],
  ],
)}

Headings of three rows, several tables in one sheet, and tables turned on their side are not understood: say \`headerRow\`, or give each table a sheet.
`;
