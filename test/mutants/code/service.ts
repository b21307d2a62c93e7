/** Mutants of enforcement where values are: in our subgraphs, in a partner's stead, and in what travels between them. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const FIXTURE = { file: "test/unit/gateway/disclosure.test.ts" };
const ENFORCE = { file: "test/unit/disclosure/enforce.test.ts" };
const GUARD = { file: "test/unit/gateway/partner-guard.test.ts" };
const RECORDER = { file: "test/unit/gateway/fetch-recorder.test.ts" };
const SOURCE = { file: "test/unit/gateway/http-subgraph.test.ts" };
const KEYS = { file: "test/unit/auth/context-keys.test.ts" };
const PARTNER = { file: "test/unit/gateway/partner-call.test.ts" };
const SIGNATURE = { file: "test/unit/auth/signed-context.test.ts" };

export const SERVICE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/disclosure/enforcement/enforce.ts", ENFORCE, [
    ["a subgraph enforces nothing", "field.resolve = async (", "(field as { none?: unknown }).none = async ("],
    [
      "a subgraph shows what it should mask",
      "const masked = applyMask(rule.mask, await resolve(source, args, context, info));",
      "const masked = (await resolve(source, args, context, info)) as string | null;",
    ],
    [
      "a subgraph does not report what it masks",
      "if (masked !== null) disclosure.mask({ ...entry, mask: rule.mask });",
      "",
    ],
    ["a subgraph does not report what it withholds", "disclosure.withhold(entry);", ""],
    [
      "a subgraph with other rules than the gateway's goes by its own",
      'otherPolicy ? "WITHHELD" : decider.ofRow',
      "decider.ofRow",
    ],
    ["a subgraph knows of no agreements", "createDecider(table, agreements)", "createDecider(table)"],
    ["positions of lists are told", 'typeof step.key === "number" ? "@" : step.key', "String(step.key)"],
  ]),
  ...mutantsOf("platform/disclosure/table/object-rules.ts", { file: "test/unit/disclosure/object-rules.test.ts" }, [
    [
      "a rule of an interface holds for no type",
      "if (!isInterfaceType(type)) return [rule];",
      "if (rule) return [rule];",
    ],
    [
      "a type's own rule yields to its interface's",
      ".filter((written) => !own.has(`${rule.subgraph} ${ruleName(written)}`))",
      "",
    ],
    [
      "another subgraph's rule is taken for the type's own",
      "!own.has(`${rule.subgraph} ${ruleName(written)}`)",
      "![...own].some((name) => name.endsWith(` ${ruleName(written)}`))",
    ],
  ]),
  ...mutantsOf("platform/disclosure/enforcement/disclosure-report.ts", ENFORCE, [
    [
      "values that are withheld alike are counted once",
      "if (known) known.count += count;",
      "if (known) known.count = count;",
    ],
    ["a subgraph does not say that it goes by other rules", "if (otherPolicy) return { ...report, otherPolicy };", ""],
  ]),
  ...mutantsOf("gateway/disclosure/partner-guard.ts", FIXTURE, [
    ["a partner's answer is not guarded", 'if (verdict === "FULL") continue;', "if (verdict) continue;"],
    ["a partner's values are not masked but shown", "applyMask(rule.mask, row[key])", "String(row[key])"],
    [
      "a partner's values are withheld where a mask would do",
      'verdict === "MASKED" && rule.mask ?',
      "false && rule.mask ?",
    ],
    [
      "rows of lists are not looked at",
      'return value.forEach((element) => enforce(node, element, [...path, "@"], how));',
      'return enforce(node, value[0], [...path, "@"], how);',
    ],
    [
      "what lies below is not looked at",
      "for (const [key, child] of node.children) if (Object.hasOwn(row, key)) enforce(child, row[key], [...path, key], how);",
      "",
    ],
    [
      "a path of two steps is read as one",
      "facts[first] = rest.length === 0 ? value : { ...(facts[first] as object | undefined), ...(value as object) };",
      "facts[first] = value;\n    if (rest.length > 0) facts[first] = undefined;",
    ],
    ["a withheld value of a partner is not reported", 'else if (verdict === "WITHHELD") how.log.withhold(entry);', ""],
  ]),
  ...mutantsOf("gateway/disclosure/partner-guard.ts", GUARD, [
    [
      "what the gateway asked beside is left in the answer",
      "for (const key of Object.keys(row)) if (key.startsWith(ADDED)) delete row[key];",
      "",
    ],
    ["a rule of another type decides", 'if (typeof type === "string" && type !== rule.type) continue;', ""],
    [
      "an object whose type is not told is shown",
      'if (typeof type === "string" && type !== rule.type) continue;',
      "if (type !== rule.type) continue;",
    ],
    [
      "errors about what the gateway asked beside are told",
      '(path ?? []).some((key) => typeof key === "string" && key.startsWith(ADDED))',
      "false",
    ],
  ]),
  ...mutantsOf("gateway/disclosure/guard-compiler.ts", GUARD, [
    [
      "fragments of a request are not looked into",
      "this.selections(selection.selectionSet, type, node)",
      "selection.selectionSet.selections",
    ],
    ["spreads of a request are not looked into", "return fragment\n", "return (undefined as typeof fragment)\n"],
    [
      "one selection of a key hides the other",
      "node.children.set(key, other ? joined(other, child.node) : child.node);",
      "node.children.set(key, child.node);",
    ],
    ["whose a row is is not asked", 'facts.join(" ")', '""'],
    [
      "rules of a partner's interfaces are forgotten",
      "for (const rule of objectRules(own, schema))",
      "for (const rule of own)",
    ],
    [
      "rules of other subgraphs are enforced too",
      "table.fields.filter((rule) => rule.subgraph === subgraph)",
      "table.fields",
    ],
    [
      "a rule of a type that can not stand there counts",
      "|| doTypesOverlap(this.types.schema, parent, ruled)",
      "|| true",
    ],
  ]),
  ...mutantsOf("gateway/disclosure/policy-in-force.ts", FIXTURE, [
    [
      "a partner is trusted to enforce",
      'const { hash = "", enforces = false } = table.subgraphs[name] ?? {};',
      'const { hash = "" } = table.subgraphs[name] ?? {};\n      const enforces = true;',
    ],
    ["the gateway knows of no agreements", "createDecider(table, agreements);", "createDecider(table);"],
  ]),
  ...mutantsOf("gateway/engine/planners-aliases.ts", RECORDER, [
    ["the planner's names of fields are told", 'key.replace(PLANNERS_ALIAS, "")', "key"],
  ]),
  ...mutantsOf("gateway/engine/apollo/fetch-recorder.ts", RECORDER, [
    [
      "a report is told at the place of the subgraph's own request",
      'return keys[0] === "_entities"',
      'return keys[0] === ("none" as string)',
    ],
  ]),
  ...mutantsOf("gateway/upstream/http-subgraph.ts", SOURCE, [
    [
      "a partner's report is believed",
      "if (isTrusted && !disclosure?.otherPolicy) return disclosure;",
      "if (disclosure ? !disclosure.otherPolicy : isTrusted) return disclosure;",
    ],
    [
      "what a subgraph with other rules shows is passed on",
      "policy.guard.prepare(query)?.withholdAll(data, request);",
      "return disclosure;",
    ],
    ["the policy's hash is not signed", "policyHash: policy.hash,", ""],
    [
      "the request is sent for somebody else",
      "told: isTrusted ? viewer :",
      'told: isTrusted ? { ...viewer, roles: ["supervisor"] } :',
    ],
    [
      "a mutation is sent twice",
      "if (isMutation(query) || !isClosed(cause)) throw cause;",
      "if (!isClosed(cause)) throw cause;",
    ],
  ]),
  ...mutantsOf("gateway/upstream/read-answer.ts", SOURCE, [
    ["a report of any shape is taken", '!["withheld", "masked"].every((kind) => isEntries(disclosure[kind]))', "false"],
  ]),
  ...mutantsOf("gateway/upstream/read-answer.ts", PARTNER, [
    ["who does not know us is taken at its word", 'if (status === 401) throw new CallFailed("signature");', ""],
  ]),
  ...mutantsOf("gateway/upstream/http-subgraph.ts", PARTNER, [
    ["a partner is told who asks", "told: isTrusted ? viewer :", "told: policy ? viewer :"],
    ["a partner's words are told", "errors: errors && inOurWords(errors, asked)", "errors"],
    ["a partner that says it enforces is trusted", "policy.enforces && isShared", "policy.enforces"],
  ]),
  ...mutantsOf("gateway/upstream/asked-data.ts", { file: "test/unit/gateway/partners.test.ts" }, [
    [
      "a partner answers for another service",
      "): Data => kept(data, asked) as Data;",
      "): Data => (asked ? data : kept(data, asked)) as Data;",
    ],
  ]),
  ...mutantsOf("gateway/upstream/partner-errors.ts", PARTNER, [
    ["a partner's code is told", '?? "UPSTREAM_UNAVAILABLE"', '?? (extensions?.["code"] as never)'],
    ["a partner tells of fields of others", "below = below.get(step);", "below = below.get(step) ?? below;"],
    ["a path goes on without end", "lists > MOST_LISTS || ", ""],
  ]),
  ...mutantsOf("gateway/upstream/told-viewer.ts", PARTNER, [
    ["a partner is told who asks for what is public", "if (tiers.length === 0) return {};", ""],
  ]),
  ...mutantsOf("platform/auth/pseudonyms.ts", { file: "test/unit/auth/partner-keys.test.ts" }, [
    ["partners know a viewer by one name", "update(LABEL).update(subgraph)", "update(LABEL)"],
  ]),
  ...mutantsOf("platform/subgraph/server.ts", { file: "test/e2e/disclosure.test.ts", name: "go by other rules" }, [
    [
      "a subgraph takes a gateway's rules for its own",
      "if (given === undefined || given === own) return false;",
      "if (given !== undefined || given === own) return false;",
    ],
  ]),
  ...mutantsOf("platform/subgraph/server.ts", { file: "test/subgraph/import.test.ts", name: "batch calls" }, [
    ["a batch call is anybody's", "if (!batch || signed.signed.viewer.clientId !== BATCH_CLIENT)", "if (!batch)"],
  ]),
  ...mutantsOf("platform/auth/message-signature.ts", SIGNATURE, [
    [
      "a signature is not compared",
      "return signature.length === expected.length && timingSafeEqual(signature, expected);",
      "return true;",
    ],
  ]),
  ...mutantsOf("platform/auth/message-signature.ts", { file: "test/unit/auth/message-signature.test.ts" }, [
    [
      "a signature is not compared under a public key",
      'if (key.type !== "secret") return verifyWith(null, Buffer.from(base), key, signature);',
      'if (key.type !== "secret") return true;',
    ],
  ]),
  ...mutantsOf("platform/auth/signed-context.ts", SIGNATURE, [
    ["the method is not signed", '["@method", method]', '["@method", "POST"]'],
    ["the path is not signed", '["@path", path]', '["@path", "/graphql"]'],
    ["the query is not signed", '["@query", query]', '["@query", "?"]'],
  ]),
  ...mutantsOf("platform/auth/context-verifier.ts", SIGNATURE, [
    ["a request for another subgraph is taken", 'valueOf("govgraph-audience") !== subgraph ||', ""],
    ["another body is taken", 'valueOf("content-digest") !== contentDigest(body) ||', ""],
    ["a signature lives forever", "time <= expires * 1_000 &&", ""],
    ["a signature comes from any future", "created * 1_000 <= time + MOST_SKEW_S * 1_000 &&", ""],
    ["what one before it may have taken is taken again", "created >= firstSecond &&", ""],
    ["a signed request may be sent again", "!nonces.isNew(input.nonce, time)", "false"],
  ]),
  ...mutantsOf("platform/auth/nonces.ts", SIGNATURE, [
    [
      "a nonce is forgotten while its signature lives",
      "if (nowMs - at <= keptMs) break;",
      "if (nowMs - at <= 5_000) break;",
    ],
  ]),
  ...mutantsOf("platform/auth/context-keys.ts", KEYS, [
    ["all services have one key", "update(LABEL).update(service)", "update(LABEL)"],
    ["a service's key is the gateway's", "createSecretKey(derive(key, service))", "createSecretKey(key)"],
    ["a service takes the gateway's key", "(bytes) => bytes === SERVICE_KEY_BYTES,", "(bytes) => bytes > 0,"],
    ["the gateway takes a service's key", " && bytes !== SERVICE_KEY_BYTES", ""],
    ["a short key is taken", "bytes >= LEAST_GATEWAY_KEY_BYTES && ", ""],
  ]),
  ...mutantsOf("platform/config/key-list.ts", KEYS, [
    ["a key is given twice", "if (keys.size < listed.length)", "if (keys.size > listed.length)"],
  ]),
  ...mutantsOf("platform/domain/keyed-code.ts", { file: "test/subgraph/code-keys.test.ts" }, [
    [
      "codes of older keys do not verify",
      "keys.map((key) => isSameCode(codeOf(key, of, length), given)).includes(true)",
      "isSameCode(codeOf(keys[0]!, of, length), given)",
    ],
    ["the oldest key makes codes", "codeOf(keys[0]!, of, length),", "codeOf(keys.at(-1)!, of, length),"],
    ["a code of one purpose is one of another", "update(`key:${purpose}`)", 'update("key:")'],
  ]),
  ...mutantsOf("platform/database/like.ts", { file: "test/unit/database/like.test.ts" }, [
    ["what was written is a pattern", 'text.replaceAll(/[\\\\%_]/g, "\\\\$&")', "text"],
    ["a backslash takes the escape away", "/[\\\\%_]/g", "/[%_]/g"],
    ["one letter stands for any", "/[\\\\%_]/g", "/[\\\\%]/g"],
  ]),
];
