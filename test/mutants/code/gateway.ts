/** Mutants of the gateway's half: pruning, shaping, modes, what a reader is told, headers. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const SHAPE = { file: "test/unit/gateway/disclosure-shape.test.ts" };
const FIXTURE = { file: "test/unit/gateway/disclosure.test.ts" };

export const GATEWAY_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("gateway/disclosure/prune.ts", SHAPE, [
    [
      "nothing is pruned",
      "const denying = rules.find((rule) => this.options.isDenied(rule));",
      "const denying = undefined as FieldRule | undefined;",
    ],
    [
      "a field that only some types close is asked of all",
      "selections: [...left].map((type) => ({",
      "selections: [...left, ...place.possible].map((type) => ({",
    ],
    [
      "what is closed below a field that only some types close is asked",
      "selectionSet: { kind: Kind.SELECTION_SET, selections: kept.selections },",
      "selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },",
    ],
    [
      "a fragment keeps what was pruned in it",
      "const { selections, fields } = this.set(body.selectionSet, { ...place, parent, possible, conditions });",
      "const { fields } = this.set(body.selectionSet, { ...place, parent, possible, conditions });\n    const { selections } = body.selectionSet;",
    ],
    [
      "conditions of a fragment are forgotten",
      "const conditions = [...place.conditions, ...conditionsOf(selection.directives)];",
      "const conditions = place.conditions;",
    ],
    [
      "conditions of a field are forgotten",
      "conditions: [...place.conditions, ...conditionsOf(selection.directives)],",
      "conditions: place.conditions,",
    ],
    ["a root of which all is withheld is asked", "if (isRoot && certain && !isNonNullType(output))", "if (false)"],
    [
      "a root that may have more to say is not asked",
      "isRoot && certain && !isNonNullType(output)",
      "isRoot && !isNonNullType(output)",
    ],
    ["a root that must not be null is dropped", "isRoot && certain && !isNonNullType(output)", "isRoot && certain"],
    [
      "a mutation has no effect where its payload is withheld",
      "place.path.length === 0 && this.operation.operation === OperationTypeNode.QUERY",
      "place.path.length === 0",
    ],
    ["the gateway's key is one of the client's", 'while (text.includes(this.key)) this.key += "_";', ""],
    [
      "types are not told where fields differ by them",
      "...(place.possible.size < place.breadth ? { types: place.possible } : {}),",
      "",
    ],
    ["withheld fields are listed under no position of a list", "[...path, ...positions(output)]", "path"],
  ]),
  // The property over all documents would shrink its example for minutes.
  ...mutantsOf("gateway/disclosure/prune.ts", { ...SHAPE, name: "merge two selections" }, [
    [
      "a key in several parts is not noticed",
      "if (new Set(fields.map(({ key }) => key)).size < fields.length) this.repeats = true;",
      "",
    ],
  ]),
  ...mutantsOf("gateway/disclosure/prune.ts", FIXTURE, [
    [
      "pruned fragments stand beside the document again",
      "definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }],",
      "definitions: [operation],",
    ],
  ]),
  ...mutantsOf("gateway/disclosure/shape.ts", SHAPE, [
    ["a pruned field is not put back", "into[key] = value;", "if (!denied) into[key] = value;"],
    ["a pruned field is counted more than once", "if (known === undefined) for", "for"],
    ["a null that may not be does not bubble", "if (isNonNullType(field.output)) bubbles = true;", ""],
    [
      "a null below does not bubble through what must not be null",
      "return completed === null ? BUBBLE : completed;",
      "return completed;",
    ],
    ["a list keeps what bubbles", "return list.includes(BUBBLE) ? null : list;", "return list;"],
    [
      "fields of other types are put back too",
      "if (field.types && !field.types.has(typename as string)) continue;",
      "",
    ],
    ["what a condition leaves out is put back", "if (!stands(field.conditions, variables)) continue;", ""],
    ["@skip stands for @include", "=== expected,", "=== true,"],
    ["what was null already is filled again", "if (known === null && !isNonNullType(type)) return null;", ""],
  ]),
  ...mutantsOf("gateway/disclosure/document.ts", SHAPE, [
    [
      "defaults of variables do not count",
      "return defaultValue && isInputType(known)",
      "return false && defaultValue && isInputType(known)",
    ],
  ]),
  ...mutantsOf("gateway/disclosure/layer.ts", FIXTURE, [
    ["the gateway prunes nothing", '=== "WITHHELD";', '=== ("NOTHING" as string);'],
    [
      "the gateway prunes what some rows show",
      'using.policy.decider.ofAll(rule, viewer) === "WITHHELD"',
      'using.policy.decider.ofAll(rule, viewer) !== "FULL"',
    ],
    ["pruned documents are shared by all viewers", "pruned.get(`${queryHash} ${viewerClass}`", "pruned.get(queryHash"],
    ["reject executes where it is certain", "if (certain.length > 0) return", "if (false) return"],
    [
      "reject answers what lacks something",
      'if (context.access === "reject" && withheld.length > 0) return rejected(withheld);',
      "",
    ],
    [
      "reject refuses what a condition leaves out",
      "const certain = denied.filter(({ conditions }) => stands(conditions, variables));",
      "const certain = denied;",
    ],
    ["preview executes", 'if (request.context.access === "preview") return previewed(request, analysis, using);', ""],
    [
      "preview lists what a condition leaves out",
      'if (verdict === "FULL" || !stands(conditions, variables)) continue;',
      'if (verdict === "FULL") continue;',
    ],
    [
      "preview lists what is shown",
      'if (verdict === "FULL" || !stands(conditions, variables)) continue;',
      "if (!stands(conditions, variables)) continue;",
    ],
    [
      "preview is certain of what rows decide",
      'const when = verdict === "PER_RECORD" ? "PER_RECORD" : "ALWAYS";',
      'const when = "ALWAYS";',
    ],
    [
      "what was pruned is not told",
      "...[...shaped.counts].map(([{ path, rule }, count]) => ({ path, rule, count })),",
      "",
    ],
    ["what a subgraph withheld is not told", '...reported(context, analysis, using, "withheld"),', ""],
    ["what was masked is not told", 'reported(context, analysis, using, "masked"));', "[]);"],
  ]),
  ...mutantsOf("gateway/disclosure/layer.ts", { file: "test/unit/gateway/disclosure-layer.test.ts" }, [
    ["places that the client did not ask for are told", 'return rule && places.has(path.join("."))', "return rule"],
  ]),
  ...mutantsOf("gateway/engine/apollo-gateway-engine.ts", FIXTURE, [
    ["plans are shared by all viewers", "queryHash: hash,", 'queryHash: "one",'],
  ]),
  ...mutantsOf("gateway/disclosure/access.ts", FIXTURE, [
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
  ...mutantsOf("gateway/disclosure/report.ts", { file: "test/unit/gateway/notices.test.ts" }, [
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
  ...mutantsOf("gateway/disclosure/report.ts", FIXTURE, [
    [
      "reasons are in English alone",
      'return language === "zh" ? `${reason}',
      'return language === ("none" as string) ? `${reason}',
    ],
  ]),
  ...mutantsOf("platform/disclosure/remedy.ts", { file: "test/unit/disclosure/remedy.test.ts" }, [
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
  ...mutantsOf("gateway/request/graphql-route.ts", FIXTURE, [
    [
      "a token's own agreements are taken for held",
      "viewer: { ...viewer, agreements: options.agreements.held(viewer, localDateOf(asOf)) },",
      "viewer,",
    ],
    [
      "a header names roles",
      "const viewer = request.viewer ?? ANONYMOUS;",
      'const known = request.viewer ?? ANONYMOUS;\n  const viewer = { ...known, roles: [...known.roles, ...((request.header("x-role") ?? "").split(",") as Viewer["roles"])], divisionCode: known.divisionCode ?? request.header("x-division") } as Viewer;',
    ],
    [
      "a header names the subject",
      "const viewer = request.viewer ?? ANONYMOUS;",
      'const known = request.viewer ?? ANONYMOUS;\n  const viewer: Viewer = request.header("x-subject-hash") === undefined ? known : { ...known, kind: "person", roles: ["citizen"], subjectHash: request.header("x-subject-hash")! };',
    ],
    [
      "the mode is not read from the header",
      "access: accessModeOf(request.header(ACCESS_HEADER)),",
      'access: "enforce",',
    ],
  ]),
];
