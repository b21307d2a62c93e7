/** Mutants of what one request may cause: time, caller, nodes, statements, size of the answer. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const REQUEST = { file: "test/security/one-request.test.ts" };
const WORK = { file: "test/unit/database/request-work.test.ts" };
const BEGUN = { file: "test/unit/graphql/signed-request.test.ts" };
const FAILURES = { file: "test/security/service-failures.test.ts" };
const DOOR = { file: "test/security/subgraph-door.test.ts" };
const SOURCE = { file: "test/unit/gateway/http-subgraph.test.ts" };

export const WORK_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/database/request-work.ts", WORK, [
    ["nodes have no limit", "if (nodes > mostNodes) stop(tooManyNodes());", ""],
    ["the loop has no turn", "return sinceTurn >= NODES_PER_TURN ? nextTurn() : turn;", "return turn;"],
    ["the clock is not looked at", "if (!reason && performance.now() >= endsAt) timeOver();", ""],
  ]),
  ...mutantsOf("platform/database/batch-loader.ts", WORK, [
    ["a turn splits a batch", "if (turn) void turn.then(wait);", "if (!work) wait();"],
  ]),
  ...mutantsOf("platform/database/request-client.ts", REQUEST, [
    ["a transaction is left open", "if (!work || ENDS_TRANSACTION.test(statement.sql)) return", "if (!work) return"],
    ["a cancellation meets the statement of who has the connection next", "if (cancelled) await cancelled;", ""],
  ]),
  ...mutantsOf("platform/subgraph/signed-request.ts", BEGUN, [
    ["a deadline may lie in any future", "? Math.min(given, longestMs) : longestMs", "? given : longestMs"],
  ]),
  ...mutantsOf("platform/subgraph/executor.ts", REQUEST, [
    ["an answer may have any size", "if (isLargerThan(data, MAX_ANSWER_BYTES))", "if (data === 0)"],
  ]),
  ...mutantsOf("platform/http/body.ts", DOOR, [
    ["a body may have any size", "if (bytes > mostBytes) refuse(", "if (bytes < 0) refuse("],
    ["a body may be packed", 'encoding !== undefined && encoding !== "identity"', "false"],
  ]),
  ...mutantsOf("platform/subgraph/operations.ts", DOOR, [
    ["a subgraph tells its schema", "[...specifiedRules, NoSchemaIntrospectionCustomRule]", "[...specifiedRules]"],
  ]),
  ...mutantsOf("platform/errors/to-graphql-error.ts", FAILURES, [
    [
      "a refused value is our fault",
      'if (isBadValue(original)) return reported("BAD_USER_INPUT", place, original, report);',
      "",
    ],
    ["a division by zero is the client's fault", "22(?!012)[0-9A-Z]{3}", "22[0-9A-Z]{3}"],
  ]),
  ...mutantsOf("platform/subgraph/failure-report.ts", FAILURES, [
    ["a failure of many fields is as many lines", "if (earlier !== undefined) return earlier;", ""],
  ]),
  ...mutantsOf("gateway/upstream/http-subgraph.ts", SOURCE, [
    ["a service that fails is counted as ok", "outcome: outcomeOf(given.answer.errors)", 'outcome: "ok"'],
  ]),
  ...mutantsOf("gateway/upstream/exchange.ts", SOURCE, [
    ["a client that hung up is waited for", 'request.gone.addEventListener("abort", this.leave);', ""],
    ["a slow service is waited for", "setTimeout(this.giveUp, request.waitMs)", "setTimeout(() => undefined, 0)"],
    [
      "an answer of any size is read",
      "if (this.body.add(part) > this.request.mostBytes)",
      "if (this.body.add(part) < 0)",
    ],
  ]),
];
