/** Mutants of what one client may ask for: list items, rate, plans at a time, places of a service. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const BOMBS = { file: "test/security/cost-bombs.test.ts" };
const BUSY = { file: "test/unit/gateway/busy.test.ts" };
const QUEUES = { file: "test/unit/gateway/plan-queue.test.ts" };
const THREAD = { file: "test/unit/gateway/planning-thread.test.ts" };
const RATE = { file: "test/unit/gateway/rate-limit.test.ts" };
const COST = { file: "test/unit/gateway/cost.test.ts" };

const DOCUMENTS = { file: "test/unit/gateway/document-limits.test.ts" };

const HOSTILE = { file: "test/security/hostile-replies.test.ts" };

export const LIMIT_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("gateway/upstream/http-subgraph.ts", HOSTILE, [
    ["a partner's answer may be as deep as it likes", "if (!isShared && !isWithin(exchanged.text))", "if (false)"],
  ]),
  ...mutantsOf("gateway/upstream/exchange.ts", HOSTILE, [
    ["an encoded answer is read", 'if (encoding !== undefined && encoding !== "identity")', "if (false)"],
  ]),
  ...mutantsOf("gateway/engine/compiled/given-values.ts", { file: "test/unit/gateway/given-values.test.ts" }, [
    ["a key may hold what no database keeps", '!value.includes("\\u0000") && ', ""],
    ["a key may be of another kind", "leaf(value) !== undefined && ", ""],
  ]),
  ...mutantsOf("gateway/document/document-measure.ts", DOCUMENTS, [
    [
      "fragments that nothing spreads are not measured",
      "...fragments.filter((fragment) => !measured.has(fragment)).map(ofFragment)",
      "",
    ],
    ["a fragment counts once, however often it is spread", "selections += inner.selections;", ""],
    ["fields of fragments are no root fields", "fields += isField ? 1 : inner.fields;", "fields += isField ? 1 : 0;"],
  ]),
  ...mutantsOf("gateway/document/document-limits.ts", DOCUMENTS, [
    [
      "variables have no limit",
      "if (depth > levels || nodes + pending.length + children.length > values)",
      "if (depth < 0)",
    ],
    [
      "there is no limit of fragments",
      "if (fragments.length > limits.fragments) throw",
      "if (fragments.length < 0) throw",
    ],
  ]),
  ...mutantsOf("gateway/document/cost-limits.ts", BOMBS, [
    ["list items have no limit", "if (cost.nodes > most)", "if (cost.nodes < 0)"],
    [
      "everybody may ask for what those signed in may",
      "const most = COST_LIMITS.nodes[viewer];",
      "const most = COST_LIMITS.nodes.signedIn;",
    ],
    [
      "fields below unions have no limit",
      "if (cost.abstractFields > COST_LIMITS.abstractFields)",
      "if (cost.abstractFields < 0)",
    ],
  ]),
  ...mutantsOf("gateway/document/cost-measure.ts", COST, [
    ["lengths are not multiplied", "nodes: own + repeats * (below?.nodes ?? 0),", "nodes: own + (below?.nodes ?? 0),"],
  ]),
  ...mutantsOf("gateway/document/list-size.ts", COST, [
    ["the length in a variable is not read", "? variables.given[name]", "? undefined"],
  ]),
  ...mutantsOf("gateway/request/rate-limit.ts", BUSY, [
    [
      "nobody is refused for the rate",
      "if (refused) throw tooMuch(refused);",
      "if (refused && cost < 0) throw tooMuch(refused);",
    ],
  ]),
  ...mutantsOf("gateway/request/client-of.ts", BUSY, [
    [
      "everybody shares the bucket of all addresses",
      'return `address ${networkOf(address ?? "")}`;',
      'return "address";',
    ],
    ["a person's bucket is that of the address", 'if (viewer.kind === "anonymous") return', "if (viewer) return"],
  ]),
  ...mutantsOf("gateway/request/rate-buckets.ts", RATE, [
    ["what is refused is taken", "if (allowed) fullAt.set", "fullAt.set"],
  ]),
  ...mutantsOf("gateway/request/http-request.ts", BUSY, [
    ["more proxies are trusted than there are", "index < trustedProxies", "index <= trustedProxies"],
  ]),
  ...mutantsOf("gateway/request/identify.ts", BUSY, [
    ["a refused request costs nothing", "if (!request.charged) await rate.charge(request, response, 1);", ""],
  ]),
  ...mutantsOf("gateway/waiting-line.ts", QUEUES, [
    ["a client that has left is waited for", 'gone?.addEventListener("abort", refuse);', ""],
    [
      "who is too late has a turn",
      "if (waiting.deadlineAt <= now()) waiting.refuse();",
      "if (false) waiting.refuse();",
    ],
  ]),
  ...mutantsOf("gateway/engine/plan-queue.ts", QUEUES, [
    [
      "any number of plans is made at a time",
      "if (planning < atOnce && line.next()) planning += 1;",
      "if (line.next()) turning = false;",
    ],
  ]),
  ...mutantsOf("gateway/engine/planning/questions.ts", THREAD, [
    ["a document that ended the thread ends the next one too", "this.endedBy.knows(graph.key, document)", "false"],
    [
      "who waits behind a document that ends the thread waits for ever",
      "    else this.next();\n  }\n\n  /** Ends",
      "  }\n\n  /** Ends",
    ],
    ["a thread that nobody needs goes on", "      await this.end();\n", ""],
  ]),
  ...mutantsOf("gateway/engine/compiled/programs.ts", THREAD, [
    ["a plan is waited for beyond the deadline", "inTime(made, patience, planningRefusal)", "made"],
    ["a document that ended the thread is an unexpected error", "throw planningRefusal();", "throw error;"],
  ]),
  ...mutantsOf("gateway/fair-line.ts", QUEUES, [
    ["any number of requests waits for a plan", "size() >= most ||", ""],
    ["one client takes all places of the queue", "|| line.size() >= mostOfOne", ""],
    ["who came first has all turns", "    lines.delete(client);\n", ""],
    ["all clients have one line", "const { client } = patience;", 'const client = "all";'],
  ]),
  ...mutantsOf("gateway/request/turns.ts", { file: "test/unit/gateway/turns.test.ts" }, [
    [
      "requests that arrive together are validated in one round",
      "if (turning) setImmediate(turn);",
      "if (turning) turn();",
    ],
    [
      "whoever asks waits behind all that came before",
      "lines.get(client) ?? createLine();\n      lines.set(client, line);",
      'lines.get("") ?? createLine();\n      lines.set("", line);',
    ],
  ]),
  ...mutantsOf("gateway/upstream/subgraph-slots.ts", BUSY, [
    ["heavy documents take all places", "heavy: limits.heavyAtOnce", "heavy: limits.atOnce"],
    ["writes take all places", "write: limits.writesAtOnce", "write: limits.atOnce"],
    [
      "any number waits for a service",
      "if (!hasPlace(kind) && waiting[kind].size() >= limits.waiting[kind]) throw refusal();",
      "",
    ],
  ]),
  ...mutantsOf("gateway/upstream/http-subgraph.ts", BUSY, [
    [
      "clients that have left wait for a service",
      "slots.run({ nodes, writes, gone, deadlineAt",
      "slots.run({ nodes, writes, deadlineAt",
    ],
  ]),
  ...mutantsOf("gateway/request/observe-request.ts", BUSY, [
    [
      "a busy gateway does not say when to come again",
      'head.headers.set("retry-after", String(RETRY_AFTER_SECONDS));',
      "",
    ],
    [
      "a busy gateway says that all is well",
      "if (Object.values(data ?? {}).every((value) => value === null)) head.status = 503;",
      "",
    ],
  ]),
];
