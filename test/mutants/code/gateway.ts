/** Mutants of the gateway's half: pruning, shaping, modes, what a reader is told, headers. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const SHAPE = { file: "test/unit/gateway/disclosure-shape.test.ts" };
const RELOAD = { file: "test/e2e/reload.test.ts" };
const DEFER = { file: "test/unit/gateway/defer.test.ts" };
const FIXTURE = { file: "test/unit/gateway/disclosure.test.ts" };

const ARGUMENTS = { file: "test/e2e/bad-input.test.ts", name: "null where|text that no service" };

const CALLS = { file: "test/unit/gateway/shared-calls.test.ts" };
const SHARING = { file: "test/unit/gateway/sharing.test.ts" };

export const GATEWAY_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("gateway/request/sharing-key.ts", SHARING, [
    ["viewers share what they ask", "variables, viewer, today", "variables, today"],
    ["days share what is asked", "viewer, today, language, access, showsCost]", "viewer, language, access, showsCost]"],
    ["languages share what is asked", "language, access, showsCost]", "access, showsCost]"],
    ["modes of access share what is asked", "access, showsCost]", "showsCost]"],
    ["variables do not matter", "queryHash, variables, viewer", "queryHash, viewer"],
    ["contracts share what is asked", "${contract} ", ""],
    ["generations share what is asked", "[generation.number, queryHash", "[queryHash"],
  ]),
  ...mutantsOf("gateway/sharing.ts", SHARING, [
    ["an execution of any age is joined", "Math.abs(asOf - first.asOf) < MOST_AGE_MS", "true"],
    ["what everybody has left is joined", "&& !first.waiters.gone.aborted", ""],
    ["what has ended is joined", "if (underWay.get(key) === begun) underWay.delete(key);", ""],
  ]),
  ...mutantsOf("gateway/request/graphql-server.ts", SHARING, [
    ["who asks after a mutation joins what was begun before it", "if (!isQuery(document)) sharing.forget();", ""],
    ["mutations are shared", "isQuery(known.document)", "known.document"],
  ]),
  ...mutantsOf("gateway/waiters.ts", SHARING, [
    ["all is given up once the first has left", "others.count += 1;", ""],
    ["an execution that nobody waits for goes on", "if (this.count === 0) this.end.abort();", ""],
  ]),
  ...mutantsOf("gateway/upstream/shared-calls.ts", CALLS, [
    ["a service is told who asks where it makes no difference", "sameForAll ? ANONYMOUS : viewer", "viewer"],
    ["a service is told of nobody whatever is asked", "sameForAll ? ANONYMOUS : viewer", "ANONYMOUS"],
    ["viewers share requests to services", "policyHash, viewer, context.today", "policyHash, context.today"],
    ["languages share requests to services", "context.today, context.language, isHeavy", "context.today, isHeavy"],
    ["days share requests to services", "viewer, context.today, context.language", "viewer, context.language"],
    ["policies share requests to services", "address, policyHash, viewer", "address, viewer"],
    ["light requests wait in the line of heavy ones", "context.language, isHeavy])", "context.language])"],
    [
      "who joins has the object of the first",
      "readAnswer((await inTime(answer, { deadlineAt, gone }, late)).exchanged)",
      "(await inTime(answer, { deadlineAt, gone }, late)).answer",
    ],
    [
      "who joins waits beyond its own time",
      "(await inTime(answer, { deadlineAt, gone }, late)).exchanged",
      "(await answer).exchanged",
    ],
    ["a request that nobody waits for goes on", 'gone.addEventListener("abort", leave);', ""],
  ]),
  ...mutantsOf("gateway/upstream/http-subgraph.ts", CALLS, [
    ["who asks after a mutation joins what a service was asked before", "calls.forget();", ""],
    ["mutations of services are shared", "if (!writes) return calls", "return calls"],
  ]),
  ...mutantsOf("gateway/disclosure/same-for-all.ts", { file: "test/unit/gateway/same-for-all.test.ts" }, [
    [
      "a field that nobody declared is the same for all",
      "if (result === undefined) return false;",
      "if (result === undefined) return true;",
    ],
    ["entities are the same for all", "return this.isSame(selectionSet!, undefined);", "return true;"],
    [
      "mutations are the same for all",
      "if (operation?.operation !== OperationTypeNode.QUERY) return false;",
      "if (!operation) return false;",
    ],
    [
      "what is below a field does not matter",
      "result !== null && this.isSame(selectionSet, result)",
      "result !== null",
    ],
    [
      "what stands in fragments does not matter",
      "return fragment !== undefined && this.isSame(fragment.selectionSet, fragment.typeCondition.name.value);",
      "return fragment !== undefined;",
    ],
  ]),
  ...mutantsOf("platform/composition/same-for-all.ts", { file: "test/contract/same-for-all.test.ts" }, [
    [
      "closed fields are the same for all",
      "!this.closed.has(`${type}.${field.name.value}`) && !NOT_SAID.some((name) => isMarked(field, name))",
      "true",
    ],
    [
      "a partner's fields are the same for all",
      ".filter(({ subgraph }) => subgraphs[subgraph]?.enforces === true)",
      "",
    ],
    [
      "roots and fields without the mark are the same for all",
      ".filter((field) => isWhole || isMarked(field, MARK))",
      "",
    ],
    ["types without the mark are the same for all", "if (!isPlumbing(type) || isRootType(type)) return false;", ""],
    [
      "lists of types without the mark are the same for all",
      "return this.isOpen(type, field) && (!this.composite.has(result) || this.isWhole(result));",
      "return this.isOpen(type, field);",
    ],
  ]),
  ...mutantsOf("gateway/document/check-text.ts", ARGUMENTS, [
    ["a text may be endless", "if (text.length > length)", "if (false)"],
    ["a text may hold U+0000", 'if (text.includes("\\u0000"))', "if (false)"],
    ["a text may be half a pair", "if (!isWellFormed(text))", "if (false)"],
  ]),
  ...mutantsOf("gateway/document/check-arguments.ts", ARGUMENTS, [
    [
      "null is let through where a value must be",
      "if (isNonNullType(definition.type) && definition.defaultValue === undefined) throw required(place);",
      "",
    ],
    [
      "texts within inputs are not checked",
      "for (const field of Object.values(named.getFields()))",
      "for (const field of [] as GraphQLInputField[])",
    ],
  ]),
  ...mutantsOf("gateway/document/without-nulls.ts", { file: "test/unit/gateway/without-nulls.test.ts" }, [
    ["a null literal within an input object is a value", "ObjectField: NOTHING,", ""],
  ]),
  ...mutantsOf(
    "gateway/document/without-nulls.ts",
    { file: "test/security/argument-fuzz.test.ts", name: "argument that is null" },
    [
      ["a null literal is a value", "Argument: NOTHING,", ""],
      ["null within a variable is a value", "variables: withoutNullFields(given),", "variables: given,"],
    ],
  ),
  ...mutantsOf("gateway/document/closed-places.ts", SHAPE, [
    [
      "nothing is pruned",
      "const denying = rules.find((rule) => this.options.isDenied(rule));",
      "const denying = undefined as FieldRule | undefined;",
    ],
  ]),
  ...mutantsOf("gateway/document/compiler.ts", SHAPE, [
    [
      "a field that only some types close is asked of all",
      "selections: [...left].map((type) => ({",
      "selections: [...left, ...asking.place.possible].map((type) => ({",
    ],
    [
      "what is closed below a field that only some types close is asked",
      "selectionSet: { kind: Kind.SELECTION_SET, selections: kept.selections },",
      "selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...asking.asked, ...(asking.set ? { selectionSet: asking.set } : {}) }] },",
    ],
    [
      "a fragment keeps what was pruned in it",
      "selectionSet: { kind: Kind.SELECTION_SET, selections: inside.selections },",
      "selectionSet: body.selectionSet,",
    ],
    ["conditions are forgotten", "if (!stands(selection.directives, this.options.variables)) return NOTHING;", ""],
    [
      "a root of which all is withheld is asked",
      "if (!child.asks && below.length > 0",
      "if (false && below.length > 0",
    ],
    [
      "a root of which nothing is withheld is not asked",
      "if (!child.asks && below.length > 0 && isRoot",
      "if (!child.asks && isRoot",
    ],
    ["a root that must not be null is dropped", "isRoot && !isNonNullType(definition.type)", "isRoot"],
    ["a root that has more to say is dropped", "if (!child.asks && below.length > 0", "if (below.length > 0"],
    [
      "a mutation has no effect where its payload is withheld",
      "place.path.length === 0 && this.operation.operation === OperationTypeNode.QUERY",
      "place.path.length === 0",
    ],
    [
      "types are not told where fields differ by them",
      "...(place.possible.size < place.breadth ? { types: place.possible } : {}),",
      "",
    ],
    [
      "withheld fields are listed under no position of a list",
      "path: [...place.path, entry.key, ...list],",
      "path: [...place.path, entry.key],",
    ],
  ]),
  ...mutantsOf("gateway/document/compiler.ts", { file: "test/security/alias-property.test.ts" }, [
    [
      "what the client wrote is planned",
      "const asked = this.names.field(selection, definition, !isCompositeType(getNamedType(definition.type)));",
      "const asked = selection;",
    ],
  ]),
  ...mutantsOf("gateway/document/compile.ts", FIXTURE, [
    [
      "pruned fragments stand beside the document again",
      "document: selections.length === 0 ? undefined : engineDocument(operation, compiler.names, selections),",
      "document: { ...engineDocument(operation, compiler.names, selections), definitions: document.definitions },",
    ],
  ]),
  ...mutantsOf("gateway/answer/shape.ts", SHAPE, [
    ["a pruned field is not put back", "into[key] = value;", "if (!entry.denied) into[key] = value;"],
    ["a pruned field is counted more than once", "if (known === undefined) for", "for"],
    ["a null that may not be does not bubble", "if (value === BUBBLE) bubbles = true;", ""],
    [
      "a null below does not bubble through what must not be null",
      "return completed ?? (output.nonNull ? BUBBLE : null);",
      "return completed ?? null;",
    ],
    ["a list keeps what bubbles", "return bubbles ? null : list;", "return list;"],
    ["fields of other types are put back too", "({ types }) => !types || types.has(typename)", "() => true"],
    ["what was null already is filled again", "if (before === null) {", "if (before === (0 as unknown)) {"],
  ]),
  ...mutantsOf("gateway/document/conditions.ts", SHAPE, [
    ["@skip stands for @include", '(directive.name.value === "include")', "true"],
  ]),
  ...mutantsOf(
    "gateway/document/engine-names.ts",
    { file: "test/unit/gateway/planned-names.test.ts", name: "every key" },
    [
      [
        "a client's alias is planned",
        "return fieldNode(own, this.alias(isShared ? text : `${responseKey}=${text}`), asked);",
        "return fieldNode(own, responseKey, asked);",
      ],
    ],
  ),
  ...mutantsOf("gateway/document/constants.ts", { file: "test/unit/gateway/constants.test.ts" }, [
    [
      "a number of a scalar of our own loses digits",
      "return type === GraphQLInt || type === GraphQLFloat ? Number(node.value) : AS_WRITTEN;",
      "return Number(node.value);",
    ],
    ["a part of a list is lost", "items.includes(AS_WRITTEN) ? AS_WRITTEN : items", "items"],
  ]),
  ...mutantsOf("gateway/document/engine-names.ts", { file: "test/unit/gateway/constants.test.ts" }, [
    ["values are planned", "this.constant(argument, definition) ?? this.renamed(argument)", "this.renamed(argument)"],
    ["equal values are two", "this.constants.get(key) ?? {", "{"],
  ]),
  ...mutantsOf("gateway/answer/output.ts", { file: "test/unit/gateway/planned-names.test.ts", name: "a value" }, [
    ["an integer may have any size", "(value as number) <= MAX_INT &&", ""],
    ["an enumeration may have any value", "(names.has(value) ? value : undefined)", "value"],
    ["text may be anything", '(typeof value === "string" ? value : undefined)', "value"],
  ]),
  ...mutantsOf("gateway/answer/shape.ts", { file: "test/unit/gateway/planned-names.test.ts", name: "a value" }, [
    ["an object of another type stands", "|| !possible!.has(typename)", ""],
    [
      "what must not be null is told of no error",
      "if (output.nonNull) this.request.undecided.invalid(this.path, entry, at);",
      "",
    ],
    ["what did not come is told of no error", "this.request.undecided.missing(this.path, entry, at);", ""],
  ]),
  ...mutantsOf(
    "gateway/answer/shape.ts",
    { file: "test/unit/gateway/planned-names.test.ts", name: "calls __proto__" },
    [["a field that is called __proto__ is lost", "this.namesProto ? (Object.create(null) as Row) : {}", "{}"]],
  ),
  ...mutantsOf(
    "gateway/answer/answer-errors.ts",
    { file: "test/unit/gateway/planned-names.test.ts", name: "a value|an error" },
    [
      [
        "what a service does not know is told as its fault",
        "if (fetches.some(({ knowsNot }) => knowsNot)) return;",
        "",
      ],
    ],
  ),
  ...mutantsOf("gateway/disclosure/disclosure-layer.ts", FIXTURE, [
    ["the gateway prunes nothing", '=== "WITHHELD";', '=== ("NOTHING" as string);'],
    [
      "the gateway prunes what some rows show",
      'policy.decider.ofAll(rule, request.context.viewer) === "WITHHELD"',
      'policy.decider.ofAll(rule, request.context.viewer) !== "FULL"',
    ],
    ["pruned documents are shared by all viewers", "pruned.get(`${key} ${viewerClass}`", "pruned.get(key"],
    ["reject executes where it is certain", "if (lacking.length > 0) return rejected(lacking);", ""],
    [
      "reject answers what lacks something",
      'if (context.access === "reject" && withheld.length > 0) return rejected(withheld);',
      "",
    ],
    [
      "documents are shared by all values of their conditions",
      '${[...deciding, ...deferring].map((name) => Number(variables[name] ?? true)).join("")}`;',
      "`;",
    ],
    ["preview executes", 'if (context.access === "preview") return previewed(request, whole);', ""],
    ["what was pruned is not told", "...[...counts].map(([{ path, rule }, count]) => ({ path, rule, count })),", ""],
    ["what a subgraph withheld is not told", '...reported(answer, compiled, "withheld"),', ""],
    ["what was masked is not told", 'reported(answer, compiled, "masked"));', "[]);"],
  ]),
  ...mutantsOf("gateway/disclosure/expected-notices.ts", FIXTURE, [
    [
      "a rejected mutation has its effect first",
      "if (compiled.operation.operation !== OperationTypeNode.MUTATION) return denied;",
      "return denied;",
    ],
    ["preview lists what is shown", 'if (verdict === "FULL") continue;', ""],
    [
      "preview is certain of what rows decide",
      'const when = verdict === "PER_RECORD" ? "PER_RECORD" : "ALWAYS";',
      'const when = "ALWAYS";',
    ],
  ]),
  ...mutantsOf("gateway/disclosure/client-answer.ts", { file: "test/unit/gateway/disclosure-layer.test.ts" }, [
    ["places that the client did not ask for are told", "enginePath === place && ruleName(rule)", "ruleName(rule)"],
  ]),
  ...mutantsOf("gateway/engine/compiled/run-program.ts", { file: "test/unit/gateway/compiled-engine.test.ts" }, [
    ["an error about an entity stands at another", "const index = indexOf[at];", "const index = at;"],
    ["entities of another number are taken", "|| entities.length !== representations.length", ""],
    [
      "a part that fails takes what was asked with it",
      "if (!answer.data && asked.alone)",
      "if (asked.alone && (0 as unknown))",
    ],
  ]),
  ...mutantsOf("gateway/engine/compiled/known-entities.ts", { file: "test/unit/gateway/compiled-engine.test.ts" }, [
    ["closed fields of one entity are counted once", "if (!shares)", "if (shares === (0 as unknown))"],
  ]),
  ...mutantsOf("gateway/engine/compiled/merge.ts", { file: "test/unit/gateway/compiled-engine.test.ts" }, [
    ["a service's names change what an object is", 'if (key === "__proto__") continue;', ""],
  ]),
  ...mutantsOf("gateway/engine/compiled/merge.ts", { file: "test/unit/gateway/merge.test.ts" }, [
    ["a later null takes away", "else if (value !== null && value !== undefined) target", "else target"],
  ]),
  ...mutantsOf("gateway/disclosure/disclosure-layer.ts", DEFER, [
    ["an answer that is refused for what it lacks is told in parts", 'context.access === "enforce" &&\n', ""],
    ["a mutation is told in parts", "operation.operation === OperationTypeNode.QUERY;", "operation !== undefined;"],
  ]),
  ...mutantsOf("gateway/document/defer.ts", DEFER, [
    [
      "fields of a mutation's root are deferred",
      "parent === schema.getMutationType() || parent === schema.getSubscriptionType()",
      "parent === schema.getSubscriptionType()",
    ],
  ]),
  ...mutantsOf("gateway/disclosure/answer-in-parts.ts", DEFER, [
    [
      "a part begins before its service has answered",
      "this.asked.coming.when(askedIn(part.shape))",
      "Promise.resolve()",
    ],
    ["what is withheld is not told with the last part", "...(extensions ? { extensions } : {}),", ""],
  ]),
  ...mutantsOf("gateway/engine/compiled/programs.ts", FIXTURE, [
    [
      "plans are shared by all documents",
      "const { hash, text } = printedOf(document);",
      "const { text } = printedOf(document), hash = printedOf(document).hash.slice(64);",
    ],
  ]),
  ...mutantsOf("gateway/disclosure/disclosure-layer.ts", RELOAD, [
    [
      "what was prepared for one generation is used in the next",
      "`${generation.number} ${request.queryHash}",
      "`${request.queryHash}",
    ],
  ]),
  ...mutantsOf("gateway/generation/generations.ts", RELOAD, [
    ["a reload changes nothing", "        current = made;\n", ""],
  ]),
  ...mutantsOf("gateway/generation/generations.ts", { file: "test/unit/gateway/generations.test.ts" }, [
    ["reloads do not wait for each other", "last = replaced.catch(() => undefined);", ""],
  ]),
  ...mutantsOf("gateway/upstream/ways.ts", RELOAD, [
    [
      "later calls of a request go by the policy that is in use by then",
      `      const ways = new Map<string, Subgraph>(
        [...named].map(([name, address]) => {
          const http = serviceAt(name, address);
          return [name, use.counting(name, { ask: (request) => http.ask(request, policy.subgraph(name)) })];`,
      `      const inForce = globalThis as unknown as { policy: typeof policy };
      inForce.policy = policy;
      const ways = new Map<string, Subgraph>(
        [...named].map(([name, address]) => {
          const http = serviceAt(name, address);
          return [name, use.counting(name, { ask: (request) => http.ask(request, inForce.policy.subgraph(name)) })];`,
    ],
  ]),
  ...mutantsOf("gateway/upstream/ways.ts", { file: "test/e2e/operator.test.ts" }, [
    [
      "the gateway's own fields keep the first table",
      "createOwnSubgraph({ table,",
      "createOwnSubgraph({ table: ((globalThis as { first?: typeof table }).first ??= table),",
    ],
  ]),
  ...mutantsOf("gateway/request/access.ts", FIXTURE, [
    ["an unknown mode is taken for enforcement", "if (!mode)\n", 'if (!mode) return "enforce";\n  if (!mode)\n'],
    ["the language with the least weight is taken", "b.weight - a.weight", "a.weight - b.weight"],
  ]),
  ...mutantsOf("gateway/disclosure/rule-index.ts", SHAPE, [
    [
      "one rule of a field is forgotten for another",
      "[...(rules.get(ruleName(rule)) ?? []), rule]",
      "rules.get(ruleName(rule)) ?? []",
    ],
  ]),
  ...mutantsOf("gateway/notices/notices.ts", { file: "test/unit/gateway/notices.test.ts" }, [
    ["notices of one place and rule are not added", "count: together(known.count, entry.count)", "count: entry.count"],
    [
      "a preview counts what it does not know",
      "one === null || other === null ? null : one + other",
      "(one ?? 0) + (other ?? 0)",
    ],
    [
      "notices come as they were found",
      "return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));",
      "return entries;",
    ],
  ]),
  ...mutantsOf("gateway/notices/notices.ts", FIXTURE, [
    [
      "reasons are in English alone",
      'return language === "zh" ? `${reason}',
      'return language === ("none" as string) ? `${reason}',
    ],
  ]),
  ...mutantsOf("platform/disclosure/decision/remedy.ts", { file: "test/unit/disclosure/remedy.test.ts" }, [
    ["who has not signed in is sent to the owner", "if (anonymous && readers.length > 0) return signIn();", ""],
    ["a missing scope is not named", 'case "scopes": {', 'case "scopes": { if (rule) break;'],
    ["a missing level is not named", "if (level !== undefined)\n", "if (false)\n"],
    [
      "an agreement is not named",
      'if (rule.tier.includes("SHARED") && (anonymous || viewer.kind === "client"))',
      "if (false)",
    ],
    ["persons are told to conclude an agreement", '(anonymous || viewer.kind === "client")', "true"],
  ]),
  ...mutantsOf("gateway/request/request-context.ts", FIXTURE, [
    [
      "a token's own agreements are taken for held",
      "viewer: { ...viewer, agreements: options.agreements.held(viewer, today) },",
      "viewer,",
    ],
    [
      "a header names roles",
      "const viewer = reader ?? arrived;",
      'const known = arrived;\n  const viewer = { ...known, roles: [...known.roles, ...((headerOf(request, "x-role") ?? "").split(",") as Viewer["roles"])], divisionCode: known.divisionCode ?? headerOf(request, "x-division") } as Viewer;',
    ],
    [
      "a header names the subject",
      "const viewer = reader ?? arrived;",
      'const known = arrived;\n  const viewer: Viewer = headerOf(request, "x-subject-hash") === undefined ? known : { ...known, kind: "person", roles: ["citizen"], subjectHash: headerOf(request, "x-subject-hash")! };',
    ],
    [
      "the mode is not read from the header",
      "access: accessModeOf(headerOf(request, ACCESS_HEADER)),",
      'access: "enforce",',
    ],
  ]),
];
